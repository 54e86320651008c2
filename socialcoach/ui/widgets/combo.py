"""A list to choose from that shows its arrow in every theme."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy

from socialcoach.ui.theme.theme import Theme

ARROW, EDGE = 16, 10
"""Side of the arrow and its distance from the edge, in pixels at the usual text size."""


class Combo(QComboBox):
    """A drop-down list as wide as its place; the style sheet leaves the arrow to us."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumContentsLength(8)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMaxVisibleItems(12)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        side = self._theme.sizes.scaled(ARROW)
        left = EDGE if self.isRightToLeft() else self.width() - side - EDGE
        where = QRect(left, (self.height() - side) // 2, side, side)
        painter = QPainter(self)
        self._theme.icon("ph.caret-down").paint(painter, where)
        painter.end()
