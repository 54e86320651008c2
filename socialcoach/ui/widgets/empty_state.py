"""What stands on a page that has nothing to show yet: what will be there, and one button."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLabel, QWidget

from socialcoach.ui.theme.theme import Theme
from socialcoach.ui.widgets.boxes import column, row
from socialcoach.ui.widgets.buttons import Button
from socialcoach.ui.widgets.labels import label

WIDEST = 460
"""Most width of the sentence, in pixels at the usual text size."""


class EmptyState(QWidget):
    """An icon, a heading, a sentence and at most one button, in the middle."""

    def __init__(
        self, theme: Theme, icon: str, heading: str, sentence: str, button: Button | None = None
    ) -> None:
        super().__init__()
        self._theme, self._icon = theme, icon
        self._picture = QLabel()
        self._words = label(sentence, "soft")
        head = label(heading, "heading")
        for words in (self._picture, head, self._words):
            words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        # Aligned in the middle by stretches: an aligned wrapping label would be cut off.
        middle = row(self._words)
        middle.insertStretch(0, 1)
        middle.addStretch(1)
        middle.setStretchFactor(self._words, 1000)
        stack = column(self._picture, head, middle, spacing=12, margins=24)
        if button is not None:
            stack.addWidget(button)
            stack.setAlignment(button, Qt.AlignmentFlag.AlignHCenter)
        stack.insertStretch(0, 1)
        stack.addStretch(1)
        self.setLayout(stack)
        self._draw()
        theme.changed.connect(self._draw)

    def _draw(self) -> None:
        self._words.setMaximumWidth(self._theme.sizes.scaled(WIDEST))
        side = self._theme.sizes.scaled(40)
        self._picture.setPixmap(self._theme.icon(self._icon, "accent").pixmap(QSize(side, side)))
