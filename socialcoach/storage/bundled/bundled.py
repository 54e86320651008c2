"""All bundled data in one frozen bundle."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from socialcoach.core.planning.platform_facts import PlatformFacts
from socialcoach.core.strategy.lesson import Lesson
from socialcoach.core.strategy.trade import Trade
from socialcoach.storage.bundled.lessons import load_lessons
from socialcoach.storage.bundled.platforms import load_platforms
from socialcoach.storage.bundled.trades import load_trades


@dataclass(frozen=True)
class Bundled:
    """Platforms and trades by key, and all lessons; ideas are read when they are asked for."""

    platforms: Mapping[str, PlatformFacts]
    trades: Mapping[str, Trade]
    lessons: tuple[Lesson, ...]


def load_bundled(resources: Path) -> Bundled:
    """Read what every start needs; a damaged file raises ``BundledDataError``, which names it."""
    return Bundled(
        platforms={facts.key: facts for facts in load_platforms(resources)},
        trades={trade.key: trade for trade in load_trades(resources)},
        lessons=load_lessons(resources),
    )
