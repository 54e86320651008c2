"""The trades that come with SocialCoach (``resources/trades.toml``)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from socialcoach.core.strategy.trade import Trade
from socialcoach.storage.bundled.reading import BundledDataError, read_toml, structure

OTHER_TRADE = "other"
"""The trade for everything the list does not know."""


def load_trades(resources: Path) -> tuple[Trade, ...]:
    """Read all trades in the order of the file; ``resources`` is the folder of the bundled data."""
    path = resources / "trades.toml"
    tables = read_toml(path).get("trade", [])
    trades = tuple(
        structure(table, Trade, path.name, f"trade {number}")
        for number, table in enumerate(tables, start=1)
    )
    keys = Counter(trade.key for trade in trades)
    doubled = [key for key, times in keys.items() if times > 1]
    if doubled:
        raise BundledDataError(path.name, f"{doubled[0]!r} stands there twice")
    if OTHER_TRADE not in keys:
        raise BundledDataError(path.name, f"the trade {OTHER_TRADE!r} is missing")
    return trades


def find_trade(trades: Iterable[Trade], typed: str) -> Trade:
    """Return the trade with this key, name or example; ``other`` when there is none."""
    wanted = typed.strip().casefold()
    known = list(trades)
    for trade in known:
        if wanted in {word.casefold() for word in (trade.key, trade.name, *trade.examples)}:
            return trade
    return next(trade for trade in known if trade.key == OTHER_TRADE)
