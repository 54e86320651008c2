"""A box to tick that can be seen in every look, also while it is empty, and grows with the text."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QStyle, QStyleOptionButton

from socialcoach.ui.theme.theme import Theme

LINE, ROUND, EDGE = 2, 3, 3
"""Width of the empty box's line, its corners, and what the tick's picture leaves free around it."""


class CheckBox(QCheckBox):
    """Qt's own check box with a box in the theme's colours: Fusion's is white on white here."""

    def __init__(self, theme: Theme, text: str = "") -> None:
        super().__init__(text)
        self._theme = theme

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        box = QStyle.SubElement.SE_CheckBoxIndicator
        where = self.style().subElementRect(box, option, self)
        painter = QPainter(self)
        if self.isChecked():
            self._theme.icon("ph.check-square-fill", "accent").paint(painter, where)
        else:
            self._draw_empty(painter, QRectF(where))
        painter.end()

    def _draw_empty(self, painter: QPainter, where: QRectF) -> None:
        sizes = self._theme.sizes
        inside = sizes.scaled(EDGE) + sizes.scaled(LINE) / 2
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.colour("field_line"), sizes.scaled(LINE)))
        corner = sizes.scaled(ROUND)
        painter.drawRoundedRect(where.adjusted(inside, inside, -inside, -inside), corner, corner)
