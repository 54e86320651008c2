"""Months typed in by hand stand in where no post has figures."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from socialcoach.core.progress.month_mix import MonthMix
from socialcoach.core.progress.overview import PlatformMonth
from socialcoach.core.progress.rates import ResponseSums, rate_of
from socialcoach.core.progress.typed_month import TypedMonth, fill_gaps, fill_minutes

OCTOBER = TypedMonth("facebook", "2026-10", posts=12, reached=2400, responses=96, minutes=90)
KEY = ("2026-10", "facebook")
NUMBERS = st.none() | st.integers(0, 10**6)


def with_figures(posts: int) -> PlatformMonth:
    """Return an October in which so many posts have figures, out of twelve."""
    sums = ResponseSums.of([(100, 5)] * posts)
    return PlatformMonth("2026-10", "facebook", MonthMix("2026-10", 12, 3), people=sums)


def test_the_rate_is_responses_over_people_reached() -> None:
    rate = rate_of(OCTOBER.sums())
    assert rate is not None
    assert (rate.value, rate.posts) == (0.04, 12)


def test_sums_alone_promise_less_than_posts_that_are_alike() -> None:
    typed, known = rate_of(OCTOBER.sums()), rate_of(ResponseSums.of([(200, 8)] * 12))
    assert typed is not None
    assert known is not None
    assert typed.low < known.low < known.high < typed.high


def test_what_was_left_open_gives_no_rate() -> None:
    assert rate_of(TypedMonth("x", "2026-10", posts=12, reached=2400).sums()) is None
    assert TypedMonth("x", "2026-10").is_empty


def test_figures_of_posts_come_first() -> None:
    assert fill_gaps({KEY: with_figures(1)}, [OCTOBER]) == {}


def test_a_month_without_figures_is_filled_and_keeps_its_mix() -> None:
    filled = fill_gaps({KEY: with_figures(0)}, [OCTOBER])
    assert filled[KEY].people == OCTOBER.sums()
    assert filled[KEY].mix == MonthMix("2026-10", 12, 3)


def test_minutes_that_were_noted_come_first() -> None:
    assert fill_minutes({}, [OCTOBER]) == {KEY: 90}
    assert fill_minutes({KEY: 30}, [OCTOBER]) == {KEY: 30}


@given(NUMBERS, NUMBERS, NUMBERS)
def test_any_numbers_give_a_rate_between_none_and_all(
    posts: int | None, reached: int | None, responses: int | None
) -> None:
    typed = TypedMonth("x", "2026-10", posts=posts, reached=reached, responses=responses)
    rate = rate_of(typed.sums())
    assert rate is None or 0 <= rate.low <= rate.value <= rate.high <= 1
