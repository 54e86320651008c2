"""Small settings by key: look, text size, where the owner was."""

from __future__ import annotations

import json
from typing import Any

from sqlite_utils import Database


class SettingStore:
    """Keeps any JSON value under a key."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def get(self, key: str, default: Any = None) -> Any:
        """Return the value kept under ``key``, or ``default`` when there is none to read."""
        rows = list(self._database.table("setting").rows_where("key = ?", [key]))
        try:
            return json.loads(rows[0]["value"]) if rows else default
        except ValueError:
            return default

    def put(self, key: str, value: Any) -> None:
        """Keep ``value`` under ``key``."""
        self._database.table("setting").upsert({"key": key, "value": json.dumps(value)}, pk="key")
