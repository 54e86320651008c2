"""What the owner's own posts say over a longer stretch than a month."""

from __future__ import annotations

from socialcoach.core.progress.best_times import BestTimes, best_times
from socialcoach.core.progress.months import month_after, span_of
from socialcoach.services.strategy.planner import Planner
from socialcoach.storage.progress.timed_posts import TimedPosts

MONTHS_FOR_TIMES = 12
"""Times are compared over a year: there are many of them and few posts at each."""


class Insights:
    """Compares times; months are those of the business's own calendar."""

    def __init__(self, timed: TimedPosts, planner: Planner) -> None:
        self._timed = timed
        self._planner = planner

    def best_times(self, month: str) -> BestTimes:
        """Return when people respond most, over the year that ends with a month."""
        zone = self._planner.zone()
        first = span_of(month_after(month, 1 - MONTHS_FOR_TIMES), zone)
        return best_times(self._timed.between(first, span_of(month, zone), zone))
