"""Copies of everything: one a day, more on request, and the way back.

Pictures never change once they are written, so one copy of each serves all copies of the database:
they lie in the folder ``pictures`` beside them, as long as any of them speaks of it.
"""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from socialcoach.paths import DataPaths
from socialcoach.services.clock import Clock, SystemClock
from socialcoach.storage.backups import (
    copy_database,
    daily_copy,
    list_copies,
    newest_sound_copy,
    restore_copy,
)
from socialcoach.storage.database import connect
from socialcoach.storage.planning.picture_files import (
    PictureFiles,
    names_known_beside,
    names_known_to,
)

PICTURES = "pictures"
"""The folder of copied pictures, beside the copies of the database."""


class Keeping:
    """Makes and lists copies of the database; each call uses a connection of its own.

    ``pictures`` is the folder with the pictures of all posts.
    """

    def __init__(self, database: Path, folder: Path, pictures: Path, clock: Clock) -> None:
        self._database = database
        self._clock = clock
        self.folder = folder
        self._pictures = PictureFiles(pictures)
        self._copied_pictures = PictureFiles(folder / PICTURES)

    def daily(self) -> Path | None:
        """Make today's copy if there is none; return it. Pictures are copied each time."""
        database = connect(self._database)
        try:
            made = daily_copy(database, self.folder, self._clock.now())
        finally:
            database.close()
        self._copy_pictures()
        return made

    def copy_now(self) -> Path:
        """Make a copy named after this minute; it is never thrown away by itself."""
        name = f"socialcoach-{self._clock.now():%Y-%m-%d-%H%M%S}.db"
        database = connect(self._database)
        try:
            made = copy_database(database, self.folder / name)
        finally:
            database.close()
        self._copy_pictures()
        return made

    def copies(self) -> list[Path]:
        """Return the daily copies, the newest first."""
        return list_copies(self.folder)

    def _copy_pictures(self) -> None:
        """Copy new pictures; drop those no copy of the database speaks of any more."""
        self._pictures.copy_new_to(self._copied_pictures)
        known = names_known_beside(self.folder)
        now = names_known_to(self._database)
        if known is not None and now is not None:
            an_hour_ago = self._clock.now() - timedelta(hours=1)
            self._copied_pictures.remove_all_but(known | now, an_hour_ago)


def newest_copy(folder: Path) -> Path | None:
    """Return the newest copy that is not damaged itself, None when there is none."""
    return newest_sound_copy(folder)


def put_back(copy: Path, database: Path, clock: Clock | None = None) -> Path:
    """Go back to a copy while no window is open; return where the old file was set aside."""
    aside = restore_copy(copy, database, (clock or SystemClock()).now())
    copied = PictureFiles(copy.parent / PICTURES)
    copied.copy_new_to(PictureFiles(DataPaths(database.parent).pictures))
    return aside
