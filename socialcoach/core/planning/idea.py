"""An idea for a post: what to write about and what the reader gets from it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from socialcoach.core.meter.reading import Kind
from socialcoach.core.planning.calendar_seasons import SOUTHERN

GENERAL = "general"
"""The trade of the ideas that suit every business."""


@dataclass(frozen=True)
class Idea:
    """One idea of ``resources/ideas``.

    ``value`` says what the reader gets; ``minutes`` is what it takes to make; ``platforms`` are
    the keys it suits, empty for all; ``starter`` is a first line with blanks; ``months`` (1 to 12)
    are its season north of the tropics, empty for the whole year; ``weather`` tells that it follows
    the weather, so that it comes half a year later in the south. ``trade`` is the trade it was
    written for.
    """

    id: str
    title: str
    kind: Kind
    value: str
    minutes: int
    platforms: tuple[str, ...]
    starter: str
    months: tuple[int, ...] = ()
    trade: str = GENERAL
    weather: bool = False

    def is_in_season(self, month: int) -> bool:
        """Tell whether the idea may be used in a month (1 to 12)."""
        return not self.months or month in self.months

    def in_country(self, country: str) -> Idea:
        """Return the idea with the months it has in a country (ISO 3166)."""
        if not self.weather or country not in SOUTHERN:
            return self
        return replace(self, months=tuple((month + 5) % 12 + 1 for month in self.months))

    def suits(self, platforms: tuple[str, ...]) -> bool:
        """Tell whether it suits one of these platforms; no platforms chosen yet suit all."""
        return not self.platforms or not platforms or bool(set(self.platforms) & set(platforms))
