"""An icon that stands beside words and follows the theme; not read aloud, the words are."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QLabel

from socialcoach.ui.theme.theme import Theme


class IconLabel(QLabel):
    """A Phosphor icon of ``side`` pixels at the usual text size, in the colour of ``role``."""

    def __init__(self, theme: Theme, icon: str, side: int = 24, role: str = "accent") -> None:
        super().__init__()
        self._theme, self._icon, self._side, self._role = theme, icon, side, role
        theme.changed.connect(self._draw)
        self._draw()

    def _draw(self) -> None:
        side = self._theme.sizes.scaled(self._side)
        self.setFixedSize(side, side)
        self.setPixmap(self._theme.icon(self._icon, self._role).pixmap(QSize(side, side)))
