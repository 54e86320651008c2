"""The trades that come with SocialCoach (``resources/trades.toml``)."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from socialcoach.core.strategy.trade import OTHER_TRADE, Trade
from socialcoach.storage.bundled.reading import BundledDataError, read_toml, structure


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
