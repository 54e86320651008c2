"""A short look at the goal each month, at the whole plan each quarter."""

from __future__ import annotations

from datetime import date

import pytest

from socialcoach.core.strategy.goal import Goal
from socialcoach.core.strategy.review import (
    PlanChange,
    month_to_review,
    plan_changes,
    revision_is_due,
)

GOAL = Goal(measure="new customers", target=8, by=date(2027, 3, 31))
TODAY = date(2026, 11, 22)
LONG_AGO = date(2026, 1, 1)


def test_the_month_before_this_one_is_looked_back_on():
    assert month_to_review(GOAL, LONG_AGO, (), TODAY) == "2026-10"
    assert month_to_review(GOAL, LONG_AGO, (), date(2026, 1, 1)) is None
    assert month_to_review(GOAL, LONG_AGO, (), date(2026, 2, 1)) == "2026-01"


def test_a_month_is_asked_about_once():
    assert month_to_review(GOAL, LONG_AGO, ("2026-10",), TODAY) is None


def test_without_a_whole_goal_there_is_nothing_to_look_back_on():
    assert month_to_review(Goal(), LONG_AGO, (), TODAY) is None


def test_a_goal_set_this_month_is_given_time():
    assert month_to_review(GOAL, date(2026, 11, 1), (), TODAY) is None
    assert month_to_review(GOAL, date(2026, 10, 31), (), TODAY) == "2026-10"


@pytest.mark.parametrize(
    ("last", "due"),
    [(None, False), (date(2026, 8, 23), True), (date(2026, 8, 24), False), (TODAY, False)],
)
def test_a_quarter_after_the_last_look_the_next_is_due(last: date | None, due: bool):
    assert revision_is_due(last, TODAY) is due


def test_only_what_differs_is_told_in_the_order_of_the_plan_now():
    before = (("Who we are", "A bakery"), ("Gone", "Old"), ("Goal", "8 a month"))
    now = (("Goal", "10 a month"), ("Who we are", "A bakery"), ("New", "Fresh"))
    assert plan_changes(before, now) == (
        PlanChange("Goal", "8 a month", "10 a month"),
        PlanChange("New", "", "Fresh"),
        PlanChange("Gone", "Old", ""),
    )


def test_the_same_plan_has_no_changes():
    same = (("Who we are", "A bakery"),)
    assert plan_changes(same, same) == ()
