"""Cards side by side where there is room, below one another where there is not."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from socialcoach.ui.theme.theme import Theme

GAP = 16


class CardGrid(QWidget):
    """Shows its visible cards in as many equal columns as fit.

    ``narrowest`` is the least width of a card, in pixels at the usual text size.
    """

    def __init__(self, theme: Theme, narrowest: int, most: int) -> None:
        super().__init__()
        self._theme, self._narrowest, self._most = theme, narrowest, most
        self._cards: list[QWidget] = []
        self._columns, self._expected = 0, 0
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(GAP)
        self.setLayout(self._grid)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def show_cards(self, cards: Sequence[QWidget]) -> None:
        """Show these cards, in this order; those shown before and no longer wanted are let go."""
        for card in self._cards:
            self._grid.removeWidget(card)
            if card not in cards:
                card.hide()
                card.deleteLater()
        self._cards = list(cards)
        self._columns = 0
        self._arrange()

    def put(self, place: int, card: QWidget, expected: int) -> None:
        """Show a card at a place, instead of the one there; ``expected`` in all, put one by one."""
        self._expected = expected
        if place == len(self._cards):
            self._cards.append(card)
            self._columns = 0
            self._arrange()
        elif self._cards[place] is not card:
            old, self._cards[place] = self._cards[place], card
            self._grid.replaceWidget(old, card)
            old.hide()
            old.deleteLater()
            card.show()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        least = self._theme.sizes.scaled(self._narrowest) + GAP
        fitting = max(1, (self.width() + GAP) // least)
        columns = _balanced(max(len(self._cards), self._expected), min(fitting, self._most))
        if columns == self._columns:
            return
        self._columns = columns
        for place, card in enumerate(self._cards):
            self._grid.addWidget(card, place // columns, place % columns)
            card.show()
        for column in range(self._most):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)


def _balanced(cards: int, most: int) -> int:
    """Return how many columns leave no card alone where another number would not: 4 in 3 are 2."""
    rows = ceil(max(cards, 1) / most)
    return ceil(max(cards, 1) / rows)
