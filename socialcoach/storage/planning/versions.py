"""Keeps a post's own words for single platforms."""

from __future__ import annotations

from datetime import datetime

from sqlite_utils import Database

from socialcoach.core.planning.post import SavedReading
from socialcoach.storage.times import to_text


class VersionTexts:
    """Reads and writes own words; a platform without a row follows the main text."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def of_post(self, post_id: int) -> dict[str, str]:
        """Return the own words of a post by platform key."""
        rows = self._database.table("version").rows_where(
            "post_id = ?", [post_id], order_by="platform"
        )
        return {row["platform"]: row["text"] for row in rows}

    def save(
        self,
        post_id: int,
        platform: str,
        text: str,
        now: datetime,
        reading: SavedReading | None = None,
    ) -> None:
        """Write the own words for a platform, and what the meter said of them if it read them."""
        row = {
            "post_id": post_id,
            "platform": platform,
            "text": text,
            "updated_at": to_text(now),
            "band": reading and reading.band,
            "kind": reading and reading.kind,
        }
        self._database.table("version").upsert(row, pk=("post_id", "platform"))

    def remove(self, post_id: int, platform: str) -> None:
        """Let a platform follow the main text again."""
        self._database.table("version").delete_where(
            "post_id = ? and platform = ?", [post_id, platform]
        )
