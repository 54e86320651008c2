"""Keeps who may see a post on a platform, and the warning before it."""

from __future__ import annotations

from sqlite_utils import Database

from socialcoach.core.planning.outgoing import Choices, Visibility


class ChoiceStore:
    """Reads and writes what the owner chose; without a row a post goes out as usual."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def get(self, post_id: int, platform: str) -> Choices | None:
        """Return what was chosen for a post on a platform, None when nothing was."""
        rows = self._database.table("choice").rows_where(
            "post_id = ? and platform = ?", [post_id, platform]
        )
        row = next(rows, None)
        return None if row is None else Choices(Visibility(row["visibility"]), row["warning"])

    def put(self, post_id: int, platform: str, choices: Choices) -> None:
        """Write what was chosen."""
        row = {
            "post_id": post_id,
            "platform": platform,
            "visibility": choices.visibility.value,
            "warning": choices.warning,
        }
        self._database.table("choice").upsert(row, pk=("post_id", "platform"))
