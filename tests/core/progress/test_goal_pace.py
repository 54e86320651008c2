"""The goal against the tally of new customers."""

from __future__ import annotations

from datetime import date

from socialcoach.core.progress.goal_pace import PaceVerdict, goal_pace
from socialcoach.core.strategy.goal import Aim, Goal

GOAL = Goal(aim=Aim.NEARBY, measure="new customers", target=8, by=date(2027, 3, 31))


def test_without_a_goal_there_is_nothing_to_compare() -> None:
    assert goal_pace(Goal(), {}, "2026-10") is None


def test_a_goal_on_the_way_says_what_is_missing_and_how_long_there_is() -> None:
    pace = goal_pace(GOAL, {"2026-10": 5}, "2026-10")
    assert pace is not None
    assert (pace.verdict, pace.missing, pace.months_left) == (PaceVerdict.ON_THE_WAY, 3, 5)


def test_a_goal_that_is_met_is_reached() -> None:
    pace = goal_pace(GOAL, {"2026-10": 8}, "2026-10")
    assert pace is not None
    assert pace.verdict is PaceVerdict.REACHED


def test_a_goal_whose_day_has_gone_by_says_so() -> None:
    pace = goal_pace(GOAL, {}, "2027-04")
    assert pace is not None
    assert (pace.verdict, pace.months_left) == (PaceVerdict.PAST_ITS_DAY, 0)
