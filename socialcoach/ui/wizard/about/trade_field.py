"""The trade, found while typing; a word we do not know is fine too."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtWidgets import QCompleter, QLineEdit

from socialcoach.core.strategy.trade import Trade

MOST_SHOWN = 8


class TradeField(QLineEdit):
    """A line that offers the trades which answer to what was typed, by name or example."""

    def __init__(self, trades: Mapping[str, Trade]) -> None:
        super().__init__()
        self._trades = trades
        self._offers = QStringListModel(self)
        completer = QCompleter(self._offers, self)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setCompleter(completer)
        self.textEdited.connect(self._offer)

    @property
    def trade(self) -> str:
        """Return the key of the trade that was named, or the owner's own word."""
        typed = self.text().strip()
        for trade in self._trades.values():
            names = (trade.name, *trade.examples)
            if typed.casefold() in {name.casefold() for name in names}:
                return trade.key
        return typed

    def show_trade(self, trade: str) -> None:
        """Show a trade by its key, or the owner's own word; leaves the same trade as typed."""
        if trade != self.trade:
            known = self._trades.get(trade)
            self.setText(known.name if known else trade)

    def _offer(self, typed: str) -> None:
        wanted = typed.strip()
        answering = [
            trade.name for trade in self._trades.values() if wanted and trade.answers_to(wanted)
        ]
        self._offers.setStringList(answering[:MOST_SHOWN])
