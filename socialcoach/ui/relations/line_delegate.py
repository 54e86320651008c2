"""Draws one line of a long list: a name, a few words below, and how it stands at the right."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from socialcoach.ui.relations.id_model import LINE_ROLE, Index
from socialcoach.ui.theme.theme import Theme

PADDING = 10
ICON = 16


@dataclass(frozen=True)
class Look:
    """What a line shows; ``tone`` colours the chip: giving, leaning, selling or "" for plain."""

    title: str
    below: str
    icon: str = ""
    chip: str = ""
    tone: str = ""


class LineDelegate(QStyledItemDelegate):
    """``look`` turns a line of the list into what is drawn."""

    def __init__(self, theme: Theme, look: Callable[[object], Look]) -> None:
        super().__init__()
        self._theme, self._look = theme, look
        theme.changed.connect(self._forget_fonts)
        self._forget_fonts()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(120, self._theme.sizes.scaled(48) + 2 * PADDING)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line = index.data(LINE_ROLE)
        box = option.rect.adjusted(2, 2, -2, -2)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("giving_wash"))
            painter.drawRoundedRect(box, 8, 8)
        if line is not None:
            inner = box.adjusted(PADDING, PADDING - 2, -PADDING, -PADDING + 2)
            self._paint_line(painter, inner, self._look(line))
        painter.restore()

    def _paint_line(self, painter: QPainter, box: QRect, look: Look) -> None:
        half = box.height() // 2
        top = QRect(box.left(), box.top(), box.width(), half)
        below = QRect(box.left(), box.top() + half, box.width(), box.height() - half)
        left = top.left()
        if look.icon:
            side = self._theme.sizes.scaled(ICON)
            where = QRect(left, top.top() + (half - side) // 2, side, side)
            painter.drawPixmap(where, self._icon(look.icon, side))
            left += side + 8
        right = self._paint_chip(painter, top, look)
        self._words(painter, QRect(left, top.top(), right - left, half), look.title, bold=True)
        self._words(painter, below, look.below, bold=False)

    def _paint_chip(self, painter: QPainter, box: QRect, look: Look) -> int:
        """Draw the chip at the right and return where the room before it ends."""
        if not look.chip:
            return box.right()
        metrics = self._metrics["small"]
        width = min(metrics.horizontalAdvance(look.chip) + 16, box.width() * 6 // 10)
        chip = QRect(box.right() - width, box.top() + 2, width, metrics.height() + 4)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour(f"{look.tone}_wash" if look.tone else "hover"))
        painter.drawRoundedRect(chip, chip.height() / 2, chip.height() / 2)
        painter.setPen(self._theme.colour(look.tone or "soft_ink"))
        painter.setFont(self._small)
        words = metrics.elidedText(look.chip, Qt.TextElideMode.ElideRight, width - 12)
        painter.drawText(chip, int(Qt.AlignmentFlag.AlignCenter), words)
        return chip.left() - 8

    def _words(self, painter: QPainter, box: QRect, text: str, *, bold: bool) -> None:
        font = self._bold if bold else self._plain
        painter.setFont(font)
        painter.setPen(self._theme.colour("ink" if bold else "soft_ink"))
        metrics = self._metrics["bold" if bold else "plain"]
        line = metrics.elidedText(text, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter), line)

    def _icon(self, name: str, side: int) -> QPixmap:
        """Return a picture of an icon, drawn once for each look and size."""
        if name not in self._icons:
            ratio = QApplication.primaryScreen().devicePixelRatio()
            self._icons[name] = self._theme.icon(name, "soft_ink").pixmap(QSize(side, side), ratio)
        return self._icons[name]

    def _forget_fonts(self) -> None:
        self._icons: dict[str, QPixmap] = {}
        sizes = self._theme.sizes.for_style()
        self._plain, self._bold, self._small = (QFont(QApplication.font()) for _ in range(3))
        self._plain.setPixelSize(sizes["body"])
        self._bold.setPixelSize(sizes["body"])
        self._bold.setWeight(QFont.Weight.DemiBold)
        self._small.setPixelSize(sizes["small"])
        self._small.setWeight(QFont.Weight.DemiBold)
        self._metrics = {
            "plain": QFontMetrics(self._plain),
            "bold": QFontMetrics(self._bold),
            "small": QFontMetrics(self._small),
        }
