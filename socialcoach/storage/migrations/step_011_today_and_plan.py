"""What the owner put off, looked back on, and how the plan stood then."""

from __future__ import annotations

from sqlite_utils import Database

from socialcoach.storage.migrations.steps import migrations


@migrations()
def step_011_today_and_plan(database: Database) -> None:
    """Keep put-off suggestions, monthly reviews of the goal, and the plan at each look through."""
    database.table("snooze").create({"key": str, "until": str}, pk="key", not_null={"until"})
    database.table("goal_review").create(
        {"month": str, "verdict": str, "note": str}, pk="month", not_null={"verdict", "note"}
    )
    database.table("plan_look").create(
        {"day": str, "sections": str}, pk="day", not_null={"sections"}
    )
