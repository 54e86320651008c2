"""The goal month by month, against an even pace."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socialcoach.core.progress.goal_path import GoalPath, goal_path
from socialcoach.core.progress.months import month_after
from socialcoach.core.strategy.goal import Goal

GOAL = Goal(measure="new customers", now=2, target=8, by=date(2027, 1, 31))
SHOWN = ("2026-09", "2026-10", "2026-11")


def path(goal: Goal = GOAL, set_in: str = "2026-10", **counts: int) -> GoalPath:
    named = {name.replace("m", "2026-"): count for name, count in counts.items()}
    found = goal_path(goal, named, SHOWN, set_in)
    assert found is not None
    return found


def test_the_pace_climbs_evenly_from_where_the_owner_began_to_the_goal():
    paces = {point.month: point.pace for point in path().points}
    assert paces == {
        "2026-09": None,
        "2026-10": 2,
        "2026-11": 4,
        "2026-12": 6,
        "2027-01": 8,
    }


def test_months_to_come_have_a_pace_and_no_count():
    last = path(m10=3).points[-1]
    assert (last.month, last.count) == ("2027-01", None)


def test_a_month_nobody_came_in_counts_as_none_came():
    assert [point.count for point in path(m10=3).points[:3]] == [0, 3, 0]


def test_a_goal_for_this_very_month_asks_for_all_of_it():
    found = path(replace(GOAL, by=date(2026, 11, 30)), set_in="2026-11")
    assert found.points[-1].pace == 8


@pytest.mark.parametrize(
    "goal", [Goal(), replace(GOAL, target=None), replace(GOAL, by=date(2026, 1, 31))]
)
def test_without_a_whole_goal_ahead_there_is_no_path(goal: Goal):
    assert goal_path(goal, {}, SHOWN, "2026-10") is None


@given(ahead=st.integers(0, 60), back=st.integers(0, 60), target=st.integers(1, 500))
def test_the_path_never_grows_beyond_what_a_card_can_show(ahead: int, back: int, target: int):
    last = month_after("2026-11", ahead)
    goal = Goal(measure="m", target=float(target), by=date.fromisoformat(f"{last}-01"))
    found = goal_path(goal, {}, SHOWN, month_after("2026-11", -back))
    assert found is not None
    assert len(found.points) <= 12
    assert all(point.pace is None or 0 <= point.pace <= target for point in found.points)
