"""Minutes and the tally of customers who found the business online."""

from __future__ import annotations

from datetime import date

from sqlite_utils import Database

from socialcoach.storage.progress.effort import Effort


def test_minutes_between_two_days_count_both_days(database: Database):
    effort = Effort(database)
    for day in (1, 2, 3, 4):
        effort.add_minutes(date(2026, 11, day), "facebook", 10 * day, "writing")
    assert effort.minutes_between(date(2026, 11, 2), date(2026, 11, 3)) == 50
    assert effort.minutes_between(date(2026, 12, 1), date(2026, 12, 31)) == 0


def test_customers_who_found_us_are_counted_by_month(database: Database):
    effort = Effort(database)
    for day in (date(2026, 10, 31), date(2026, 11, 1), date(2026, 11, 30)):
        effort.add_found_us(day, "instagram")
    assert effort.found_us_by_month() == {"2026-10": 1, "2026-11": 2}
    assert effort.found_us_by_platform() == {
        ("2026-10", "instagram"): 1,
        ("2026-11", "instagram"): 2,
    }
