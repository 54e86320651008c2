"""Keeps ideas the owner wrote down, which ideas are kept or hidden, and which were used lately."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlite_utils import Database

from socialcoach.core.meter.reading import Kind
from socialcoach.core.planning.own_idea import OwnIdea
from socialcoach.core.planning.post import PostStatus
from socialcoach.storage.rows import insert_row
from socialcoach.storage.times import from_text, to_text


class IdeaStore:
    """Reads and writes what the owner did with ideas."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def own(self) -> list[OwnIdea]:
        """Return own ideas, the newest first."""
        rows = self._database.table("own_idea").rows_where(
            "removed_at is null", order_by="created_at desc, id desc"
        )
        return [_from_row(row) for row in rows]

    def add(self, idea: OwnIdea, now: datetime) -> int:
        """Insert an own idea (its ``id`` is ignored) and return its id."""
        return insert_row(self._database, "own_idea", {**_to_row(idea), "created_at": to_text(now)})

    def save(self, idea: OwnIdea) -> None:
        """Write what an own idea says."""
        self._database.table("own_idea").update(idea.id, _to_row(idea))

    def set_removed(self, number: int, removed_at: datetime | None) -> None:
        """Put an own idea away, or bring it back with None."""
        row = {"removed_at": removed_at and to_text(removed_at)}
        self._database.table("own_idea").update(number, row)

    def marks(self) -> dict[str, str]:
        """Return which ideas are marked and how, the one marked last first."""
        rows = self._database.table("idea_mark").rows_where(order_by="at desc")
        return {row["idea_id"]: row["mark"] for row in rows}

    def mark(self, idea_id: str, mark: str, now: datetime) -> None:
        """Mark an idea; an empty mark takes it away."""
        if mark:
            row = {"idea_id": idea_id, "mark": mark, "at": to_text(now)}
            self._database.table("idea_mark").upsert(row, pk="idea_id")
        else:
            self._database.table("idea_mark").delete_where("idea_id = ?", [idea_id])

    def used_since(self, since: datetime) -> tuple[str, ...]:
        """Return ideas in drafts and in posts planned or out since a moment, oldest first."""
        rows = self._database.execute(
            "select idea from post where idea <> '' and (status in (?, ?, ?) or (status = ? and "
            "exists (select 1 from publication where post_id = post.id and at >= ?))) "
            "order by updated_at, id",
            [
                *(PostStatus.IDEA, PostStatus.DRAFT, PostStatus.READY, PostStatus.OUT),
                to_text(since),
            ],
        )
        return tuple(dict.fromkeys(idea for (idea,) in rows.fetchall()))


def _to_row(idea: OwnIdea) -> dict[str, Any]:
    return {
        "title": idea.title,
        "kind": str(idea.kind),
        "starter": idea.starter,
        "note": idea.note,
    }


def _from_row(row: dict[str, Any]) -> OwnIdea:
    return OwnIdea(
        id=row["id"],
        title=row["title"],
        kind=Kind(row["kind"]),
        starter=row["starter"],
        note=row["note"],
        created_at=from_text(row["created_at"]),
    )
