"""How many of those who saw a post did something with it, and how sure that figure is.

The rate of a month is all responses divided by all who saw: sum(y) / sum(n). Posts differ from one
another by more than chance, so counting every viewer as independent would promise too much. Each
post's response is therefore taken as beta-binomial with one correlation ``rho`` between viewers of
the same post, found by moments from Pearson's chi-square (Kleinman 1973, JASA 68:46-54; Williams
1982, Applied Statistics 31:144-148). It widens the variance of the rate by the design effect
1 + (sum(n^2)/sum(n) - 1) * rho. The interval is Wilson's (1927, JASA 22:209-212) at the effective
number of viewers, as in Korn and Graubard (1998, Survey Methodology 24:193-201), with a t quantile
because rho is itself estimated from few posts; its degrees of freedom follow Satterthwaite (1946,
Biometrics Bulletin 2:110-114).

All of it needs only five sums over the posts, so the database adds them up and this file computes.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import sqrt

from socialcoach.core.progress.quantiles import t_quantile

ENOUGH_POSTS = 5
"""Below five posts with figures nothing is said about a rate."""

USUAL_SPREAD = 0.8
"""How much posts of one business differ in their rates: standard deviation over mean.

Only used to judge how far the few posts at hand can tell that spread themselves.
"""


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
    effect = 1 + _spread_factor(sums) * _correlation(sums, value)
    t = t_quantile(_degrees_of_freedom(sums, value, effect))
    low, high = _wilson(value, sums.seen / effect, t)
    return Rate(value, low, high, sums.posts, sums.seen, sums.responses)


def _spread_factor(sums: ResponseSums) -> float:
    return sums.seen_squared / sums.seen - 1


def _correlation(sums: ResponseSums, value: float) -> float:
    variance = value * (1 - value)
    room = sums.seen - sums.seen_squared / sums.seen - (sums.posts - 1)
    if variance == 0 or room <= 0:
        return 0.0
    pearson = (sums.squared_over_seen - sums.responses**2 / sums.seen) / variance
    return min(max((pearson - (sums.posts - 1)) / room, 0.0), 1.0)


def _degrees_of_freedom(sums: ResponseSums, value: float, effect: float) -> float:
    """Only the part of the variance that lies between posts is estimated from the posts."""
    cautious = value + 0.5 / sums.seen
    usual_rho = min(USUAL_SPREAD**2 * cautious / max(1 - value, 1e-9), 1.0)
    usual_effect = 1 + _spread_factor(sums) * usual_rho
    between = max(1 - 1 / effect, 1 - 1 / usual_effect, 1e-3)
    return (sums.posts - 1) / between**2


def _wilson(value: float, viewers: float, t: float) -> tuple[float, float]:
    shrink = 1 + t * t / viewers
    centre = (value + t * t / (2 * viewers)) / shrink
    half = t / shrink * sqrt(value * (1 - value) / viewers + (t / (2 * viewers)) ** 2)
    # Wilson's interval always holds the value; rounding may lose it by the last digit.
    return max(min(centre - half, value), 0.0), min(max(centre + half, value), 1.0)
