"""Lines of a name and an answer, the names in one column, as on a card in a card index."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from socialcoach.ui.theme.theme import Theme
from socialcoach.ui.widgets.labels import label

NAME_WIDTH = 160
"""Width of the names, in pixels at the usual text size."""


class NameLines(QWidget):
    """Shows ``(name, text)`` pairs; a text without a name takes the whole width."""

    def __init__(self, lines: Iterable[tuple[str, str]], theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        self._grid = grid
        self.setLayout(grid)
        for place, (name, text) in enumerate(lines):
            self._add(place, name, text)
        theme.changed.connect(self._fit)
        self._fit()

    def _add(self, place: int, name: str, text: str) -> None:
        words = label(text)
        if not name:
            self._grid.addWidget(words, place, 0, 1, 2)
            return
        told = label(name, "soft")
        told.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        words.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        words.setAccessibleName(f"{name}: {text}")
        self._grid.addWidget(told, place, 0)
        self._grid.addWidget(words, place, 1)

    def _fit(self) -> None:
        self._grid.setColumnMinimumWidth(0, self._theme.sizes.scaled(NAME_WIDTH))
