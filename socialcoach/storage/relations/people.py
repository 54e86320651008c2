"""Keeps people who can recommend the business."""

from __future__ import annotations

from dataclasses import asdict, replace
from typing import Any

from sqlite_utils import Database

from socialcoach.core.relations.people import Promoter, Stage
from socialcoach.storage.rows import insert_row
from socialcoach.storage.times import from_text, to_text


class Promoters:
    """Reads and writes promoters."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, promoter: Promoter) -> Promoter:
        """Insert a promoter (its ``id`` is ignored) and return it with its new id."""
        row = asdict(promoter)
        row["stage"] = str(promoter.stage)
        row["do_not_contact"] = int(promoter.do_not_contact)
        row["last_contact_at"] = promoter.last_contact_at and to_text(promoter.last_contact_at)
        return replace(promoter, id=insert_row(self._database, "promoter", row))

    def all(self) -> list[Promoter]:
        """Return all promoters by name."""
        return [
            _to_promoter(row)
            for row in self._database.table("promoter").rows_where(order_by="name")
        ]


def _to_promoter(row: dict[str, Any]) -> Promoter:
    changed = {
        "stage": Stage(row["stage"]),
        "do_not_contact": bool(row["do_not_contact"]),
        "last_contact_at": row["last_contact_at"] and from_text(row["last_contact_at"]),
    }
    return Promoter(**{**row, **changed})
