"""Saved endings, earlier texts, finding in drafts, own words, and ideas kept, hidden or own."""

from __future__ import annotations

from sqlite_utils import Database

from socialcoach.storage.migrations.steps import migrations
from socialcoach.storage.planning.search_index import make_index

CHANGED_POST = "old.text is not new.text or old.notes is not new.notes"


@migrations()
def step_008_endings_history_search_and_ideas(database: Database) -> None:
    """Make room for what helps with writing.

    ``ending.platform`` is empty for all platforms; ``snapshot.platform`` for the main text.
    ``search_stale`` names the posts that the index of words has yet to take up.
    """
    for table in TABLES:
        database.execute(table)
    database.table("snapshot").create_index(["post_id", "platform", "at"])
    make_index(database)
    for trigger in _triggers():
        database.execute(trigger)
    database.execute("insert or ignore into search_stale select id from post")


TABLES = (
    """
    create table ending (
        id integer primary key,
        name text not null,
        text text not null,
        platform text not null,
        created_at text not null,
        removed_at text
    )
    """,
    """
    create table snapshot (
        id integer primary key,
        post_id integer not null references post(id) on delete cascade,
        platform text not null,
        text text not null,
        at text not null
    )
    """,
    "create table own_word (word text primary key, at text not null)",
    """
    create table own_idea (
        id integer primary key,
        title text not null,
        kind text not null,
        starter text not null,
        note text not null,
        created_at text not null,
        removed_at text
    )
    """,
    "create table idea_mark (idea_id text primary key, mark text not null, at text not null)",
    "create table search_stale (post_id integer primary key)",
)


def _triggers() -> list[str]:
    """Return what notes which posts have other words now; it never touches the index itself.

    (Inside a trigger ``or ignore`` gives way to what the statement around it says.)
    """
    after = {
        "post_new": ("insert on post", "", "new.id"),
        "post_changed": ("update on post", f"when {CHANGED_POST}", "new.id"),
        "post_gone": ("delete on post", "", "old.id"),
        "version_new": ("insert on version", "", "new.post_id"),
        "version_changed": ("update on version", "", "new.post_id"),
        "version_gone": ("delete on version", "", "old.post_id"),
    }
    return [
        f"create trigger search_{name} after {event} {when} begin "
        f"insert into search_stale select {post} "
        f"where not exists (select 1 from search_stale where post_id = {post}); end"
        for name, (event, when, post) in after.items()
    ]
