"""How many posts a week fit into the owner's time; no magic number, only arithmetic.

The minutes per kind are guesses to begin with. The owner's own times replace them.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta
from types import MappingProxyType

from socialcoach.core.meter.reading import Kind

MINUTES_BY_KIND: Mapping[Kind, int] = MappingProxyType(
    {
        Kind.OFFER: 15,
        Kind.PRODUCT: 20,
        Kind.EVENT: 20,
        Kind.BRAG: 15,
        Kind.TIP: 25,
        Kind.STORY: 30,
        Kind.COMMUNITY: 20,
        Kind.QUESTION: 10,
        Kind.FUN: 15,
        Kind.SERVICE: 15,
        Kind.GIVEAWAY: 40,
        Kind.NEWS: 10,
        Kind.OTHER: 20,
    }
)
"""Minutes to make one post of a kind with a photo: our guess, 2026-11-22."""

MINUTES_TO_ADAPT = 5
"""Minutes to fit a finished post to one more platform: our guess, 2026-11-22."""

TALKING_SHARE = 1 / 3
"""The share of the time kept for answering people: our judgement. Posting is only half of it."""

DAYS_OF_WEEK = 7

FIRST_TIME = time(10)
"""Where a plan begins while there are no posts to learn the owner's habit from."""

QUARTER = 15
"""Minutes; nobody plans to the minute."""


@dataclass(frozen=True)
class Pace:
    """A week: ``posts``, minutes for one of them, and minutes for making posts and for talking."""

    posts: int
    minutes_per_post: int
    minutes_making: int
    minutes_talking: int


def weekly_pace(
    minutes_per_week: int,
    kinds: Mapping[Kind, int],
    *,
    platforms: int = 1,
    costs: Mapping[Kind, int] = MINUTES_BY_KIND,
) -> Pace:
    """Return the pace that fits into ``minutes_per_week``; never less than one post.

    ``kinds`` says how many posts of each kind the plan has (the proportion counts, not the number);
    none means every kind alike. ``costs`` are minutes per kind, the owner's own where known.
    """
    per_post = minutes_for_a_post(kinds, costs) + MINUTES_TO_ADAPT * max(0, platforms - 1)
    making = minutes_per_week - round(minutes_per_week * TALKING_SHARE)
    posts = max(1, making // per_post)
    return Pace(posts, per_post, making, minutes_per_week - making)


def minutes_for_a_post(kinds: Mapping[Kind, int], costs: Mapping[Kind, int]) -> int:
    """Return the mean minutes for a post in this mixture of kinds, at least one."""
    weights = {kind: times for kind, times in kinds.items() if times > 0}
    weights = weights or dict.fromkeys(Kind, 1)
    total = sum(costs.get(kind, costs[Kind.OTHER]) * times for kind, times in weights.items())
    return max(1, round(total / sum(weights.values())))


def measured_costs(
    minutes_per_post: float, kinds: Mapping[Kind, int], costs: Mapping[Kind, int] = MINUTES_BY_KIND
) -> Mapping[Kind, int]:
    """Return the costs as this owner's clock knows them.

    ``minutes_per_post`` was measured over posts of the mixture ``kinds``. All guesses are stretched
    alike until that mixture takes as long, so that what is slow stays slower; none under a minute.
    """
    stretch = minutes_per_post / minutes_for_a_post(kinds, costs)
    return MappingProxyType({kind: max(1, round(costs[kind] * stretch)) for kind in costs})


def free_days(
    taken: Collection[date], first: date, weeks: int, posts_per_week: int
) -> tuple[date, ...]:
    """Return the days to add posts on, in order, so that each week has ``posts_per_week``.

    Weeks are counted from ``first``. ``taken`` are the days of posts that are there already, one
    for each post; a new post goes to the day of its week farthest from all others.
    """
    found: list[date] = []
    for week in range(weeks):
        days = [first + timedelta(days=DAYS_OF_WEEK * week + number) for number in range(7)]
        there = sum(1 for day in taken if day in days)
        for _post in range(min(posts_per_week, DAYS_OF_WEEK) - there):
            others = [*taken, *found]
            found.append(max(days, key=lambda day: (_loneliness(day, others), -day.toordinal())))
    return tuple(sorted(found))


def usual_time(clocks: Sequence[time]) -> time:
    """Return the time of day at which the owner mostly posts, to the quarter of an hour.

    ``clocks`` are times on the wall of recent posts; the middle one decides. None yet: 10 o'clock,
    when most shops are open.
    """
    if not clocks:
        return FIRST_TIME
    minutes = sorted(60 * clock.hour + clock.minute for clock in clocks)[(len(clocks) - 1) // 2]
    hour, minute = divmod(minutes - minutes % QUARTER, 60)
    return time(hour, minute)


def _loneliness(day: date, others: Sequence[date]) -> int:
    """Return the days to the nearest post, a week at most: farther away makes no difference."""
    return min([DAYS_OF_WEEK, *(abs((day - other).days) for other in others)])
