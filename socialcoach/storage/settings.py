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
        """Return the value kept under ``key``, or ``default``."""
        rows = list(self._database.table("setting").rows_where("key = ?", [key]))
        return json.loads(rows[0]["value"]) if rows else default

    def put(self, key: str, value: Any) -> None:
        """Keep ``value`` under ``key``."""
        self._database.table("setting").upsert({"key": key, "value": json.dumps(value)}, pk="key")
