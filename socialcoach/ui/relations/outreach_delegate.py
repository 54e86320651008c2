"""Draws one promoter's card on the board: who, the next step, its day, and what it brought."""

from __future__ import annotations

from datetime import date
from gettext import gettext as _

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from socialcoach.core.relations.promoter import PromoterLine
from socialcoach.services.words.outreach import kind_of_promoter, sent_us_short
from socialcoach.ui.relations.outreach_models import LINE_ROLE, Index, StageModel, day_words
from socialcoach.ui.theme.theme import Theme

PADDING, GAP = 10, 8
LINES = 5
"""Lines of a card: name, kind, two of the next step, and the foot."""

TWO_LINES = 1.8
"""Words wrap, so two lines hold a little less than twice the width."""


class PromoterCardDelegate(QStyledItemDelegate):
    """Draws cards of one height, so that thousands of them scroll without measuring each."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        theme.changed.connect(self._take_fonts)
        self._take_fonts()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        lines = (LINES - 2) * QFontMetrics(self._small).height() + self._body_height() + 2
        return QSize(120, lines + QFontMetrics(self._small).height() + 2 * PADDING + GAP + 14)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line = index.data(LINE_ROLE)
        if not isinstance(line, PromoterLine):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = option.rect.adjusted(1, 1, -1, 1 - GAP)
        self._paint_box(painter, box, option.state)
        inner = box.adjusted(PADDING, PADDING, -PADDING, -PADDING)
        top = self._paint_head(painter, inner, line)
        self._paint_step(painter, inner, top, line)
        self._paint_foot(painter, inner, line, index)
        painter.restore()

    def _paint_box(self, painter: QPainter, box: QRect, state: QStyle.StateFlag) -> None:
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        focused = chosen and bool(state & QStyle.StateFlag.State_HasFocus)
        line = "focus" if focused else "accent" if chosen else "line"
        painter.setPen(QPen(self._theme.colour(line), 2 if chosen else 1))
        painter.setBrush(self._theme.colour("giving_wash" if chosen else "card"))
        painter.drawRoundedRect(box, 8, 8)

    def _paint_head(self, painter: QPainter, box: QRect, line: PromoterLine) -> int:
        role = "soft_ink" if line.do_not_contact else "ink"
        height = self._body_height()
        name = QRect(box.left(), box.top(), box.width(), height)
        self._text(painter, name, line.name, self._bold, role)
        below = QRect(box.left(), name.bottom() + 1, box.width(), self._small_height())
        self._text(painter, below, kind_of_promoter(line.kind), self._small, "soft_ink")
        return below.bottom() + 5

    def _paint_step(self, painter: QPainter, box: QRect, top: int, line: PromoterLine) -> None:
        place = QRect(box.left(), top, box.width(), 2 * self._small_height() + 2)
        metrics = QFontMetrics(self._small)
        room = int(box.width() * TWO_LINES)
        words = metrics.elidedText(line.next_step, Qt.TextElideMode.ElideRight, room)
        painter.setFont(self._small)
        painter.setPen(self._theme.colour("ink"))
        painter.drawText(place, int(Qt.TextFlag.TextWordWrap), words)

    def _paint_foot(self, painter: QPainter, box: QRect, line: PromoterLine, index: Index) -> None:
        height = self._small_height() + 4
        foot = QRect(box.left(), box.bottom() - height + 1, box.width(), height)
        left = foot.left()
        if line.do_not_contact:
            left = self._chip(painter, foot, _("Do not contact"), "selling")
        elif line.next_on is not None:
            today = _today(index)
            late, now = line.next_on < today, line.next_on == today
            tone = "leaning" if late else "giving" if now else ""
            left = self._chip(painter, foot, day_words(line.next_on, today), tone)
        brought = sent_us_short(line.visits, line.customers)
        rest = QRect(left, foot.top(), max(foot.right() - left, 0), height)
        if QFontMetrics(self._small).horizontalAdvance(brought) <= rest.width():
            self._text(painter, rest, brought, self._small, "soft_ink")

    def _chip(self, painter: QPainter, box: QRect, words: str, tone: str) -> int:
        """Draw a small tag at the left of a box and return where the room after it begins."""
        metrics = QFontMetrics(self._small_bold)
        width = min(metrics.horizontalAdvance(words) + 16, box.width())
        place = QRect(box.left(), box.top(), width, box.height())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour(f"{tone}_wash" if tone else "hover"))
        painter.drawRoundedRect(place, box.height() / 2, box.height() / 2)
        painter.setPen(self._theme.colour(tone or "soft_ink"))
        painter.setFont(self._small_bold)
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, width - 8)
        painter.drawText(place, int(Qt.AlignmentFlag.AlignCenter), shown)
        return place.right() + 8

    def _text(self, painter: QPainter, box: QRect, text: str, font: QFont, role: str) -> None:
        painter.setFont(font)
        painter.setPen(self._theme.colour(role))
        shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter), shown)

    def _body_height(self) -> int:
        return QFontMetrics(self._bold).height()

    def _small_height(self) -> int:
        return QFontMetrics(self._small).height()

    def _take_fonts(self) -> None:
        sizes = self._theme.sizes.for_style()
        self._bold, self._small, self._small_bold = (
            QFont(QApplication.font()) for _place in range(3)
        )
        self._bold.setPixelSize(sizes["body"])
        self._bold.setWeight(QFont.Weight.DemiBold)
        self._small.setPixelSize(sizes["small"])
        self._small_bold.setPixelSize(sizes["small"])
        self._small_bold.setWeight(QFont.Weight.DemiBold)


def _today(index: Index) -> date:
    model = index.model()
    assert isinstance(model, StageModel)
    return model.today
