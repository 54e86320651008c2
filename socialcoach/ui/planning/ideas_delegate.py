"""Draws one idea in the list: its title on two lines at most, its kind and how long it takes."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from socialcoach.core.planning.idea import Idea
from socialcoach.services.words.ideas import idea_facts
from socialcoach.ui.planning.ideas_model import IDEA_ROLE, Index
from socialcoach.ui.theme.theme import Theme

PADDING = 8


class IdeaDelegate(QStyledItemDelegate):
    """Every row is as high as two lines of a title and one of facts."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        body = QFontMetrics(self._font("body")).lineSpacing()
        small = QFontMetrics(self._font("small")).lineSpacing()
        return QSize(120, 2 * body + small + 2 * PADDING + 6)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        idea = index.data(IDEA_ROLE)
        box = option.rect.adjusted(0, 2, 0, -2)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("giving_wash"))
            painter.drawRoundedRect(box, 8, 8)
        self._words(painter, box.adjusted(PADDING, PADDING - 2, -PADDING, -PADDING), idea, chosen)
        painter.restore()

    def _words(self, painter: QPainter, box: QRect, idea: Idea, chosen: bool) -> None:
        painter.setFont(self._font("body", bold=chosen))
        painter.setPen(self._theme.colour("ink"))
        wrap = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft
        words = painter.drawText(box, int(wrap) | int(Qt.TextFlag.TextWordWrap), idea.title)
        painter.setFont(self._font("small"))
        painter.setPen(self._theme.colour("soft_ink"))
        painter.drawText(box.adjusted(0, words.height() + 3, 0, 4), int(wrap), idea_facts(idea))

    def _font(self, size: str, *, bold: bool = False) -> QFont:
        font = QFont(QApplication.font())
        font.setPixelSize(self._theme.sizes.for_style()[size])
        font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
        return font
