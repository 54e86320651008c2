"""Keeps what is known of pictures; the pictures themselves are files beside the database."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlite_utils import Database

from socialcoach.core.errors import UserError
from socialcoach.core.planning.picture import Fit, Picture
from socialcoach.storage.rows import insert_row
from socialcoach.storage.times import from_text, to_text


class Pictures:
    """Reads and writes what is known of pictures."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, picture: Picture) -> Picture:
        """Put a picture after the others of its post; ``id`` and ``place`` are given anew.

        Raises ``UserError("draft.gone")`` when there is no such post any more.
        """
        with self._database.atomic():
            if not self._database.table("post").count_where("id = ?", [picture.post_id]):
                raise UserError("draft.gone")
            last = self._database.execute(
                "select coalesce(max(place), -1) from picture where post_id = ?", [picture.post_id]
            ).fetchone()[0]
            placed = replace(picture, place=last + 1)
            return replace(placed, id=insert_row(self._database, "picture", _to_row(placed)))

    def get(self, picture_id: int) -> Picture | None:
        """Return a picture, also one that was taken out; None when there is none."""
        rows = list(self._database.table("picture").rows_where("id = ?", [picture_id]))
        return _from_row(rows[0]) if rows else None

    def of_post(self, post_id: int) -> tuple[Picture, ...]:
        """Return the pictures of a post in their order, without those taken out."""
        rows = self._database.table("picture").rows_where(
            "post_id = ? and removed_at is null", [post_id], order_by="place, id"
        )
        return tuple(_from_row(row) for row in rows)

    def save(self, picture: Picture) -> None:
        """Write all fields of a picture that exists."""
        self._database.table("picture").update(picture.id, _to_row(picture))

    def order(self, post_id: int, ids: Sequence[int]) -> None:
        """Put the pictures of a post into this order; ids of other posts are passed over."""
        with self._database.atomic():
            for place, picture_id in enumerate(ids):
                self._database.execute(
                    "update picture set place = ? where id = ? and post_id = ?",
                    [place, picture_id, post_id],
                )

    def forget_removed(self, before: datetime) -> int:
        """Forget pictures taken out before a time; return how many."""
        table = self._database.table("picture")
        found = [row["id"] for row in table.rows_where("removed_at < ?", [to_text(before)])]
        for picture_id in found:
            table.delete(picture_id)
        return len(found)


def _to_row(picture: Picture) -> dict[str, Any]:
    return {
        "id": picture.id,
        "post_id": picture.post_id,
        "file": picture.file,
        "mime": picture.mime,
        "width": picture.width,
        "height": picture.height,
        "size": picture.size,
        "place": picture.place,
        "alt": picture.alt,
        "fits": json.dumps({key: str(fit) for key, fit in picture.fits.items()}),
        "removed_at": picture.removed_at and to_text(picture.removed_at),
    }


def _from_row(row: dict[str, Any]) -> Picture:
    fits = {key: Fit(fit) for key, fit in json.loads(row["fits"]).items()}
    removed_at = from_text(row["removed_at"]) if row["removed_at"] else None
    return Picture(**{**row, "fits": fits, "removed_at": removed_at})
