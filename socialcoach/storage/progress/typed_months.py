"""Keeps the months that owners typed in by hand."""

from __future__ import annotations

from dataclasses import asdict

from sqlite_utils import Database

from socialcoach.core.progress.typed_month import TypedMonth


class TypedMonths:
    """Reads and writes typed months."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def put(self, typed: TypedMonth) -> None:
        """Write a month of a platform, in place of what was typed before."""
        self._database.table("typed_month").upsert(asdict(typed), pk=("platform", "month"))

    def remove(self, platform: str, month: str) -> None:
        """Forget a month of a platform."""
        query = "delete from typed_month where platform = ? and month = ?"
        with self._database.atomic():
            self._database.execute(query, [platform, month])

    def all(self) -> list[TypedMonth]:
        """Return all typed months, the latest first."""
        rows = self._database.table("typed_month").rows_where(order_by="month desc, platform")
        return [TypedMonth(**row) for row in rows]
