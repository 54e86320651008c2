"""The days people keep, each on its own date by country."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socialcoach.core.planning.kept_days import (
    LOOK_AHEAD_DAYS,
    NearDay,
    easter,
    kept_days,
    near_days,
)


def day(name: str, year: int, country: str) -> date:
    """Return when a day is kept."""
    return next(one.day for one in kept_days(year, country) if one.name == name)


@pytest.mark.parametrize(
    ("year", "expected"),
    [(2024, date(2024, 3, 31)), (2026, date(2026, 4, 5)), (2038, date(2038, 4, 25))],
)
def test_easter(year: int, expected: date):
    assert easter(year) == expected


@pytest.mark.parametrize(
    ("name", "year", "country", "expected"),
    [
        ("Mother’s Day", 2026, "US", date(2026, 5, 10)),
        ("Mother’s Day", 2026, "GB", date(2026, 3, 15)),
        ("Mother’s Day", 2026, "FR", date(2026, 5, 31)),
        ("Mother’s Day", 2026, "ES", date(2026, 5, 3)),
        ("Mother’s Day", 2026, "PL", date(2026, 5, 26)),
        ("Mother’s Day", 2026, "SE", date(2026, 5, 31)),
        ("Father’s Day", 2026, "GB", date(2026, 6, 21)),
        ("Father’s Day", 2026, "DE", date(2026, 5, 14)),
        ("Father’s Day", 2026, "AU", date(2026, 9, 6)),
        ("Pancake Day", 2026, "GB", date(2026, 2, 17)),
        ("Halloween", 2026, "US", date(2026, 10, 31)),
    ],
)
def test_each_country_keeps_its_own_date(name: str, year: int, country: str, expected: date):
    assert day(name, year, country) == expected


def test_without_a_country_no_day_is_named():
    assert kept_days(2026, "") == ()


def test_near_days_come_in_order_and_each_name_once():
    public = {
        date(2026, 12, 25): ("Christmas Day",),
        date(2026, 12, 31): ("New Year's Eve",),
        date(2027, 1, 1): ("New Year's Day",),
    }
    near = near_days(date(2026, 12, 15), "US", public)
    assert [one.name for one in near] == ["Christmas Day", "New Year's Eve", "New Year's Day"]
    assert near[0].days_from(date(2026, 12, 15)) == 10


@given(st.dates(date(2020, 1, 1), date(2060, 1, 1)), st.sampled_from(["GB", "FR", "DE", "SE", ""]))
def test_near_days_are_near(today: date, country: str):
    for one in near_days(today, country, {}):
        assert isinstance(one, NearDay)
        assert 0 <= one.days_from(today) <= LOOK_AHEAD_DAYS
