"""New followers by month, bought ones apart."""

from __future__ import annotations

from socialcoach.core.progress.followers import FollowerMonth, follower_months
from socialcoach.core.progress.typed_month import TypedMonth

MONTHS = ["2026-09", "2026-10"]


def test_platforms_are_added_up_and_bought_followers_stay_apart():
    figures = [
        ("2026-10", "facebook", "follows", 4),
        ("2026-10", "linkedin", "follows", 3),
        ("2026-10", "linkedin", "paid_follows", 20),
    ]
    assert follower_months(MONTHS, figures)[-1] == FollowerMonth("2026-10", came=7, bought=20)


def test_a_month_without_figures_is_unknown_and_not_zero():
    assert follower_months(MONTHS, [])[0] == FollowerMonth("2026-09")


def test_a_typed_month_stands_in_where_the_platform_said_nothing():
    typed = [TypedMonth("facebook", "2026-09", follows=5)]
    assert follower_months(MONTHS, [], typed)[0].came == 5


def test_the_platforms_own_figure_outranks_a_typed_one():
    figures = [("2026-09", "facebook", "follows", 8)]
    typed = [TypedMonth("facebook", "2026-09", follows=5)]
    assert follower_months(MONTHS, figures, typed)[0].came == 8


def test_those_who_left_are_told_apart_from_those_who_came():
    figures = [("2026-10", "x", "follows", 8), ("2026-10", "x", "unfollows", 3)]
    here = follower_months(MONTHS, figures)[-1]
    assert (here.came, here.left) == (8, 3)
