"""Keeps what the owner put off for some days."""

from __future__ import annotations

from datetime import date

from sqlite_utils import Database


class Snoozes:
    """Reads and writes put-off suggestions by their key."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def put(self, key: str, until: date) -> None:
        """Put a suggestion off: it comes back on the day ``until``."""
        row = {"key": key, "until": until.isoformat()}
        self._database.table("snooze").upsert(row, pk="key")

    def remove(self, key: str) -> None:
        """Let a suggestion come back at once."""
        self._database.execute("delete from snooze where key = ?", [key])

    def keys(self, today: date) -> frozenset[str]:
        """Return the keys that are put off today; what is over is forgotten."""
        rows = self._database.table("snooze").rows_where("until > ?", [today.isoformat()])
        return frozenset(row["key"] for row in rows)

    def forget_old(self, today: date) -> None:
        """Take away what came back long ago."""
        self._database.execute("delete from snooze where until <= ?", [today.isoformat()])
