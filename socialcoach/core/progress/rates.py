"""How many of those who saw a post did something with it, and how sure that figure is.

The rate of a month is all responses divided by all who saw: p = sum(y) / sum(n). Posts differ from
one another by more than chance, so counting every viewer as independent would promise too much.
Each post's response is therefore taken as beta-binomial with one correlation ``rho`` between
viewers of the same post, found by moments from Pearson's chi-square (Kleinman 1973, JASA 68:46-54;
Williams 1982, Applied Statistics 31:144-148). It changes the variance of the rate by the design
effect 1 + (sum(n^2)/sum(n) - 1) * rho.

Nine of ten intervals shall hold the truth, whether posts really differ or are all alike; the tests
show it. ``rho`` may therefore come out negative (see ``bounds.SMALLEST_EFFECT``), and the quantile
is Student's t, because ``rho`` is itself estimated from few posts. The more of the variance lies
between posts, the more the few much-seen ones decide, and the fewer are its degrees of freedom:
from posts - 1 towards Kish's number of equal posts, sum(n)^2/sum(n^2), minus 1 (Kish 1992, Journal
of Official Statistics 8:183-200), halfway at most.

All of it needs only five sums over the posts, so the database adds them up and this file computes.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from socialcoach.core.progress.bounds import SMALLEST_EFFECT, share_bounds
from socialcoach.core.progress.quantiles import t_quantile

ENOUGH_POSTS = 5
"""Below five posts with figures nothing is said about a rate."""

CERTAIN = 1e9
"""Degrees of freedom as good as infinitely many."""

FEWEST_DEGREES = 3.0
"""Fewer degrees of freedom would make the interval say nothing at all."""


@dataclass(frozen=True)
class ResponseSums:
    """Five sums over posts: n is who saw one post, y how many of them responded (at most n).

    ``seen`` = sum(n), ``seen_squared`` = sum(n^2), ``responses`` = sum(y),
    ``squared_over_seen`` = sum(y^2 / n). Sums of several months or platforms may be added.
    """

    posts: int = 0
    seen: int = 0
    seen_squared: float = 0.0
    responses: int = 0
    squared_over_seen: float = 0.0

    def __add__(self, other: ResponseSums) -> ResponseSums:
        return ResponseSums(
            self.posts + other.posts,
            self.seen + other.seen,
            self.seen_squared + other.seen_squared,
            self.responses + other.responses,
            self.squared_over_seen + other.squared_over_seen,
        )

    @classmethod
    def of(cls, posts: Iterable[tuple[int, int]]) -> ResponseSums:
        """Add up posts given as (seen, responses); a post nobody saw is left out."""
        total = cls()
        for seen, responded in posts:
            if seen > 0:
                y = min(responded, seen)
                total += cls(1, seen, float(seen) ** 2, y, y * y / seen)
        return total


@dataclass(frozen=True)
class Rate:
    """A rate from 0 to 1 with its 90 % interval from ``low`` to ``high``."""

    value: float
    low: float
    high: float
    posts: int
    seen: int
    responses: int


def rate_of(sums: ResponseSums) -> Rate | None:
    """Return the rate with its interval, or None when there are not enough posts to say."""
    if sums.posts < ENOUGH_POSTS:
        return None
    value = sums.responses / sums.seen
    effect = _effect(sums, value)
    t = t_quantile(_degrees_of_freedom(sums, effect))
    low, high = share_bounds(value, sums.seen, effect, t)
    return Rate(value, low, high, sums.posts, sums.seen, sums.responses)


def _effect(sums: ResponseSums, value: float) -> float:
    """The variance of the rate over what it would be if every viewer were independent."""
    variance = value * (1 - value)
    room = sums.seen - sums.seen_squared / sums.seen - (sums.posts - 1)
    if variance == 0 or room <= 0:
        return 1.0
    pearson = (sums.squared_over_seen - sums.responses**2 / sums.seen) / variance
    rho = min((pearson - (sums.posts - 1)) / room, 1.0)
    return max(1 + (sums.seen_squared / sums.seen - 1) * rho, SMALLEST_EFFECT)


def _degrees_of_freedom(sums: ResponseSums, effect: float) -> float:
    """All posts count alike where chance rules; where posts differ, the much-seen ones decide."""
    if sums.seen_squared <= sums.seen:
        return CERTAIN  # one viewer a post: nothing lies between posts, and nothing is estimated
    between = max(1 - 1 / effect, 0.0)
    all_posts = sums.posts - 1
    equal_posts = max(sums.seen**2 / sums.seen_squared - 1, 1.0)
    return max(all_posts / (1 + between * (all_posts / equal_posts - 1) / 2), FEWEST_DEGREES)
