"""What the owner's own posts and hours say over a longer stretch than a month."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from socialcoach.core.progress.best_times import BestTimes, best_times
from socialcoach.core.progress.months import month_after, months_between, span_of
from socialcoach.core.progress.typed_month import TypedMonth, fill_minutes
from socialcoach.core.progress.worth_it import PlatformEffort, Worth, worth_it
from socialcoach.services.strategy.planner import Planner
from socialcoach.storage.progress.effort import Effort
from socialcoach.storage.progress.response_totals import ResponseTotals, Totals
from socialcoach.storage.progress.timed_posts import TimedPosts
from socialcoach.storage.progress.typed_months import TypedMonths

MONTHS_FOR_TIMES = 12
"""Times are compared over a year: there are many of them and few posts at each."""

MONTHS_FOR_WORTH = 3
"""Hours and what came of them are compared over three months: one holds too few customers."""


class Insights:
    """Compares times and platforms; months are those of the business's own calendar."""

    def __init__(
        self,
        timed: TimedPosts,
        totals: ResponseTotals,
        effort: Effort,
        typed: TypedMonths,
        planner: Planner,
    ) -> None:
        self._timed, self._totals, self._typed = timed, totals, typed
        self._effort, self._planner = effort, planner

    def best_times(self, month: str) -> BestTimes:
        """Return when people respond most, over the year that ends with a month."""
        zone = self._planner.zone()
        first = span_of(month_after(month, 1 - MONTHS_FOR_TIMES), zone)
        return best_times(self._timed.between(first, span_of(month, zone), zone))

    def worth_it(self, month: str) -> list[Worth]:
        """Return what each platform cost and brought, over three months that end with a month.

        The owner's chosen platforms come first, in their order.
        """
        zone = self._planner.zone()
        first = month_after(month, 1 - MONTHS_FOR_WORTH)
        months = months_between(first, month)
        totals = self._totals.between(span_of(first, zone), span_of(month, zone))
        typed = [one for one in self._typed.all() if one.month in months]
        totals = {**_typed_totals(typed), **totals}
        minutes = _over(fill_minutes(self._effort.minutes_by_month(), typed), months)
        customers = _over(self._effort.found_us_by_platform(), months)
        chosen = self._planner.strategy().platform_keys
        efforts = {
            platform: PlatformEffort(
                platform,
                minutes.get(platform, 0),
                *totals.get(platform, (0, 0, 0.0)),
                customers=customers.get(platform, 0),
            )
            for platform in dict.fromkeys((*chosen, *sorted({*minutes, *customers})))
        }
        return worth_it(efforts)


def _typed_totals(typed: Iterable[TypedMonth]) -> dict[str, Totals]:
    """Return what typed months add up to, for platforms without figures of single posts."""
    found: dict[str, Totals] = {}
    for one in typed:
        if one.posts and one.responses is not None:
            posts, responses, squares = found.get(one.platform, (0, 0, 0.0))
            more = one.responses_squared
            found[one.platform] = (posts + one.posts, responses + one.responses, squares + more)
    return found


def _over(by_month: Mapping[tuple[str, str], int], months: tuple[str, ...]) -> dict[str, int]:
    """Return the sum of each platform over some months."""
    total: dict[str, int] = {}
    for (month, platform), count in by_month.items():
        if month in months:
            total[platform] = total.get(platform, 0) + count
    return total
