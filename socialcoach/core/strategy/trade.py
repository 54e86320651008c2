"""A trade: what kind of business it is and what that means for the choice of platforms."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

OTHER_TRADE = "other"
"""The key of the trade for everything the list does not know."""


@dataclass(frozen=True)
class Trade:
    """One trade of ``resources/trades.toml``.

    ``examples`` are other words for it, for finding it while typing. The hints run from 0 (no) to
    2 (very): ``looks`` its work shows well in pictures, ``local`` its customers live nearby,
    ``businesses`` it sells to firms, ``know_how`` people have questions it can answer,
    ``regulars`` the same customers come again and again.
    """

    key: str
    name: str
    examples: tuple[str, ...] = ()
    looks: int = 1
    local: int = 1
    businesses: int = 0
    know_how: int = 1
    regulars: int = 1

    def answers_to(self, typed: str) -> bool:
        """Tell whether what was typed begins a word of its name or of its examples."""
        wanted = typed.strip().casefold()
        words = [self.name, *self.examples]
        starts = [start.casefold() for phrase in words for start in (phrase, *phrase.split())]
        return any(start.startswith(wanted) for start in starts)

    def is_called(self, word: str) -> bool:
        """Tell whether a word is its key, its name or one of its examples."""
        names = {name.casefold() for name in (self.key, self.name, *self.examples)}
        return word.strip().casefold() in names


def matching_trades(trades: Iterable[Trade], typed: str) -> tuple[Trade, ...]:
    """Return the trades to offer while the owner types; all of them for an empty field.

    Trades whose name begins with it come before those that only have such an example.
    """
    found = [trade for trade in trades if trade.answers_to(typed)]
    wanted = typed.strip().casefold()
    found.sort(key=lambda trade: not trade.name.casefold().startswith(wanted))
    return tuple(found)


def find_trade(trades: Iterable[Trade], word: str) -> Trade:
    """Return the trade with this key, name or example; the other trade when there is none."""
    known = list(trades)
    called = (trade for trade in known if trade.is_called(word))
    other = next(trade for trade in known if trade.key == OTHER_TRADE)
    return next(called, other)
