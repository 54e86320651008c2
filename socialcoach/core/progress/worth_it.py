"""Whether a platform is worth its time: minutes against responses and new customers.

Responses per hour: all responses to a platform's posts over all its hours. The posts are a sample
of what the owner does there, so the variance of the sum of m posts is m times the variance between
posts. How sure the figure is is said at 90 % (:mod:`.bounds`, with a t quantile). Simulated, that
holds the truth 87 to 92 times of 100 where responses of posts differ by up to 0.5 (the standard
deviation of their logarithms), and 82 to 89 times where they differ by 1: rare great posts, which
carry much of the truth, are often not among the few that were seen. Two platforms differ when the
interval of the logarithm of their ratio leaves out 0. It is put together from the single ones as in
:mod:`.comparison`, but at their upper and wider sides on both ends, so that no platform is advised
away too easily: of two that are alike, 3 to 5 of 100 are called better, and as many worse.

New customers: when time made no difference, each of K customers would name a platform with its
share of the hours. A platform brought few (or many) when a count as low (or as high) has at most
one chance in twenty, counting half of the tie (mid-P: Lancaster 1961, JASA 56:223-234).

What goes together is not thereby cause and effect; the words say so.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from math import comb, hypot, log

from socialcoach.core.progress.bounds import SMALLEST_EFFECT, count_bounds
from socialcoach.core.progress.quantiles import t_quantile

ENOUGH_MINUTES = 180
"""Below three hours noted on a platform it is too early to say."""

ENOUGH_POSTS = 8
"""Below eight posts with figures its responses are not compared."""

ENOUGH_CUSTOMERS = 3
"""Below three customers over all platforms their tally is not compared."""

MINUTES_TO_STOP = 360
"""Stopping is advised only after six hours on a platform."""

UNLIKELY = 0.05


@dataclass(frozen=True)
class PlatformEffort:
    """What went into a platform and what came back, over the same days.

    ``posts`` and ``responses`` are those with figures; ``responses_squared`` is the sum of the
    squares of each post's responses; ``customers`` said that they found the business there.
    """

    platform: str
    minutes: int = 0
    posts: int = 0
    responses: int = 0
    responses_squared: float = 0.0
    customers: int = 0


@dataclass(frozen=True)
class PerHour:
    """Responses per hour with their 90 % interval."""

    value: float
    low: float
    high: float


class Advice(StrEnum):
    """What to do with a platform."""

    KEEP = "keep"
    LESS = "less"
    STOP = "stop"
    TOO_EARLY = "too_early"


class Reason(StrEnum):
    """Why; ``ALONE`` when there is no other platform to compare with."""

    MORE_CUSTOMERS = "more_customers"
    FEWER_CUSTOMERS = "fewer_customers"
    MORE_RESPONSES = "more_responses"
    FEWER_RESPONSES = "fewer_responses"
    MUCH_THE_SAME = "much_the_same"
    LITTLE_TIME = "little_time"
    LITTLE_KNOWN = "little_known"
    ALONE = "alone"


@dataclass(frozen=True)
class Worth:
    """The advice for one platform; ``per_hour`` is None when too little is known."""

    effort: PlatformEffort
    advice: Advice
    reasons: tuple[Reason, ...]
    per_hour: PerHour | None = None


@dataclass(frozen=True)
class _Comparison:
    """All platforms with enough time, to be compared with one another."""

    efforts: tuple[PlatformEffort, ...]
    per_hour: Mapping[str, PerHour] = field(default_factory=dict)

    def responses_differ(self, platform: str) -> int:
        """Return 1 when it clearly gets more per hour than the others together, -1 when fewer."""
        others = [one for one in self.efforts if one.platform != platform and _is_known(one)]
        here, rest = self.per_hour.get(platform), _per_hour(_together(others))
        if here is None or rest is None:
            return 0
        gap = log(here.value / rest.value)
        half = hypot(log(here.high / here.value), log(rest.high / rest.value))
        return (gap > half) - (gap < -half)

    def customers_differ(self, effort: PlatformEffort) -> int:
        """Return 1 when clearly more customers named it than its share of the time, -1 fewer."""
        total = sum(one.customers for one in self.efforts)
        if total < ENOUGH_CUSTOMERS:
            return 0
        share = effort.minutes / sum(one.minutes for one in self.efforts)
        tie = _binomial(total, effort.customers, share) / 2
        fewer = sum(_binomial(total, k, share) for k in range(effort.customers)) + tie
        return (1 - fewer <= UNLIKELY) - (fewer <= UNLIKELY)


def worth_it(efforts: Mapping[str, PlatformEffort]) -> list[Worth]:
    """Judge each platform, in the order given; those with no time and no result are left out."""
    used = [one for one in efforts.values() if one.minutes or one.customers]
    timed = tuple(one for one in used if one.minutes >= ENOUGH_MINUTES)
    known = {one.platform: _per_hour(one) for one in used if _is_known(one)}
    per_hour = {platform: rate for platform, rate in known.items() if rate is not None}
    comparison = _Comparison(timed, per_hour)
    return [_judge(one, comparison) for one in used]


def _judge(effort: PlatformEffort, comparison: _Comparison) -> Worth:
    per_hour = comparison.per_hour.get(effort.platform)
    advice, reasons = _advice(effort, comparison)
    return Worth(effort, advice, reasons, per_hour)


def _advice(effort: PlatformEffort, comparison: _Comparison) -> tuple[Advice, tuple[Reason, ...]]:
    if effort.minutes < ENOUGH_MINUTES:
        return Advice.TOO_EARLY, (Reason.LITTLE_TIME,)
    if len(comparison.efforts) < 2:
        return Advice.TOO_EARLY, (Reason.ALONE,)
    total = sum(one.customers for one in comparison.efforts)
    if effort.platform not in comparison.per_hour and total < ENOUGH_CUSTOMERS:
        return Advice.TOO_EARLY, (Reason.LITTLE_KNOWN,)
    customers = comparison.customers_differ(effort)
    responses = comparison.responses_differ(effort.platform)
    return _weigh(effort, customers, responses), _reasons(customers, responses)


def _weigh(effort: PlatformEffort, customers: int, responses: int) -> Advice:
    """Customers weigh more than responses; what is good on one side is never advised away."""
    if customers < 0 and responses < 0:
        is_long = effort.minutes >= MINUTES_TO_STOP
        return Advice.STOP if is_long and not effort.customers else Advice.LESS
    if customers < 0 or responses < 0:
        return Advice.KEEP if max(customers, responses) > 0 else Advice.LESS
    return Advice.KEEP


def _reasons(customers: int, responses: int) -> tuple[Reason, ...]:
    found = []
    if customers:
        found.append(Reason.MORE_CUSTOMERS if customers > 0 else Reason.FEWER_CUSTOMERS)
    if responses:
        found.append(Reason.MORE_RESPONSES if responses > 0 else Reason.FEWER_RESPONSES)
    return tuple(found) or (Reason.MUCH_THE_SAME,)


def _is_known(effort: PlatformEffort) -> bool:
    return effort.posts >= ENOUGH_POSTS and effort.minutes >= ENOUGH_MINUTES


def _together(efforts: list[PlatformEffort]) -> PlatformEffort:
    return PlatformEffort(
        "",
        sum(one.minutes for one in efforts),
        sum(one.posts for one in efforts),
        sum(one.responses for one in efforts),
        sum(one.responses_squared for one in efforts),
        sum(one.customers for one in efforts),
    )


def _per_hour(effort: PlatformEffort) -> PerHour | None:
    if effort.posts < ENOUGH_POSTS or effort.responses < 1 or not effort.minutes:
        return None
    m, y = effort.posts, effort.responses
    effect = (effort.responses_squared - y * y / m) * m / (m - 1) / y
    low, high = count_bounds(y, max(effect, SMALLEST_EFFECT), t_quantile(m - 1))
    hours = effort.minutes / 60
    return PerHour(y / hours, low / hours, high / hours)


def _binomial(n: int, k: int, p: float) -> float:
    return float(comb(n, k) * p**k * (1 - p) ** (n - k))
