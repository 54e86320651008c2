"""Draws one draft in the list: its first line, its band and when it was changed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from socialcoach.core.planning.post import Post, Verdict
from socialcoach.services.words.meter import band_name, kind_name
from socialcoach.services.words.writing import draft_name
from socialcoach.ui.planning.draft_model import POST_ROLE, Index
from socialcoach.ui.theme.theme import Theme

PADDING = 10


class DraftDelegate(QStyledItemDelegate):
    """``when`` turns a moment into words such as "yesterday"."""

    def __init__(self, theme: Theme, when: Callable[[datetime], str]) -> None:
        super().__init__()
        self._theme = theme
        self._when = when

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(120, self._theme.sizes.scaled(50) + 2 * PADDING)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        draft = index.data(POST_ROLE)
        box = option.rect.adjusted(0, 2, 0, -2)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("giving_wash"))
            painter.drawRoundedRect(box, 8, 8)
        inner = box.adjusted(PADDING, PADDING - 2, -PADDING, -PADDING + 2)
        self._paint_title(painter, inner, draft, bold=chosen)
        self._paint_foot(painter, inner, draft)
        painter.restore()

    def _paint_title(self, painter: QPainter, box: QRect, draft: Post, *, bold: bool) -> None:
        font = self._font("body", bold=bold)
        painter.setFont(font)
        painter.setPen(self._theme.colour("ink" if draft.is_written else "soft_ink"))
        line = QFontMetrics(font).elidedText(
            draft_name(draft), Qt.TextElideMode.ElideRight, box.width()
        )
        painter.drawText(box, int(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft), line)

    def _paint_foot(self, painter: QPainter, box: QRect, draft: Post) -> None:
        font = self._font("small", bold=True)
        metrics = QFontMetrics(font)
        left, height = box.left(), metrics.height() + 4
        top = box.bottom() - height + 1
        tone, word = _tag(draft)
        if word:
            chip = QRect(left, top, metrics.horizontalAdvance(word) + 20, height)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour(f"{tone}_wash"))
            painter.drawRoundedRect(chip, height / 2, height / 2)
            painter.setPen(self._theme.colour(tone))
            painter.setFont(font)
            painter.drawText(chip, int(Qt.AlignmentFlag.AlignCenter), word)
            left = chip.right() + 10
        painter.setPen(self._theme.colour("soft_ink"))
        painter.setFont(self._font("small", bold=False))
        rest = QRect(left, top, max(box.right() - left, 0), height)
        when = QFontMetrics(painter.font()).elidedText(
            self._when(draft.updated_at), Qt.TextElideMode.ElideRight, rest.width()
        )
        painter.drawText(rest, int(Qt.AlignmentFlag.AlignVCenter), when)

    def _font(self, size: str, *, bold: bool) -> QFont:
        from PySide6.QtWidgets import QApplication

        font = QFont(QApplication.font())
        font.setPixelSize(self._theme.sizes.for_style()[size])
        font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
        return font


def _tag(draft: Post) -> tuple[str, str]:
    """Return the tone and the word of the chip: the kind of a giving post, else the band."""
    if draft.verdict is not None:
        band = "selling" if draft.verdict is Verdict.SELLING else "giving"
        return band, band_name(band)
    if draft.reading is None or not draft.text.strip():
        return "giving", ""
    if draft.reading.band == "giving":
        return "giving", kind_name(draft.reading.kind)
    return draft.reading.band, band_name(draft.reading.band)
