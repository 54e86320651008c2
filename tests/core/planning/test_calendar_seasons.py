"""The seasons, north and south, and nothing where there are none."""

from __future__ import annotations

from datetime import date

from socialcoach.core.planning.calendar_seasons import (
    NORTHERN,
    SOUTHERN,
    Season,
    season_starting,
)


def test_the_south_has_summer_when_the_north_has_winter():
    assert season_starting(date(2026, 12, 1), "GB") is Season.WINTER
    assert season_starting(date(2026, 12, 1), "NZ") is Season.SUMMER
    assert season_starting(date(2026, 3, 1), "DE") is Season.SPRING
    assert season_starting(date(2026, 3, 1), "ZA") is Season.AUTUMN


def test_a_season_begins_on_one_day_only():
    assert season_starting(date(2026, 12, 2), "GB") is None
    assert season_starting(date(2026, 11, 1), "GB") is None


def test_countries_near_the_equator_and_unknown_ones_are_told_nothing():
    assert season_starting(date(2026, 12, 1), "SG") is None
    assert season_starting(date(2026, 12, 1), "") is None


def test_no_country_lies_on_both_sides():
    assert not NORTHERN & SOUTHERN
    assert all(len(code) == 2 and code.isupper() for code in NORTHERN | SOUTHERN)
