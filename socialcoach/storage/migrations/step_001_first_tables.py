"""The tables of the first version."""

from __future__ import annotations

from sqlite_utils import Database

from socialcoach.storage.migrations.steps import migrations


@migrations()
def step_001_first_tables(database: Database) -> None:
    """Create the tables of the first version."""
    _strategy(database)
    _posts(database)
    _numbers(database)
    _people(database)


def _strategy(database: Database) -> None:
    database.table("strategy").create(
        {"id": int, "body": str, "saved_at": str}, pk="id", not_null={"body", "saved_at"}
    )
    database.table("setting").create({"key": str, "value": str}, pk="key", not_null={"value"})


def _posts(database: Database) -> None:
    database.table("post").create(
        {
            "id": int,
            "text": str,
            "status": str,
            "created_at": str,
            "updated_at": str,
            "platforms": str,
            "notes": str,
            "idea": str,
            "verdict": str,
            "pitch": float,
            "band": str,
            "kind": str,
            "pressure": int,
            "meter_version": str,
        },
        pk="id",
        not_null={"text", "status", "created_at", "updated_at", "platforms", "notes", "idea"},
    ).create_index(["status", "updated_at"])
    database.table("publication").create(
        {
            "id": int,
            "post_id": int,
            "platform": str,
            "status": str,
            "at": str,
            "text": str,
            "permalink": str,
            "external_key": str,
            "source": str,
        },
        pk="id",
        foreign_keys=[("post_id", "post", "id")],
        not_null={"post_id", "platform", "status", "at", "text", "permalink", "source"},
    ).create_index(["platform", "external_key"], unique=True).create_index(["status", "at"])
    database.table("publication").create_index(["post_id"])


def _numbers(database: Database) -> None:
    counts = ("views", "reach", "likes", "comments", "shares", "saves", "clicks", "follows")
    database.table("numbers").create(
        {"publication_id": int, "as_of": str, **dict.fromkeys(counts, int)},
        pk="publication_id",
        foreign_keys=[("publication_id", "publication", "id")],
        not_null={"as_of"},
    )
    database.table("import_run").create(
        {
            "id": int,
            "file_name": str,
            "layout": str,
            "imported_at": str,
            "added": int,
            "updated": int,
            "unchanged": int,
        },
        pk="id",
        not_null={"file_name", "layout", "imported_at"},
    )
    database.table("minutes").create(
        {"id": int, "day": str, "platform": str, "minutes": int, "what": str},
        pk="id",
        not_null={"day", "platform", "minutes", "what"},
    )
    database.table("found_us").create(
        {"id": int, "day": str, "platform": str}, pk="id", not_null={"day", "platform"}
    )


def _people(database: Database) -> None:
    database.table("conversation").create(
        {
            "id": int,
            "platform": str,
            "name": str,
            "said": str,
            "mood": str,
            "needs": str,
            "wrote_at": str,
            "answered_at": str,
            "answer": str,
        },
        pk="id",
        not_null={"platform", "name", "said", "mood", "needs", "wrote_at", "answer"},
    ).create_index(["answered_at", "wrote_at"])
    database.table("promoter").create(
        {
            "id": int,
            "name": str,
            "who_follows": str,
            "value_offered": str,
            "stage": str,
            "next_step": str,
            "last_contact_at": str,
            "result": str,
            "do_not_contact": int,
        },
        pk="id",
        not_null={"name", "who_follows", "value_offered", "stage", "next_step", "result"},
    )
