"""Posts planned for a day, and posts SocialCoach sends itself."""

from __future__ import annotations

from sqlite_utils import Database

from socialcoach.storage.migrations.steps import migrations


@migrations()
def step_005_planned_and_sent(database: Database) -> None:
    """Note for when a publication was planned, through which account it goes, and what came of it.

    ``attempt_key`` is chosen before the first try, so that a second try cannot double the post.
    """
    publication = database.table("publication")
    for column in ("planned_for", "zone", "account_id", "attempt_key", "problem"):
        publication.add_column(column, str)
    publication.create_index(["status", "planned_for"])
    database.table("account").create(
        {
            "id": str,
            "platform": str,
            "server": str,
            "handle": str,
            "name": str,
            "connected_at": str,
            "checked_at": str,
            "problem": str,
            "limits": str,
        },
        pk="id",
        not_null={"platform", "server", "handle", "name", "connected_at", "problem", "limits"},
    )
