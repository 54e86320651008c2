"""Months typed in by the owner."""

from __future__ import annotations

from sqlite_utils import Database

from socialcoach.storage.migrations.steps import migrations


@migrations()
def step_004_months_typed_in(database: Database) -> None:
    """Keep five numbers a month per platform, for who has no export; apart from post figures."""
    counts = ("posts", "reached", "responses", "follows", "minutes")
    database.table("typed_month").create(
        {"platform": str, "month": str, **dict.fromkeys(counts, int)},
        pk=("platform", "month"),
    )
