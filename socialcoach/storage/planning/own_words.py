"""Words the owner calls right, and the names of people the business knows."""

from __future__ import annotations

from datetime import datetime

from sqlite_utils import Database

from socialcoach.storage.times import to_text


class OwnWords:
    """Reads and writes words."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> list[str]:
        """Return the owner's words in the order of the alphabet."""
        rows = self._database.table("own_word").rows_where(order_by="word collate nocase")
        return [row["word"] for row in rows]

    def add(self, word: str, now: datetime) -> None:
        """Keep a word."""
        self._database.table("own_word").upsert({"word": word, "at": to_text(now)}, pk="word")

    def remove(self, word: str) -> None:
        """Forget a word."""
        self._database.table("own_word").delete_where("word = ?", [word])

    def names(self) -> list[str]:
        """Return the names of people who wrote and of those who can recommend the business."""
        found = self._database.execute("select name from person union select name from promoter")
        return [name for (name,) in found.fetchall()]
