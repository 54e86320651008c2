"""Months of the calendar, where the business is."""

from __future__ import annotations

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from socialcoach.core.progress.months import (
    first_day,
    last_day,
    month_after,
    months_between,
    span_of,
)


def test_months_go_on_over_the_end_of_a_year() -> None:
    assert months_between("2025-11", "2026-02") == ("2025-11", "2025-12", "2026-01", "2026-02")


@pytest.mark.parametrize(("steps", "month"), [(1, "2027-01"), (-12, "2025-12"), (0, "2026-12")])
def test_steps_lead_forward_and_back(steps: int, month: str) -> None:
    assert month_after("2026-12", steps) == month


def test_february_of_a_leap_year_ends_on_the_29th() -> None:
    assert last_day("2028-02") == date(2028, 2, 29)


@pytest.mark.parametrize("text", ["2026-13", "October", "2026-10-01", ""])
def test_what_is_no_month_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        first_day(text)


def test_a_month_begins_at_midnight_where_the_business_is() -> None:
    span = span_of("2026-10", ZoneInfo("Pacific/Kiritimati"))
    assert span.start == datetime(2026, 9, 30, 10, tzinfo=UTC)


def test_a_month_with_a_clock_change_has_an_hour_more() -> None:
    span = span_of("2026-10", ZoneInfo("Europe/London"))
    assert (span.end - span.start).total_seconds() == (31 * 24 + 1) * 3600
