"""Adding up figures per day by month."""

from __future__ import annotations

from sqlite_utils import Database

from socialcoach.storage.progress.daily import DailyNumbers


def put(database: Database, *rows: tuple[str, str, str, int]) -> None:
    names = ("platform", "day", "metric", "value")
    database.table("daily_number").insert_all(dict(zip(names, row, strict=True)) for row in rows)


def test_a_month_is_added_up_by_platform_and_metric(database: Database):
    put(
        database,
        ("x", "2026-10-01", "follows", 2),
        ("x", "2026-10-31", "follows", 3),
        ("x", "2026-10-31", "paid_follows", 9),
        ("x", "2026-10-31", "views", 700),
    )
    sums = DailyNumbers(database).month_sums(("follows", "paid_follows"), "2026-10", "2026-10")
    assert sorted(sums) == [
        ("2026-10", "x", "follows", 5),
        ("2026-10", "x", "paid_follows", 9),
    ]


def test_days_outside_the_months_stay_outside(database: Database):
    put(database, ("x", "2026-09-30", "follows", 2), ("x", "2026-12-01", "follows", 2))
    assert DailyNumbers(database).month_sums(("follows",), "2026-10", "2026-11") == []
