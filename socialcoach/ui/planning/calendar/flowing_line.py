"""Words with a button or more beside them, or below them where there is no room."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from socialcoach.ui.theme.theme import Theme
from socialcoach.ui.widgets.boxes import row

WORDS_WIDTH = 320
"""Pixels that the words need beside the buttons, at the usual text size."""


class FlowingLine(QWidget):
    """Words with buttons beside them, or below where there is no room."""

    def __init__(self, theme: Theme, said: QWidget, buttons: QWidget) -> None:
        super().__init__()
        self._theme, self._buttons = theme, buttons
        self._line = row(said, buttons, spacing=8)
        self._line.setStretch(0, 1)
        self.setLayout(self._line)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        needed = self._buttons.sizeHint().width() + self._theme.sizes.scaled(WORDS_WIDTH)
        beside = self.width() >= needed
        direction = QBoxLayout.Direction
        self._line.setDirection(direction.LeftToRight if beside else direction.TopToBottom)
