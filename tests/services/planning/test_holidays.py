"""Public holidays by country, and silence where the country is not known."""

from __future__ import annotations

from datetime import date

import pytest

from socialcoach.services.planning.holidays import HolidayDays


@pytest.fixture(scope="module")
def days() -> HolidayDays:
    """One for all tests: a year is worked out once."""
    return HolidayDays()


@pytest.mark.parametrize(
    ("country", "region", "day", "name"),
    [
        ("GB", "", date(2026, 12, 25), "Christmas Day"),
        ("GB", "SCT", date(2026, 11, 30), "Saint Andrew's Day"),
        ("US", "", date(2026, 11, 26), "Thanksgiving Day"),
        ("US", "", date(2026, 10, 31), "Halloween"),
        ("DE", "BY", date(2026, 11, 1), "All Saints' Day"),
        ("NZ", "", date(2026, 2, 6), "Waitangi Day"),
    ],
)
def test_a_holiday_has_its_name(days: HolidayDays, country: str, region: str, day: date, name: str):
    assert name in days.of_year(country, region, 2026).get(day, ())


def test_a_holiday_of_one_part_is_not_one_of_the_whole_country(days: HolidayDays):
    assert date(2026, 11, 30) not in days.of_year("GB", "", 2026)


@pytest.mark.parametrize("country", ["", "XX", "Great Britain", "__", "HolidayBase"])
def test_an_unknown_country_has_no_holidays(days: HolidayDays, country: str):
    assert days.of_year(country, "", 2026) == {}
    assert days.regions(country) == ()


def test_an_unknown_part_falls_back_to_the_whole_country(days: HolidayDays):
    assert days.of_year("GB", "nowhere", 2026) == days.of_year("GB", "", 2026)


def test_parts_of_a_country_come_with_their_names(days: HolidayDays):
    assert ("SCT", "Scotland") in days.regions("GB")


def test_a_year_is_known_once_it_was_worked_out(days: HolidayDays):
    assert days.known("IE", "", 2031) is None
    found = days.of_year("IE", "", 2031)
    assert days.known("IE", "", 2031) is found
