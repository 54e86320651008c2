"""Which days a month, a week and a list show."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socialcoach.core.planning.calendar_days import View, shown_days, stepped, week_start

days = st.dates(min_value=date(2, 3, 1), max_value=date(9997, 12, 31))
weekdays = st.integers(0, 6)


@given(st.sampled_from(View), days, weekdays)
def test_days_follow_one_another_and_the_day_is_among_them(view: View, day: date, first: int):
    shown = shown_days(view, day, first)
    assert day in shown
    assert all(later - earlier == timedelta(days=1) for earlier, later in pairwise(shown))


@given(days, weekdays)
def test_weeks_begin_where_the_country_begins_them(day: date, first: int):
    assert week_start(day, first).weekday() == first
    assert shown_days(View.MONTH, day, first)[0].weekday() == first


@given(days, weekdays)
def test_a_month_is_shown_whole_on_six_lines(day: date, first: int):
    shown = shown_days(View.MONTH, day, first)
    month = shown_days(View.LIST, day, first)
    assert len(shown) == 42
    assert set(month) <= set(shown)
    assert {one.month for one in month} == {day.month}


def test_a_page_on_from_the_end_of_january_is_the_end_of_february():
    assert stepped(View.MONTH, date(2026, 1, 31), 1) == date(2026, 2, 28)
    assert stepped(View.LIST, date(2026, 12, 15), 1) == date(2027, 1, 15)
    assert stepped(View.WEEK, date(2026, 12, 28), 1) == date(2027, 1, 4)


@pytest.mark.parametrize("view", list(View))
def test_nobody_turns_pages_beyond_all_calendars(view: View):
    for day, steps in ((date(9998, 12, 20), 30), (date(2, 1, 5), -30)):
        assert 2 <= stepped(view, day, steps).year <= 9998
