"""Draws one found post: its first line, the found words and what is around them, and when."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from socialcoach.core.planning.found import Found, pieces
from socialcoach.core.text import utf16_offset
from socialcoach.services.words.writing import found_foot, found_title
from socialcoach.ui.planning.find_model import FOUND_ROLE, Index
from socialcoach.ui.theme.theme import Theme

PADDING = 8
LINES = 3
"""Lines of surroundings."""


class FindDelegate(QStyledItemDelegate):
    """``when`` turns a moment into words such as "yesterday"."""

    def __init__(self, theme: Theme, when: Callable[[datetime], str]) -> None:
        super().__init__()
        self._theme = theme
        self._when = when

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        small = QFontMetrics(self._font("small")).lineSpacing()
        body = QFontMetrics(self._font("body")).lineSpacing()
        return QSize(120, body + (LINES + 1) * small + 2 * PADDING + 8)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        found = index.data(FOUND_ROLE)
        box = option.rect.adjusted(0, 2, 0, -2)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("giving_wash"))
            painter.drawRoundedRect(box, 8, 8)
        self._paint_words(painter, box.adjusted(PADDING, PADDING, -PADDING, -PADDING), found)
        painter.restore()

    def _paint_words(self, painter: QPainter, box: QRect, found: Found) -> None:
        body, small = self._font("body", bold=True), self._font("small")
        self._line(painter, box, body, "ink", found_title(found))
        below = box.adjusted(0, QFontMetrics(body).lineSpacing() + 2, 0, 0)
        self._surroundings(painter, below, small, found)
        height = QFontMetrics(small).lineSpacing()
        foot = QRect(box.left(), box.bottom() - height + 1, box.width(), height)
        self._line(painter, foot, small, "soft_ink", found_foot(found, self._when))

    def _line(self, painter: QPainter, box: QRect, font: QFont, role: str, words: str) -> None:
        painter.setFont(font)
        painter.setPen(self._theme.colour(role))
        line = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, int(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft), line)

    def _surroundings(self, painter: QPainter, box: QRect, font: QFont, found: Found) -> None:
        layout = QTextLayout(found.plain, font)
        layout.setTextOption(QTextOption(Qt.AlignmentFlag.AlignLeft))
        layout.setFormats(self._marks(found))
        layout.beginLayout()
        top = 0.0
        for _line in range(LINES):
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(box.width())
            line.setPosition(QPointF(0, top))
            top += line.height()
        layout.endLayout()
        painter.setPen(self._theme.colour("soft_ink"))
        layout.draw(painter, QPointF(box.topLeft()))

    def _marks(self, found: Found) -> list[QTextLayout.FormatRange]:
        marks, plain, at = [], found.plain, 0
        for words, is_hit in pieces(found.around):
            if is_hit:
                mark = QTextLayout.FormatRange()
                mark.start = utf16_offset(plain, at)
                mark.length = utf16_offset(words, len(words))
                mark.format = self._hit()
                marks.append(mark)
            at += len(words)
        return marks

    def _hit(self) -> QTextCharFormat:
        made = QTextCharFormat()
        made.setFontWeight(QFont.Weight.Bold)
        made.setForeground(self._theme.colour("accent"))
        return made

    def _font(self, size: str, *, bold: bool = False) -> QFont:
        font = QFont(QApplication.font())
        font.setPixelSize(self._theme.sizes.for_style()[size])
        font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
        return font
