"""How many posts fit into a week."""

from __future__ import annotations

from datetime import date, time, timedelta

from hypothesis import given
from hypothesis import strategies as st

from socialcoach.core.meter.reading import Kind
from socialcoach.core.planning.pace import (
    MINUTES_BY_KIND,
    free_days,
    measured_costs,
    usual_time,
    weekly_pace,
)


def test_an_hour_a_week_leaves_time_for_posts_and_for_answers():
    pace = weekly_pace(60, {Kind.TIP: 1})
    assert (pace.posts, pace.minutes_per_post) == (1, 25)
    assert (pace.minutes_making, pace.minutes_talking) == (40, 20)


def test_quick_kinds_allow_more_posts_than_slow_ones():
    assert weekly_pace(180, {Kind.QUESTION: 1}).posts > weekly_pace(180, {Kind.GIVEAWAY: 1}).posts


def test_the_owners_own_times_replace_the_guesses():
    own = {**MINUTES_BY_KIND, Kind.TIP: 60}
    assert weekly_pace(180, {Kind.TIP: 3}, costs=own).posts == 2


def test_each_further_platform_takes_a_little_time():
    assert weekly_pace(120, {Kind.TIP: 1}, platforms=3).minutes_per_post == 35


@given(
    st.integers(0, 2_000),
    st.dictionaries(st.sampled_from(Kind), st.integers(0, 9)),
    st.integers(0, 5),
)
def test_there_is_always_at_least_one_post_and_no_minute_is_lost(
    minutes: int, kinds: dict[Kind, int], platforms: int
):
    pace = weekly_pace(minutes, kinds, platforms=platforms)
    assert pace.posts >= 1
    assert pace.minutes_making + pace.minutes_talking == minutes
    assert pace.posts == 1 or pace.posts * pace.minutes_per_post <= pace.minutes_making


def test_a_measured_time_stretches_all_guesses_alike():
    own = measured_costs(50, {Kind.TIP: 1})
    assert own[Kind.TIP] == 50
    assert own[Kind.QUESTION] == 20
    assert weekly_pace(300, {Kind.TIP: 1}, costs=own).posts == 4


@given(
    st.floats(0.1, 600),
    st.dictionaries(st.sampled_from(Kind), st.integers(0, 9)),
)
def test_no_kind_ever_costs_less_than_a_minute(minutes: float, kinds: dict[Kind, int]):
    assert all(cost >= 1 for cost in measured_costs(minutes, kinds).values())


FIRST = date(2026, 11, 23)


def test_an_empty_week_is_filled_evenly():
    assert free_days([], FIRST, 1, 2) == (date(2026, 11, 23), date(2026, 11, 29))


def test_what_is_there_already_counts():
    taken = [date(2026, 11, 24), date(2026, 11, 24)]
    assert free_days(taken, FIRST, 1, 2) == ()
    assert free_days(taken[:1], FIRST, 1, 2) == (date(2026, 11, 29),)


@given(
    st.lists(st.integers(0, 27).map(lambda n: FIRST + timedelta(days=n)), max_size=20),
    st.integers(1, 9),
)
def test_every_week_reaches_the_pace_and_none_goes_beyond_it_by_us(taken: list[date], posts: int):
    added = free_days(taken, FIRST, 4, posts)
    for week in range(4):
        days = {FIRST + timedelta(days=7 * week + n) for n in range(7)}
        there, new = sum(day in days for day in taken), sum(day in days for day in added)
        assert there + new == max(there, min(posts, 7))


def test_the_usual_time_is_the_owners_own_habit():
    assert usual_time([]) == time(10)
    assert usual_time([time(7, 44), time(18, 5), time(8, 2)]) == time(8)


@given(st.lists(st.times(), min_size=1))
def test_the_usual_time_is_a_quarter_of_an_hour_near_a_real_post(clocks: list[time]):
    found = usual_time(clocks)
    assert found.minute % 15 == 0
    assert any((one.hour, one.minute // 15) == (found.hour, found.minute // 15) for one in clocks)
