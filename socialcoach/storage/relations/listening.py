"""Keeps what was heard where."""

from __future__ import annotations

import json
from dataclasses import asdict, replace
from typing import Any

from sqlite_utils import Database

from socialcoach.core.relations.listening import Talk, TalkTag
from socialcoach.storage.rows import insert_row
from socialcoach.storage.times import from_text, to_text


class Talks:
    """Reads and writes noted talks."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, talk: Talk) -> Talk:
        """Insert a talk (its ``id`` is ignored) and return it with its new id."""
        return replace(talk, id=insert_row(self._database, "talk", _row(talk)))

    def put(self, talk: Talk) -> None:
        """Write a talk under its own id, also one that was removed."""
        self._database.table("talk").upsert(_row(talk), pk="id")

    def get(self, talk_id: int) -> Talk | None:
        """Return a talk, None when there is none with this id."""
        rows = list(self._database.table("talk").rows_where("id = ?", [talk_id]))
        return _talk(rows[0]) if rows else None

    def remove(self, talk_id: int) -> None:
        """Forget a talk."""
        with self._database.atomic():
            self._database.execute("delete from talk where id = ?", [talk_id])

    def all(self) -> list[Talk]:
        """Return all talks, the newest first."""
        rows = self._database.table("talk").rows_where(order_by="noted_at desc, id desc")
        return [_talk(row) for row in rows]

    def counts(self) -> dict[str, int]:
        """Return how many talks were noted on each platform, the most first."""
        query = (
            "select platform, count(*) from talk where platform <> ''"
            " group by platform order by count(*) desc, platform"
        )
        return dict(self._database.execute(query).fetchall())


def _row(talk: Talk) -> dict[str, Any]:
    if talk.noted_at is None:
        raise ValueError("a talk without its moment cannot be kept")
    tags = json.dumps([str(tag) for tag in talk.tags])
    return asdict(talk) | {"tags": tags, "noted_at": to_text(talk.noted_at)}


def _talk(row: dict[str, Any]) -> Talk:
    tags = tuple(TalkTag(key) for key in json.loads(row["tags"]))
    return Talk(**{**row, "tags": tags, "noted_at": from_text(row["noted_at"])})
