"""How far the goal is: customers who said they found the business online, against the target."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from socialcoach.core.progress.months import month_of, months_between
from socialcoach.core.strategy.goal import Goal


class PaceVerdict(StrEnum):
    """Where a goal stands."""

    REACHED = "reached"
    ON_THE_WAY = "on_the_way"
    PAST_ITS_DAY = "past_its_day"


@dataclass(frozen=True)
class GoalPace:
    """A goal in one month.

    ``count`` and ``target`` are customers a month; ``months_left`` counts whole months after this
    one up to and with that of the goal's day.
    """

    verdict: PaceVerdict
    count: int = 0
    target: float = 0.0
    months_left: int = 0

    @property
    def missing(self) -> float:
        """Return how many more a month the goal asks for."""
        return max(self.target - self.count, 0.0)


def goal_pace(goal: Goal, found_us: Mapping[str, int], month: str) -> GoalPace | None:
    """Compare a month's tally of new customers with the goal.

    Returns None without a complete goal. The caller asks only for goals that this tally counts.
    """
    if not goal.is_complete or goal.target is None or goal.by is None:
        return None
    count = found_us.get(month, 0)
    left = _months_left(month, goal.by)
    if count >= goal.target:
        return GoalPace(PaceVerdict.REACHED, count, goal.target, left)
    past = month_of(goal.by) < month
    verdict = PaceVerdict.PAST_ITS_DAY if past else PaceVerdict.ON_THE_WAY
    return GoalPace(verdict, count, goal.target, left)


def _months_left(month: str, by: date) -> int:
    return max(len(months_between(month, month_of(by))) - 1, 0)
