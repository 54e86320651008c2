"""All that Progress knows of each month, gathered from the sums the database adds up."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
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
class Unseen:
    """Responses to posts of which nobody can tell how many saw them: they make no rate."""

    posts: int = 0
    responses: int = 0

    def __add__(self, other: Unseen) -> Unseen:
        return Unseen(self.posts + other.posts, self.responses + other.responses)


@dataclass(frozen=True)
class PlatformMonth:
    """One platform in one month, with sums on both bases; ``posts`` counts all that went out."""

    month: str
    platform: str
    mix: MonthMix
    people: ResponseSums = field(default_factory=ResponseSums)
    views: ResponseSums = field(default_factory=ResponseSums)
    unseen: Unseen = field(default_factory=Unseen)

    @property
    def is_unseen(self) -> bool:
        """Tell whether there are figures, but none of who saw a post."""
        return bool(self.unseen.posts) and not (self.people.posts or self.views.posts)

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
    """Everything the charts and sentences of one month are made from.

    ``month`` is the chosen one, ``today_month`` the one that is still running. ``months`` are all
    from the first post to now; sums and mixes are there for the shown ones only, so that opening
    the page does not grow with the years. ``overall_mix`` counts a post once even when it went out
    on several platforms. ``typed_in`` are the months of platforms whose sums were typed in by hand.
    """

    month: str
    today_month: str
    months: tuple[str, ...] = ()
    platforms: tuple[str, ...] = ()
    by_platform: Mapping[tuple[str, str], PlatformMonth] = field(default_factory=dict)
    overall_mix: Mapping[str, MonthMix] = field(default_factory=dict)
    minutes: Mapping[tuple[str, str], int] = field(default_factory=dict)
    found_us: Mapping[tuple[str, str], int] = field(default_factory=dict)
    typed_in: frozenset[tuple[str, str]] = frozenset()

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing went out yet."""
        return not self.months

    @property
    def shown(self) -> tuple[str, ...]:
        """Return the months a chart shows: up to six, the chosen one last."""
        return shown_months(self.months[0] if self.months else self.month, self.month)

    @property
    def shows_all(self) -> bool:
        """Tell whether the shown months reach back to the first post."""
        return not self.months or self.months[0] in self.shown

    def typed_platforms(self, month: str, platform: str = EVERYWHERE) -> list[str]:
        """Return the platforms, of all or of one, whose numbers of a month were typed in."""
        wanted = self.platforms if platform == EVERYWHERE else (platform,)
        return [one for one in wanted if (month, one) in self.typed_in]

    def is_running(self, month: str) -> bool:
        """Tell whether the month is not over yet."""
        return month >= self.today_month

    def mix(self, month: str, platform: str = EVERYWHERE) -> MonthMix:
        """Return the mix of a month, on one platform or over all."""
        if platform == EVERYWHERE:
            return self.overall_mix.get(month, MonthMix(month))
        found = self.by_platform.get((month, platform))
        return found.mix if found else MonthMix(month)

    def mixes(self, platform: str = EVERYWHERE) -> list[MonthMix]:
        """Return the mixes of the shown months."""
        return [self.mix(month, platform) for month in self.shown]

    def basis(self, platform: str) -> Basis:
        """Return what is known of more of the platform's posts: people (also on a tie) or views.

        One basis holds for all months shown, because a change from people to views would look like
        a fall that never was.
        """
        rows = [self.by_platform.get((month, platform)) for month in self.shown]
        people = sum(row.people.posts for row in rows if row)
        views = sum(row.views.posts for row in rows if row)
        return Basis.VIEWS if views > people else Basis.PEOPLE

    def bases(self, platform: str = EVERYWHERE) -> dict[str, Basis]:
        """Return the basis of each platform with figures in the shown months."""
        wanted = self.platforms if platform == EVERYWHERE else (platform,)
        found = {one: self.basis(one) for one in wanted}
        return {
            one: basis for one, basis in found.items() if self._sums(self.shown, one, basis).posts
        }

    def rates(self, platform: str = EVERYWHERE) -> list[RatePoint]:
        """Return the rate of each shown month, on one platform or over all."""
        bases = self.bases(platform)
        return [self._point(month, platform, bases) for month in self.shown]

    def unseen(self, platform: str = EVERYWHERE) -> dict[str, Unseen]:
        """Return the chosen month's responses by platform, where nobody knows who saw a post."""
        wanted = self.platforms if platform == EVERYWHERE else (platform,)
        rows = {one: self.by_platform.get((self.month, one)) for one in wanted}
        return {one: row.unseen for one, row in rows.items() if row and row.is_unseen}

    @property
    def minutes_spent(self) -> dict[str, int]:
        """Return the minutes spent on each platform in the chosen month."""
        return {one: n for (when, one), n in self.minutes.items() if when == self.month}

    @property
    def found_us_through(self) -> dict[str, int]:
        """Return how many new customers named each platform in the chosen month."""
        return {one: n for (when, one), n in self.found_us.items() if when == self.month}

    def _point(self, month: str, platform: str, bases: Mapping[str, Basis]) -> RatePoint:
        sums = ResponseSums()
        for one, basis in bases.items():
            sums += self._sums([month], one, basis)
        out = max(self.mix(month, platform).posts, sums.posts)
        return RatePoint(month, rate_of(sums), sums.posts, out)

    def _sums(self, months: Sequence[str], platform: str, basis: Basis) -> ResponseSums:
        total = ResponseSums()
        for month in months:
            row = self.by_platform.get((month, platform))
            total += row.sums(basis) if row else ResponseSums()
        return total


def shown_months(first: str, month: str) -> tuple[str, ...]:
    """Return up to six months that end with ``month`` and do not begin before ``first``."""
    wanted = (month_after(month, -back) for back in reversed(range(SHOWN_MONTHS)))
    return tuple(one for one in wanted if one >= first) or (month,)
