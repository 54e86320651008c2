"""Rows that hold the figures of a day."""

from __future__ import annotations

from datetime import date, timedelta

from socialcoach.core.progress.importing.dates import Written
from socialcoach.core.progress.importing.day_rows import days_of

TODAY = date(2026, 11, 22)


def without_years(days: list[date]) -> list[Written]:
    return [Written(None, day.month, day.day) for day in days]


def test_a_whole_year_without_years_is_counted_back_from_its_newest_day():
    days = [TODAY - timedelta(days=back) for back in range(365)]
    assert days_of(without_years(days[::-1]), TODAY) == days[::-1]
    assert days_of(without_years(days), TODAY) == days


def test_a_file_downloaded_last_year_ends_last_year():
    days = [date(2025, 12, 20) + timedelta(days=step) for step in range(20)]
    assert days_of(without_years(days), TODAY) == days


def test_years_that_are_written_are_believed():
    assert days_of([Written(2019, 5, 1)], TODAY) == [date(2019, 5, 1)]
