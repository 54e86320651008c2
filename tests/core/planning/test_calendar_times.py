"""Wall clocks and moments, on the days when clocks change and at the ends of the world."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socialcoach.core.planning.calendar_times import (
    ClockChange,
    on_another_day,
    placed,
    span_of_days,
    with_same_wall_clock,
)

LONDON, LISBON, NEW_YORK = (
    ZoneInfo(name) for name in ("Europe/London", "Europe/Lisbon", "America/New_York")
)
KIRITIMATI, PAGO_PAGO = ZoneInfo("Pacific/Kiritimati"), ZoneInfo("Pacific/Pago_Pago")
LORD_HOWE, APIA = ZoneInfo("Australia/Lord_Howe"), ZoneInfo("Pacific/Apia")
ZONES = (LONDON, NEW_YORK, KIRITIMATI, PAGO_PAGO, LORD_HOWE)
days = st.dates(min_value=date(2012, 1, 1), max_value=date(2036, 12, 31))
clocks = st.builds(time, st.integers(0, 23), st.integers(0, 59))


def test_on_most_days_a_time_is_what_the_wall_shows():
    found = placed(date(2026, 11, 24), time(10), NEW_YORK)
    assert found.at == datetime(2026, 11, 24, 15, tzinfo=UTC)
    assert found.change is ClockChange.NONE


def test_in_spring_a_time_that_does_not_exist_becomes_an_hour_later():
    found = placed(date(2026, 3, 29), time(1, 30), LONDON)
    assert found.change is ClockChange.SKIPPED
    assert found.local.time() == time(2, 30)
    assert found.at == datetime(2026, 3, 29, 1, 30, tzinfo=UTC)


def test_in_autumn_the_first_of_two_equal_times_is_taken():
    found = placed(date(2026, 10, 25), time(1, 30), LONDON)
    assert found.change is ClockChange.TWICE
    assert found.at == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)


@pytest.mark.parametrize("clock", [time(0, 59), time(2)])
@pytest.mark.parametrize("day", [date(2026, 3, 29), date(2026, 10, 25)])
def test_the_hours_around_a_change_are_ordinary(day: date, clock: time):
    found = placed(day, clock, LONDON)
    assert found.change is ClockChange.NONE
    assert found.local.time() == clock


def test_clocks_that_jump_by_half_an_hour_are_followed():
    found = placed(date(2026, 10, 4), time(2, 15), LORD_HOWE)
    assert found.change is ClockChange.SKIPPED
    assert found.local.time() == time(2, 45)


def test_a_whole_day_that_an_island_left_out_is_said_to_be_skipped():
    found = placed(date(2011, 12, 30), time(10), APIA)
    assert found.change is ClockChange.SKIPPED
    assert found.local.date() == date(2011, 12, 31)


def test_at_the_ends_of_the_world_the_same_day_lies_25_hours_apart():
    east = placed(date(2026, 11, 24), time(10), KIRITIMATI)
    west = placed(date(2026, 11, 24), time(10), PAGO_PAGO)
    assert east.at == datetime(2026, 11, 23, 20, tzinfo=UTC)
    assert west.at == datetime(2026, 11, 24, 21, tzinfo=UTC)


def test_moving_to_another_day_keeps_the_time_on_the_wall_over_a_change_of_clocks():
    before = placed(date(2026, 10, 24), time(9), LONDON).at
    after = on_another_day(before, date(2026, 10, 26), LONDON)
    assert after.local.time() == time(9)
    assert after.at - before == timedelta(days=2, hours=1)


def test_after_moving_house_ten_stays_ten():
    at = placed(date(2026, 11, 24), time(10), LONDON).at
    found = with_same_wall_clock(at, LONDON, NEW_YORK)
    assert found.local.time() == time(10)
    assert found.at - at == timedelta(hours=5)


def test_after_moving_house_into_a_change_of_clocks_it_is_said():
    at = placed(date(2026, 3, 29), time(2, 30), NEW_YORK).at
    assert with_same_wall_clock(at, NEW_YORK, LONDON).change is ClockChange.NONE
    at = placed(date(2026, 3, 29), time(1, 30), NEW_YORK).at
    assert with_same_wall_clock(at, NEW_YORK, LONDON).change is ClockChange.SKIPPED


@pytest.mark.parametrize(("day", "hours"), [((2026, 3, 29), 23), ((2026, 10, 25), 25)])
def test_the_days_of_the_change_are_23_and_25_hours_long(day: tuple[int, int, int], hours: int):
    begin, end = span_of_days(date(*day), date(*day), LONDON)
    assert end - begin == timedelta(hours=hours)


@given(days, clocks, st.sampled_from(ZONES))
def test_a_time_is_shown_as_it_was_set_unless_it_does_not_exist(
    day: date, clock: time, zone: ZoneInfo
):
    found = placed(day, clock, zone)
    assert found.at.utcoffset() == timedelta(0)
    assert found.at.astimezone(zone) == found.local
    shown = (found.local.date(), found.local.time())
    assert (shown == (day, clock)) is (found.change is not ClockChange.SKIPPED)


@given(days, clocks, st.sampled_from(ZONES))
def test_every_moment_lies_within_the_span_of_its_day(day: date, clock: time, zone: ZoneInfo):
    at = placed(day, clock, zone).at
    begin, end = span_of_days(day, day, zone)
    assert begin <= at < end
