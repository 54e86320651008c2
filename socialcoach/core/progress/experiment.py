"""Something the owner changed on purpose, and whether people responded differently since.

The days of the experiment are compared with as many days just before, on the platforms that have
figures in both stretches, so that a platform that came or went cannot look like a change. Each
platform keeps one basis (people or views) for both. Whether the rates differ is said by
``comparison.trend``, with its 90 % interval of the difference.

Owners mostly change something after a bad stretch, and after a bad stretch figures rise by
themselves (regression towards the mean: Galton 1886, J. Anthropological Institute 15:246-263). A
comparison before and after cannot tell the two apart, and the words say so.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from socialcoach.core.progress.comparison import Trend, trend
from socialcoach.core.progress.overview import Basis, PlatformMonth
from socialcoach.core.progress.rates import Rate, ResponseSums, rate_of

FEWEST_DAYS = 14
"""Before two weeks are over nothing is said."""


@dataclass(frozen=True)
class Experiment:
    """What was changed, in the owner's words, from ``first`` to ``last``, both counted in.

    ``platform`` is empty for all platforms. Days are those where the business is.
    """

    id: int
    changed: str
    first: date
    last: date
    platform: str = ""

    def days(self, today: date) -> int:
        """Return how many days of it are over."""
        return max((min(self.last, today - timedelta(days=1)) - self.first).days + 1, 0)

    def is_over(self, today: date) -> bool:
        """Tell whether its last day has passed."""
        return today > self.last

    def first_before(self, today: date) -> date:
        """Return the first of as many days before it as are over now."""
        return self.first - timedelta(days=self.days(today))


class Verdict(StrEnum):
    """What can be said of an experiment; ``SAME`` is no difference that we can see."""

    BETTER = "better"
    WORSE = "worse"
    SAME = "same"
    TOO_EARLY = "too_early"
    TOO_FEW_BEFORE = "too_few_before"
    TOO_FEW_SINCE = "too_few_since"


@dataclass(frozen=True)
class Outcome:
    """An experiment with its verdict; rates are None where posts with figures are too few."""

    experiment: Experiment
    verdict: Verdict
    before: Rate | None = None
    since: Rate | None = None


def judge(
    experiment: Experiment,
    before: Mapping[str, PlatformMonth],
    since: Mapping[str, PlatformMonth],
    today: date,
) -> Outcome:
    """Compare the stretch before with the one since, both by platform."""
    wanted = [experiment.platform] if experiment.platform else sorted(since)
    earlier, later = _sums(wanted, before, since)
    rates = rate_of(earlier), rate_of(later)
    return Outcome(experiment, _verdict(experiment, *rates, today), *rates)


def _verdict(
    experiment: Experiment, before: Rate | None, since: Rate | None, today: date
) -> Verdict:
    if experiment.days(today) < FEWEST_DAYS:
        return Verdict.TOO_EARLY
    if since is None:
        return Verdict.TOO_FEW_SINCE if experiment.is_over(today) else Verdict.TOO_EARLY
    if before is None:
        return Verdict.TOO_FEW_BEFORE
    return {Trend.UP: Verdict.BETTER, Trend.DOWN: Verdict.WORSE, Trend.SAME: Verdict.SAME}[
        trend(before, since)
    ]


def _sums(
    platforms: list[str], before: Mapping[str, PlatformMonth], since: Mapping[str, PlatformMonth]
) -> tuple[ResponseSums, ResponseSums]:
    """Add up what is known in both stretches; what came only since stands alone without before."""
    earlier, later = ResponseSums(), ResponseSums()
    for platform in platforms:
        one, two = before.get(platform), since.get(platform)
        if one is None or two is None:
            continue
        basis = _basis(one, two)
        if one.sums(basis).posts and two.sums(basis).posts:
            earlier += one.sums(basis)
            later += two.sums(basis)
    if earlier.posts:
        return earlier, later
    return earlier, _alone(platforms, since)


def _alone(platforms: list[str], rows: Mapping[str, PlatformMonth]) -> ResponseSums:
    total = ResponseSums()
    for platform in platforms:
        if platform in rows:
            total += rows[platform].sums(_basis(rows[platform]))
    return total


def _basis(*rows: PlatformMonth) -> Basis:
    people, views = (sum(row.sums(basis).posts for row in rows) for basis in Basis)
    return Basis.VIEWS if views > people else Basis.PEOPLE
