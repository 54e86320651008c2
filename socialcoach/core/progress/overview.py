"""All that Progress knows of each month, gathered from the sums the database adds up."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from socialcoach.core.progress.month_mix import MonthMix
from socialcoach.core.progress.months import month_after
from socialcoach.core.progress.rates import Rate, ResponseSums, rate_of

EVERYWHERE = ""
"""The key for all platforms together."""

SHOWN_MONTHS = 6
"""How many months the charts show, the chosen one last."""


class Basis(StrEnum):
    """What a rate divides by: different people, or times a post was shown."""

    PEOPLE = "people"
    VIEWS = "views"


@dataclass(frozen=True)
class PlatformMonth:
    """One platform in one month, with sums on both bases; ``posts`` counts all that went out."""

    month: str
    platform: str
    mix: MonthMix
    people: ResponseSums = field(default_factory=ResponseSums)
    views: ResponseSums = field(default_factory=ResponseSums)

    def sums(self, basis: Basis) -> ResponseSums:
        """Return the sums on one basis."""
        return self.people if basis is Basis.PEOPLE else self.views


@dataclass(frozen=True)
class RatePoint:
    """A month's rate; ``rate`` is None when there are not enough posts to say.

    ``posts`` counts those with figures, ``out`` all that went out.
    """

    month: str
    rate: Rate | None
    posts: int
    out: int


@dataclass(frozen=True)
class Overview:
    """Everything the monthly charts and sentences are made from.

    ``overall_mix`` counts a post once even when it went out on several platforms; ``today_month``
    is the month that is still running.
    """

    today_month: str
    months: tuple[str, ...] = ()
    platforms: tuple[str, ...] = ()
    by_platform: Mapping[tuple[str, str], PlatformMonth] = field(default_factory=dict)
    overall_mix: Mapping[str, MonthMix] = field(default_factory=dict)
    minutes: Mapping[tuple[str, str], int] = field(default_factory=dict)
    found_us: Mapping[tuple[str, str], int] = field(default_factory=dict)

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing went out yet."""
        return not self.by_platform

    @property
    def best_month(self) -> str:
        """Return the month to open with: the last full one with posts, else the latest with any."""
        with_posts = sorted({month for month, _ in self.by_platform})
        full = [month for month in with_posts if month < self.today_month]
        return (full or with_posts or [self.today_month])[-1]

    def is_running(self, month: str) -> bool:
        """Tell whether the month is not over yet."""
        return month >= self.today_month

    def shown(self, month: str) -> tuple[str, ...]:
        """Return the months a chart shows: up to six, ending with ``month``."""
        first = self.months[0] if self.months else month
        wanted = (month_after(month, -back) for back in reversed(range(SHOWN_MONTHS)))
        return tuple(one for one in wanted if one >= first) or (month,)

    def mix(self, month: str, platform: str = EVERYWHERE) -> MonthMix:
        """Return the mix of a month, on one platform or over all."""
        if platform == EVERYWHERE:
            return self.overall_mix.get(month, MonthMix(month))
        found = self.by_platform.get((month, platform))
        return found.mix if found else MonthMix(month)

    def mixes(self, months: Iterable[str], platform: str = EVERYWHERE) -> list[MonthMix]:
        """Return the mixes of several months."""
        return [self.mix(month, platform) for month in months]

    def basis(self, platform: str, months: Sequence[str]) -> Basis:
        """Return what is known of more of the platform's posts: people (also on a tie) or views.

        One basis holds for all months shown, because a change from people to views would look like
        a fall that never was.
        """
        rows = [self.by_platform.get((month, platform)) for month in months]
        people = sum(row.people.posts for row in rows if row)
        views = sum(row.views.posts for row in rows if row)
        return Basis.VIEWS if views > people else Basis.PEOPLE

    def bases(self, months: Sequence[str], platform: str = EVERYWHERE) -> dict[str, Basis]:
        """Return the basis of each platform with figures in these months."""
        wanted = self.platforms if platform == EVERYWHERE else (platform,)
        found = {one: self.basis(one, months) for one in wanted}
        return {one: basis for one, basis in found.items() if self._sums(months, one, basis).posts}

    def rates(self, months: Sequence[str], platform: str = EVERYWHERE) -> list[RatePoint]:
        """Return the rate of each month, on one platform or over all."""
        bases = self.bases(months, platform)
        return [self._point(month, platform, bases) for month in months]

    def minutes_in(self, month: str) -> dict[str, int]:
        """Return the minutes spent on each platform in a month."""
        return {one: n for (when, one), n in self.minutes.items() if when == month}

    def found_us_in(self, month: str) -> dict[str, int]:
        """Return how many new customers named each platform in a month."""
        return {one: n for (when, one), n in self.found_us.items() if when == month}

    def found_us_by_month(self) -> dict[str, int]:
        """Return the tally of each month over all platforms."""
        total: dict[str, int] = {}
        for (month, _), count in self.found_us.items():
            total[month] = total.get(month, 0) + count
        return total

    def _point(self, month: str, platform: str, bases: Mapping[str, Basis]) -> RatePoint:
        sums = ResponseSums()
        for one, basis in bases.items():
            sums += self._sums([month], one, basis)
        return RatePoint(month, rate_of(sums), sums.posts, self.mix(month, platform).posts)

    def _sums(self, months: Sequence[str], platform: str, basis: Basis) -> ResponseSums:
        total = ResponseSums()
        for month in months:
            row = self.by_platform.get((month, platform))
            total += row.sums(basis) if row else ResponseSums()
        return total
