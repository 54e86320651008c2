"""The goal in one sentence."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from socialcoach.core.strategy.goal import Aim, Goal
from socialcoach.services.words.goals import figure_text, goal_sentence

TODAY = date(2026, 11, 22)
GOAL = Goal("", Aim.NEARBY, "new customers a month", 2, 8, date(2026, 12, 31))


def test_a_whole_goal_has_a_day_a_wish_and_where_we_stand():
    assert goal_sentence(GOAL, TODAY) == (
        "By 31 December, we want 8 new customers a month. Today it is about 2."
    )


def test_the_year_is_said_when_it_is_another():
    later = replace(GOAL, by=date(2027, 3, 31), now=None)
    assert goal_sentence(later, TODAY) == "By 31 March 2027, we want 8 new customers a month."


def test_without_a_day_the_wish_stands_alone():
    assert goal_sentence(replace(GOAL, by=None, now=None), TODAY) == (
        "We want 8 new customers a month."
    )


def test_there_is_no_sentence_before_something_is_counted():
    assert goal_sentence(Goal("get 250 likes"), TODAY) == ""


def test_what_matters_can_be_marked():
    marked = goal_sentence(replace(GOAL, now=None), TODAY, mark="<b>{words}</b>")
    assert marked == "By <b>31 December</b>, we want <b>8 new customers a month</b>."


@pytest.mark.parametrize(("figure", "words"), [(8.0, "8"), (2.5, "2.5"), (1_500_000.0, "1500000")])
def test_figures_have_no_needless_decimals(figure: float, words: str):
    assert figure_text(figure) == words
