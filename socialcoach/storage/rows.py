"""One small step the repositories share: inserting a row and learning its id."""

from __future__ import annotations

from typing import Any

from sqlite_utils import Database


def insert_row(database: Database, table: str, row: dict[str, Any]) -> int:
    """Insert ``row`` (an ``id`` in it is ignored) and return the id the database gave it."""
    without_id = {column: value for column, value in row.items() if column != "id"}
    new_id = database.table(table).insert(without_id).last_pk
    if not isinstance(new_id, int):
        raise TypeError(f"table {table} has no whole-number id")
    return new_id
