"""Moments in everyday words, by the calendar where the business is."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socialcoach.services.words.moments import ago, month_names, short_day

LONDON = ZoneInfo("Europe/London")
NOW = datetime(2026, 11, 22, 15, tzinfo=UTC)


@pytest.mark.parametrize(
    ("passed", "words"),
    [
        (timedelta(seconds=-30), "just now"),
        (timedelta(seconds=59), "just now"),
        (timedelta(seconds=61), "1 minute ago"),
        (timedelta(minutes=59, seconds=59), "59 minutes ago"),
        (timedelta(hours=1), "1 hour ago"),
        (timedelta(hours=15), "15 hours ago"),
        (timedelta(hours=15, minutes=1), "yesterday"),
        (timedelta(hours=39, minutes=1), "20 November"),
        (timedelta(days=365), "22 November 2025"),
    ],
)
def test_the_past_is_told_as_people_do(passed: timedelta, words: str):
    assert ago(NOW - passed, NOW, LONDON) == words


@pytest.mark.parametrize(
    ("zone", "words"),
    [
        ("Pacific/Kiritimati", "yesterday"),
        ("Pacific/Pago_Pago", "3 hours ago"),
        ("UTC", "3 hours ago"),
    ],
)
def test_yesterday_is_what_it_is_at_the_business(zone: str, words: str):
    moment, now = datetime(2026, 11, 22, 7, tzinfo=UTC), datetime(2026, 11, 22, 10, 30, tzinfo=UTC)
    assert ago(moment, now, ZoneInfo(zone)) == words


def test_the_night_the_clocks_go_back_the_two_hours_of_one_name_are_told_apart():
    now = datetime(2026, 10, 25, 12, tzinfo=UTC)
    first = datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    assert ago(first, now, LONDON) == "11 hours ago"
    assert ago(first + timedelta(hours=1), now, LONDON) == "10 hours ago"


def test_the_day_the_clocks_go_forward_yesterday_is_still_yesterday():
    now = datetime(2026, 3, 29, 23, 30, tzinfo=LONDON)
    assert ago(datetime(2026, 3, 28, 0, 15, tzinfo=LONDON), now, LONDON) == "yesterday"
    assert ago(datetime(2026, 3, 29, 0, 15, tzinfo=LONDON), now, LONDON) == "22 hours ago"


@given(
    st.datetimes(min_value=datetime(2020, 1, 1), max_value=datetime(2030, 1, 1)),
    st.sampled_from(["UTC", "Pacific/Kiritimati", "Pacific/Pago_Pago", "America/New_York"]),
)
def test_every_moment_has_words(moment: datetime, zone: str):
    words = ago(moment.replace(tzinfo=UTC), NOW, ZoneInfo(zone))
    assert words
    assert "{" not in words
    assert ":" not in words


def test_a_day_of_another_year_names_the_year():
    assert short_day(date(2026, 5, 3), date(2026, 11, 22)) == "3 May"
    assert short_day(date(2025, 5, 3), date(2026, 11, 22)) == "3 May 2025"


def test_there_are_twelve_months():
    assert len(set(month_names())) == 12
