"""Imports can be undone, and figures per day get a table."""

from __future__ import annotations

from sqlite_utils import Database

from socialcoach.storage.migrations.steps import migrations


@migrations()
def step_002_imports_can_be_undone(database: Database) -> None:
    """Note which import added a publication, and whether the time of day is known or only the day.

    Figures per day that belong to no post (views or reach of a whole page) get a table.
    """
    publication = database.table("publication")
    publication.add_column("import_id", int)
    publication.add_column("time_known", int)
    publication.create_index(["import_id"])
    database.table("daily_number").create(
        {"platform": str, "day": str, "metric": str, "value": int, "import_id": int},
        pk=("platform", "day", "metric"),
        not_null={"value"},
    )
