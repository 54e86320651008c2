"""Who sees a post on a network that lets one choose, and the warning before it."""

from __future__ import annotations

from sqlite_utils import Database

from socialcoach.storage.migrations.steps import migrations


@migrations()
def step_012_who_sees_a_post(database: Database) -> None:
    """Keep what the owner chose for a post on a platform; it leaves with the post."""
    database.execute(
        """
        create table choice (
            post_id integer not null references post(id) on delete cascade,
            platform text not null,
            visibility text not null,
            warning text not null,
            primary key (post_id, platform)
        )
        """
    )
