"""What stands on a page that has nothing to show yet: what will be there, and one button."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLabel, QWidget

from socialcoach.ui.theme.theme import Theme
from socialcoach.ui.widgets.boxes import column
from socialcoach.ui.widgets.buttons import Button
from socialcoach.ui.widgets.labels import label


class EmptyState(QWidget):
    """An icon, a heading, a sentence and at most one button, in the middle."""

    def __init__(
        self, theme: Theme, icon: str, heading: str, sentence: str, button: Button | None = None
    ) -> None:
        super().__init__()
        self._theme, self._icon = theme, icon
        self._picture = QLabel()
        words = label(sentence, "soft")
        words.setMaximumWidth(420)
        items: list[QWidget] = [self._picture, label(heading, "heading"), words]
        if button is not None:
            items.append(button)
        stack = column(*items, spacing=12, margins=24)
        for item in items:
            stack.setAlignment(item, Qt.AlignmentFlag.AlignHCenter)
            if isinstance(item, QLabel):
                item.setAlignment(Qt.AlignmentFlag.AlignCenter)
        stack.insertStretch(0, 1)
        stack.addStretch(1)
        self.setLayout(stack)
        self._draw()
        theme.changed.connect(self._draw)

    def _draw(self) -> None:
        side = self._theme.sizes.scaled(40)
        self._picture.setPixmap(self._theme.icon(self._icon, "accent").pixmap(QSize(side, side)))
