"""Keeps saved endings and sets of hashtags."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlite_utils import Database

from socialcoach.core.planning.ending import Ending
from socialcoach.storage.rows import insert_row
from socialcoach.storage.times import to_text


class Endings:
    """Reads and writes endings; a removed one stays for a while, so that it can come back."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> list[Ending]:
        """Return the endings by name."""
        rows = self._database.table("ending").rows_where(
            "removed_at is null", order_by="name collate nocase, id"
        )
        return [_from_row(row) for row in rows]

    def add(self, ending: Ending, now: datetime) -> Ending:
        """Insert an ending (its ``id`` is ignored) and return it with its new id."""
        row = {**_to_row(ending), "created_at": to_text(now)}
        return replace(ending, id=insert_row(self._database, "ending", row))

    def save(self, ending: Ending) -> None:
        """Write all fields of an ending that exists."""
        self._database.table("ending").update(ending.id, _to_row(ending))

    def set_removed(self, ending_id: int, removed_at: datetime | None) -> None:
        """Put an ending away, or bring it back with None."""
        row = {"removed_at": removed_at and to_text(removed_at)}
        self._database.table("ending").update(ending_id, row)


def _to_row(ending: Ending) -> dict[str, Any]:
    return {"name": ending.name, "text": ending.text, "platform": ending.platform}


def _from_row(row: dict[str, Any]) -> Ending:
    return Ending(row["id"], row["name"], row["text"], row["platform"])
