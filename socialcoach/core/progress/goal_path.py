"""The goal month by month: what was counted, and the pace that would reach it in time.

Serves the principle that likes are not the goal: what is drawn is the owner's own measure.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from socialcoach.core.progress.months import month_of, months_between
from socialcoach.core.strategy.goal import Goal


@dataclass(frozen=True)
class GoalPoint:
    """One month: ``count`` is what was counted (None for months to come), ``pace`` what was needed.

    ``pace`` is None before the goal was set and after its day.
    """

    month: str
    count: int | None
    pace: float | None


@dataclass(frozen=True)
class GoalPath:
    """The months of a goal, the oldest first, and the figure it asks for."""

    points: tuple[GoalPoint, ...]
    target: float


def goal_path(
    goal: Goal, counts: Mapping[str, int], shown: Sequence[str], set_in: str
) -> GoalPath | None:
    """Return the path of a goal, or None when it is not complete or its day is before it was set.

    ``counts`` are the figures by month, ``shown`` the months that are over or running, ``set_in``
    the month the goal was set. The pace is a straight line from the goal's own "now" (0 when the
    owner did not say) in that month to its target in the month of its day.
    """
    if not goal.is_complete or goal.target is None or goal.by is None or not shown:
        return None
    last = month_of(goal.by)
    if last < set_in:
        return None
    months = (*shown, *(one for one in months_between(shown[-1], last) if one > shown[-1]))
    steps = months_between(set_in, last)
    start = goal.now or 0.0
    points = [
        GoalPoint(
            month,
            counts.get(month, 0) if month in shown else None,
            _pace(steps, month, start, goal.target),
        )
        for month in months[-_MOST_MONTHS:]
    ]
    return GoalPath(tuple(points), goal.target)


_MOST_MONTHS = 12
"""More than a year of bars cannot be read in a card."""


def _pace(steps: Sequence[str], month: str, start: float, target: float) -> float | None:
    if month not in steps:
        return None
    if len(steps) == 1:
        return target
    return start + (target - start) * steps.index(month) / (len(steps) - 1)
