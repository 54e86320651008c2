"""Own words for a platform, and pictures."""

from __future__ import annotations

from sqlite_utils import Database

from socialcoach.storage.migrations.steps import migrations


@migrations()
def step_007_versions_and_pictures(database: Database) -> None:
    """Keep a post's own words by platform, and its pictures; both leave with the post.

    ``version.band`` and ``kind`` are what the meter said of the words, if it has read them.
    ``picture.fits`` is JSON: what the owner wishes to be done to its shape, by platform.
    """
    database.execute(
        """
        create table version (
            post_id integer not null references post(id) on delete cascade,
            platform text not null,
            text text not null,
            updated_at text not null,
            band text,
            kind text,
            primary key (post_id, platform)
        )
        """
    )
    database.execute(
        """
        create table picture (
            id integer primary key,
            post_id integer not null references post(id) on delete cascade,
            file text not null,
            mime text not null,
            width integer not null,
            height integer not null,
            size integer not null,
            place integer not null,
            alt text not null,
            fits text not null,
            removed_at text
        )
        """
    )
    database.table("picture").create_index(["post_id", "place"])
