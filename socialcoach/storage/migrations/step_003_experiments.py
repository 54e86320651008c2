"""What the owner changed on purpose."""

from __future__ import annotations

from sqlite_utils import Database

from socialcoach.storage.migrations.steps import migrations


@migrations()
def step_003_experiments(database: Database) -> None:
    """Keep what the owner changed on purpose, and from which day to which."""
    database.table("experiment").create(
        {"id": int, "changed": str, "platform": str, "first_day": str, "last_day": str},
        pk="id",
        not_null={"changed", "platform", "first_day", "last_day"},
    )
