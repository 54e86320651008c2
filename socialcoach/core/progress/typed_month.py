"""Five numbers a month per platform, typed in by an owner who has no export.

They stand in where no figures of single posts are known. Sums alone do not say how much posts
differ, and taking them as alike would promise too much; so they are taken to differ as the posts
of one business usually do (``USUAL_SPREAD``).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from socialcoach.core.progress.month_mix import MonthMix
from socialcoach.core.progress.overview import PlatformMonth
from socialcoach.core.progress.rates import ResponseSums

MonthKey = tuple[str, str]
"""A month such as ``"2026-10"`` and a platform."""

USUAL_SPREAD = 0.8
"""How much posts of one business differ in their rates: standard deviation over mean."""


@dataclass(frozen=True)
class TypedMonth:
    """What was typed in; ``None`` means left open, never zero."""

    platform: str
    month: str
    posts: int | None = None
    reached: int | None = None
    responses: int | None = None
    follows: int | None = None
    minutes: int | None = None

    @property
    def key(self) -> MonthKey:
        """Return month and platform."""
        return self.month, self.platform

    @property
    def is_empty(self) -> bool:
        """Tell whether everything was left open."""
        numbers = (self.posts, self.reached, self.responses, self.follows, self.minutes)
        return all(number is None for number in numbers)

    @property
    def responses_squared(self) -> float:
        """Return what the sum of the squares of each post's responses would usually be."""
        if not self.posts or not self.responses:
            return 0.0
        return self.responses**2 / self.posts * (1 + USUAL_SPREAD**2)

    def sums(self) -> ResponseSums:
        """Return the sums a rate is made from; empty unless posts, reach and responses are known.

        As with posts, there are never more responses than people who saw.
        """
        if not self.posts or not self.reached or self.responses is None:
            return ResponseSums()
        y = min(self.responses, self.reached)
        return ResponseSums(
            self.posts,
            self.reached,
            self.reached**2 / self.posts,
            y,
            y * y / self.reached * (1 + USUAL_SPREAD**2),
        )


def fill_gaps(
    rows: Mapping[MonthKey, PlatformMonth], typed: Iterable[TypedMonth]
) -> dict[MonthKey, PlatformMonth]:
    """Return the rows that typed months stand in for, where no post has figures."""
    return {one.key: _filled(rows.get(one.key), one) for one in typed if _is_gap(rows, one)}


def fill_minutes(noted: Mapping[MonthKey, int], typed: Iterable[TypedMonth]) -> dict[MonthKey, int]:
    """Return the minutes by month and platform; typed ones count where none were noted."""
    more = {one.key: one.minutes for one in typed if one.minutes and not noted.get(one.key)}
    return {**noted, **more}


def _is_gap(rows: Mapping[MonthKey, PlatformMonth], one: TypedMonth) -> bool:
    row = rows.get(one.key)
    return bool(one.sums().posts) and (row is None or not (row.people.posts or row.views.posts))


def _filled(row: PlatformMonth | None, one: TypedMonth) -> PlatformMonth:
    mix = row.mix if row else MonthMix(one.month)
    return PlatformMonth(one.month, one.platform, mix, people=one.sums())
