"""The files of pictures: written once under a name of their own, never changed, never outside."""

from __future__ import annotations

import re
import shutil
import sqlite3
from collections.abc import Iterable
from contextlib import closing, suppress
from datetime import datetime
from pathlib import Path
from uuid import uuid4

from socialcoach.core.errors import UserError

NAME = re.compile(r"[0-9a-f]{32}\.(?:jpg|png)")
"""The only names there are; what else stands in a database that came from elsewhere is not read."""


class PictureFiles:
    """The folder of all pictures."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def write(self, data: bytes, ending: str) -> str:
        """Write a picture, whole or not at all, and return its name.

        Raises ``UserError("picture.not_written")`` when there is no room or no folder.
        """
        name = f"{uuid4().hex}.{ending}"
        unfinished = self.folder / f"{name}.part"
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            unfinished.write_bytes(data)
            unfinished.replace(self.folder / name)
        except OSError as error:
            with suppress(OSError):
                unfinished.unlink(missing_ok=True)
            raise UserError("picture.not_written", folder=str(self.folder)) from error
        return name

    def path(self, name: str) -> Path:
        """Return where a picture lies; raise ``UserError("picture.gone")`` for any other name."""
        if not NAME.fullmatch(name):
            raise UserError("picture.gone")
        return self.folder / name

    def names(self) -> set[str]:
        """Return the names of all pictures that lie here."""
        if not self.folder.is_dir():
            return set()
        return {file.name for file in self.folder.iterdir() if NAME.fullmatch(file.name)}

    def remove_all_but(self, names: Iterable[str], before: datetime) -> int:
        """Delete pictures no one knows any more, and halves left behind; return how many.

        Only files older than ``before`` go: a newer one may be on its way into the database.
        """
        halves = {file.name for file in self.folder.glob("*.part")}
        orphans = [self.folder / name for name in (self.names() - set(names)) | halves]
        old = [file for file in orphans if file.stat().st_mtime < before.timestamp()]
        for file in old:
            file.unlink(missing_ok=True)
        return len(old)

    def copy_new_to(self, other: PictureFiles) -> int:
        """Copy the pictures that do not lie in another folder yet; return how many.

        Files never change, so one that is there is the same. Raises ``UserError("backup.failed")``.
        """
        missing = self.names() - other.names()
        try:
            if missing:
                other.folder.mkdir(parents=True, exist_ok=True)
            for name in sorted(missing):
                unfinished = other.folder / f"{name}.part"
                shutil.copyfile(self.folder / name, unfinished)
                unfinished.replace(other.folder / name)
        except OSError as error:
            raise UserError("backup.failed", folder=str(other.folder), why=str(error)) from error
        return len(missing)


def names_known_to(database: Path) -> set[str] | None:
    """Return the pictures a database file speaks of; None when it cannot be read.

    A file from before there were pictures speaks of none.
    """
    try:
        address = f"{database.resolve().as_uri()}?mode=ro"
        with closing(sqlite3.connect(address, uri=True)) as opened:
            tables = opened.execute("select 1 from sqlite_master where name = 'picture'")
            if tables.fetchone() is None:
                return set()
            return {row[0] for row in opened.execute("select file from picture")}
    except sqlite3.Error:
        return None


def names_known_beside(folder: Path) -> set[str] | None:
    """Return the pictures that any database file in a folder speaks of; None if one is unreadable.

    Copies and files set aside count too: one may want to go back to them.
    """
    known: set[str] = set()
    for file in folder.glob("*.db"):
        names = names_known_to(file)
        if names is None:
            return None
        known |= names
    return known
