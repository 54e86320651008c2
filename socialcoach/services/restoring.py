"""Going back: to a copy on this computer, or to an export from anywhere, after a look inside.

A file from elsewhere is a stranger's: it is unpacked and tried in a folder of its own, and nothing
of the owner's is touched before it has opened there without trouble.
"""

from __future__ import annotations

import re
import shutil
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from sqlite_utils import Database

from socialcoach.core.errors import UserError
from socialcoach.paths import DataPaths
from socialcoach.services.clock import Clock
from socialcoach.services.keeping import PICTURES
from socialcoach.services.planning.picture_reading import is_kept_picture
from socialcoach.storage.backups import restore_copy
from socialcoach.storage.database import open_database
from socialcoach.storage.holdings import count_rows, is_ours
from socialcoach.storage.planning.picture_files import NAME, PictureFiles

MOST_BYTES = 4_000_000_000
"""The largest database that is unpacked; five years of a busy shop need a hundredth of it."""

LARGEST_PICTURE = 20_000_000
"""Bytes; no picture we keep is larger than a quarter of it."""

COPY_NAME = re.compile(
    r"socialcoach-(?P<aside>set-aside-)?(?P<day>\d{4}-\d\d-\d\d)(?:-(?P<time>\d{6}))?\.db"
)


@dataclass(frozen=True)
class Copy:
    """A file to go back to. ``made_at`` is UTC; ``has_time`` is False where only the day is known.

    ``was_set_aside`` tells what an earlier way back kept from what a day kept.
    """

    file: Path
    made_at: datetime
    has_time: bool
    was_set_aside: bool


@dataclass(frozen=True)
class Holdings:
    """How much a copy or an export holds."""

    posts: int
    people: int
    pictures: int


class Restoring:
    """Looks into copies and exports, and goes back to one of them."""

    def __init__(self, database: Database, paths: DataPaths, clock: Clock) -> None:
        self._database = database
        self._paths = paths
        self._clock = clock

    def copies(self) -> list[Copy]:
        """Return what this computer keeps, the newest first."""
        files = [*self._paths.backups.glob("*.db"), *self._paths.folder.glob("*-set-aside-*.db")]
        found = [copy for copy in map(_copy, files) if copy is not None]
        return sorted(found, key=lambda copy: copy.made_at, reverse=True)

    def look(self, file: Path) -> Holdings:
        """Say what a copy or an export holds; nothing is changed. Call it in a worker.

        Raises ``UserError``: ``restore.not_ours``, ``restore.damaged``, ``restore.newer``,
        ``restore.too_large`` or ``restore.failed``.
        """
        with _unpacked(file) as (database, _pictures):
            return Holdings(*count_rows(database, "post", "person", "picture"))

    def go_back(self, file: Path) -> Path:
        """Put a copy or an export in the place of today's data; return where that was set aside.

        Closes the database: only when no window is open and no worker runs. Raises what ``look``
        raises, and then nothing has changed.
        """
        with _unpacked(file) as (database, pictures):
            self._database.close()
            aside = restore_copy(database, self._paths.database, self._clock.now())
            for folder in (PictureFiles(pictures), PictureFiles(file.parent / PICTURES)):
                folder.copy_new_to(PictureFiles(self._paths.pictures))
        return aside


def _copy(file: Path) -> Copy | None:
    """Read a copy's moment from its name; None for any other file."""
    named = COPY_NAME.fullmatch(file.name)
    if named is None:
        return None
    time = named["time"]
    try:
        moment = datetime.strptime(f"{named['day']} {time or '000000'}", "%Y-%m-%d %H%M%S")
    except ValueError:
        return None
    return Copy(file, moment.replace(tzinfo=UTC), time is not None, named["aside"] is not None)


@contextmanager
def _unpacked(file: Path) -> Iterator[tuple[Path, Path]]:
    """Yield a database that has opened without trouble, and a folder with its pictures."""
    try:
        with tempfile.TemporaryDirectory(prefix="socialcoach-") as place:
            database, pictures = Path(place) / "copy.db", Path(place) / PICTURES
            if zipfile.is_zipfile(file):
                _unpack(file, database, pictures)
            else:
                _take(file, database)
            _try_out(database, file.name)
            yield database, pictures
    except OSError as error:
        raise UserError("restore.failed", file=file.name, why=str(error)) from error


def _take(file: Path, database: Path) -> None:
    if file.stat().st_size > MOST_BYTES:
        raise UserError("restore.too_large", file=file.name)
    shutil.copyfile(file, database)
    journal = Path(f"{file}-wal")
    if journal.is_file():  # set aside together, after a bad day
        shutil.copyfile(journal, f"{database}-wal")


def _unpack(file: Path, database: Path, pictures: Path) -> None:
    """Take the database and the pictures out of an export, by their names and in small bites."""
    try:
        with zipfile.ZipFile(file) as opened:
            names = set(opened.namelist())
            if "socialcoach.db" not in names:
                raise UserError("restore.not_ours", file=file.name)
            _write_member(opened, "socialcoach.db", database, MOST_BYTES)
            pictures.mkdir()
            for name in sorted(names):
                folder, _slash, picture = name.partition("/")
                if folder == PICTURES and NAME.fullmatch(picture):
                    _unpack_picture(opened, name, pictures / picture)
    except (zipfile.BadZipFile, EOFError, NotImplementedError, RuntimeError) as error:
        raise UserError("restore.damaged", file=file.name) from error


def _unpack_picture(opened: zipfile.ZipFile, name: str, target: Path) -> None:
    """Take one picture along; what is no picture as we keep them is left where it is."""
    if opened.getinfo(name).file_size > LARGEST_PICTURE:
        return
    _write_member(opened, name, target, LARGEST_PICTURE)
    if not is_kept_picture(target.read_bytes()):
        target.unlink()


def _write_member(opened: zipfile.ZipFile, name: str, target: Path, most: int) -> None:
    """Unpack one file; what a header says of its size is not believed."""
    written = 0
    with opened.open(name) as source, target.open("wb") as out:
        while bite := source.read(1 << 20):
            written += len(bite)
            if written > most:
                raise UserError("restore.too_large", file=Path(str(opened.filename)).name)
            out.write(bite)


def _try_out(database: Path, name: str) -> None:
    """Open a database as the app will, in its own folder; refuse it if that does not work."""
    if not is_ours(database):
        raise UserError("restore.not_ours", file=name)
    try:
        with closing(open_database(database)):
            pass
    except UserError as error:
        newer = error.code == "database.newer"
        raise UserError("restore.newer" if newer else "restore.damaged", file=name) from error
