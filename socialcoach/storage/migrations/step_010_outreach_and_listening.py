"""Room for more about promoters, their history, letters to them, and for what was heard where."""

from __future__ import annotations

from sqlite_utils import Database

from socialcoach.storage.migrations.steps import migrations

WORDS = ("greet", "email", "link", "contact")
DAYS = ("next_on", "stage_on")


@migrations()
def step_010_outreach_and_listening(database: Database) -> None:
    """Add what a promoter's card holds, a line for each happening, letters, and noted talks.

    Promoters of older versions keep what they had; their kind is not known yet.
    """
    promoter = database.table("promoter")
    promoter.add_column("kind", str, not_null_default="other")
    promoter.add_column("gifts", str, not_null_default="[]")
    for column in WORDS:
        promoter.add_column(column, str, not_null_default="")
    for column in DAYS:
        promoter.add_column(column, str)
    promoter.create_index(["do_not_contact", "next_on"])
    _history(database)
    _talks(database)


def _history(database: Database) -> None:
    database.table("promoter_event").create(
        {"id": int, "promoter_id": int, "at": str, "what": str, "words": str},
        pk="id",
        foreign_keys=[("promoter_id", "promoter", "id")],
        not_null={"promoter_id", "at", "what", "words"},
    ).create_index(["promoter_id", "at"])
    database.table("letter").create(
        {
            "id": int,
            "promoter_id": int,
            "template": str,
            "subject": str,
            "text": str,
            "changed_at": str,
            "sent_at": str,
        },
        pk="id",
        foreign_keys=[("promoter_id", "promoter", "id")],
        not_null={"promoter_id", "template", "subject", "text", "changed_at"},
    ).create_index(["promoter_id", "sent_at"])


def _talks(database: Database) -> None:
    database.table("talk").create(
        {
            "id": int,
            "platform": str,
            "place": str,
            "who": str,
            "about": str,
            "tags": str,
            "link": str,
            "noted_at": str,
            "post_id": int,
            "promoter_id": int,
        },
        pk="id",
        not_null={"platform", "place", "who", "about", "tags", "link", "noted_at"},
    ).create_index(["platform"]).create_index(["noted_at"])
