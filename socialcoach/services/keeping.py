"""Copies of everything: one a day, more on request, and the way back."""

from __future__ import annotations

from pathlib import Path

from socialcoach.services.clock import Clock, SystemClock
from socialcoach.storage.backups import (
    copy_database,
    daily_copy,
    list_copies,
    newest_sound_copy,
    restore_copy,
)
from socialcoach.storage.database import connect


class Keeping:
    """Makes and lists copies of the database; each call uses a connection of its own."""

    def __init__(self, database: Path, folder: Path, clock: Clock) -> None:
        self._database = database
        self._clock = clock
        self.folder = folder

    def daily(self) -> Path | None:
        """Make today's copy if there is none; return it."""
        database = connect(self._database)
        try:
            return daily_copy(database, self.folder, self._clock.now())
        finally:
            database.close()

    def copy_now(self) -> Path:
        """Make a copy named after this minute; it is never thrown away by itself."""
        name = f"socialcoach-{self._clock.now():%Y-%m-%d-%H%M%S}.db"
        database = connect(self._database)
        try:
            return copy_database(database, self.folder / name)
        finally:
            database.close()

    def copies(self) -> list[Path]:
        """Return the daily copies, the newest first."""
        return list_copies(self.folder)


def newest_copy(folder: Path) -> Path | None:
    """Return the newest copy that is not damaged itself, None when there is none."""
    return newest_sound_copy(folder)


def put_back(copy: Path, database: Path, clock: Clock | None = None) -> Path:
    """Go back to a copy while no window is open; return where the old file was set aside."""
    return restore_copy(copy, database, (clock or SystemClock()).now())
