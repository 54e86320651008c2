"""How many posts fit into a week."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from socialcoach.core.meter.reading import Kind
from socialcoach.core.planning.pace import MINUTES_BY_KIND, weekly_pace


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
