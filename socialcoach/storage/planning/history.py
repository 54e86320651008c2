"""Keeps earlier texts of posts."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlite_utils import Database

from socialcoach.core.planning.history import Snapshot
from socialcoach.storage.rows import insert_row
from socialcoach.storage.times import from_text, to_text


class Snapshots:
    """Reads and writes earlier texts; they leave with their post."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def of(self, post_id: int, platform: str) -> list[Snapshot]:
        """Return the earlier texts of a post on a platform (``MAIN``: main text), newest first."""
        rows = self._database.table("snapshot").rows_where(
            "post_id = ? and platform = ?", [post_id, platform], order_by="at desc, id desc"
        )
        return [_from_row(row) for row in rows]

    def add(self, snapshot: Snapshot) -> None:
        """Insert an earlier text; its ``id`` is ignored."""
        row = {
            "post_id": snapshot.post_id,
            "platform": snapshot.platform,
            "text": snapshot.text,
            "at": to_text(snapshot.at),
        }
        insert_row(self._database, "snapshot", row)

    def remove(self, ids: Iterable[int]) -> None:
        """Take earlier texts away."""
        for one in ids:
            self._database.table("snapshot").delete(one)


def _from_row(row: dict[str, Any]) -> Snapshot:
    return Snapshot(row["id"], row["post_id"], row["platform"], row["text"], from_text(row["at"]))
