"""Dates as platforms write them, and asking instead of guessing."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socialcoach.core.progress.importing.dates import (
    DateOrder,
    Written,
    newest_year,
    read_date,
    to_moment,
)

MONTH_FIRST = DateOrder.MONTH_FIRST
PACIFIC = ZoneInfo("America/Los_Angeles")


@pytest.mark.parametrize(
    ("cell", "year", "month", "day", "clock"),
    [
        ("03/05/2026 09:15", 2026, 3, 5, time(9, 15)),
        ("3/5/26 9:15 PM", 2026, 3, 5, time(21, 15)),
        ("2026-03-05 09:15 +0000", 2026, 3, 5, time(9, 15)),
        ("2026-03-05T09:15:30Z", 2026, 3, 5, time(9, 15, 30)),
        ("2026/03/05 18:19:10", 2026, 3, 5, time(18, 19, 10)),
        ("Sep 27, 2024", 2024, 9, 27, None),
        ("Tue, Jul 14, 2026", 2026, 7, 14, None),
        ("14. Juli 2026", 2026, 7, 14, None),
        ("14 de julho de 2026", 2026, 7, 14, None),
        ("July 16", None, 7, 16, None),
        ("1 mars 2026 08:05", 2026, 3, 1, time(8, 5)),
        ("18 января", None, 1, 18, None),
        ("9月13日", None, 9, 13, None),
        ("2026年9月13日", 2026, 9, 13, None),
        ("9월 13일", None, 9, 13, None),
        ("18 tháng Tám", None, 8, 18, None),
        ("2 tháng Mười Hai", None, 12, 2, None),
        ("2 tháng 8, 2026", 2026, 8, 2, None),
        ("13 Ağustos", None, 8, 13, None),
        ("13 września 2026", 2026, 9, 13, None),
        ("28 sept. 2026", 2026, 9, 28, None),
    ],
)
def test_dates_are_read_in_the_shapes_platforms_write(
    cell: str, year: int | None, month: int, day: int, clock: time | None
):
    written = read_date(cell, MONTH_FIRST)
    assert written is not None
    assert (written.year, written.month, written.day, written.clock) == (year, month, day, clock)


def test_the_order_of_day_and_month_is_what_it_is_told():
    day_first = read_date("03.05.2026 09:15", DateOrder.DAY_FIRST)
    assert day_first is not None
    assert (day_first.month, day_first.day) == (5, 3)


@pytest.mark.parametrize(
    "cell",
    [
        *("", "Lifetime", "13/13/2026", "02/30/2026", "2026-02-30", "31", "12:30"),
        *("July", "July 45", "0/0/0000", "x" * 500, "32 Juli 2026", "03/05/1650"),
        *("25/12/2026 25:00", "²/³/2026", "² July", "13月13日", "9 tháng 40"),
    ],
)
def test_what_is_no_date_is_not_forced_into_one(cell: str):
    assert read_date(cell, MONTH_FIRST) is None


@given(st.text(max_size=80))
def test_no_text_whatever_breaks_the_reading_of_dates(cell: str):
    for order in DateOrder:
        written = read_date(cell, order)
        assert written is None or isinstance(written, Written)


def test_a_clock_without_a_zone_stands_where_the_layout_says():
    written = read_date("07/20/2026 10:00", MONTH_FIRST)
    assert written is not None
    assert to_moment(written, 2026, PACIFIC, UTC) == datetime(2026, 7, 20, 17, tzinfo=UTC)


def test_a_zone_in_the_cell_outranks_the_layouts():
    written = read_date("2026-07-20 10:00 +0530", MONTH_FIRST)
    assert written is not None
    assert to_moment(written, 2026, PACIFIC, UTC) == datetime(2026, 7, 20, 4, 30, tzinfo=UTC)


@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "Pacific/Pago_Pago", "Europe/Berlin"])
def test_a_day_without_a_time_stays_that_day_for_the_business(zone: str):
    own = ZoneInfo(zone)
    moment = to_moment(Written(2026, 10, 31), 2026, PACIFIC, own)
    assert moment is not None
    assert moment.astimezone(own).date() == date(2026, 10, 31)


def test_a_missing_year_is_the_latest_that_is_not_in_the_future():
    assert newest_year(Written(None, 7, 16), date(2026, 7, 16)) == 2026
    assert newest_year(Written(None, 7, 17), date(2026, 7, 16)) == 2025
    assert newest_year(Written(None, 2, 29), date(2026, 7, 16)) == 2024
