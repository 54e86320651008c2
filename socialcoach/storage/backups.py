"""Copies of the database: before an upgrade, once a day, and on request."""

from __future__ import annotations

import json
import re
import shutil
import sqlite3
from contextlib import closing, suppress
from datetime import datetime
from pathlib import Path

from sqlite_utils import Database

from socialcoach.core.errors import UserError
from socialcoach.storage.settings import SettingStore
from socialcoach.storage.times import from_text, to_text

COPIES_KEPT = 7
"""A week of daily copies."""

COPY_NAME = re.compile(r"socialcoach-\d{4}-\d\d-\d\d(-\d{6})?")
"""Daily copies, and with the time of day those made on request."""


def copy_database(database: Database, target: Path) -> Path:
    """Copy a database that may be in use, whole or not at all; return ``target``.

    A damaged database is not copied (``database.damaged``), so that a week of damaged copies never
    pushes out the last good one.
    """
    unfinished = target.with_suffix(".part")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        unfinished.unlink(missing_ok=True)
        with closing(sqlite3.connect(unfinished)) as copy:
            database.conn.backup(copy)
            # One file that stays one file: a journal of its own would appear beside it when read.
            copy.execute("PRAGMA journal_mode=DELETE")
        if not is_sound(unfinished):
            unfinished.unlink(missing_ok=True)
            raise UserError("database.damaged", file=_file_of(database))
        unfinished.replace(target)
    except (OSError, sqlite3.Error) as error:
        raise UserError("backup.failed", folder=str(target.parent), why=str(error)) from error
    return target


def is_sound(file: Path) -> bool:
    """Tell whether a file is a database without damage."""
    try:
        with closing(sqlite3.connect(f"{file.resolve().as_uri()}?mode=ro", uri=True)) as database:
            return bool(database.execute("PRAGMA quick_check").fetchone() == ("ok",))
    except sqlite3.Error:
        return False


def _file_of(database: Database) -> str:
    return str(database.conn.execute("PRAGMA database_list").fetchone()[2])


def daily_copy(database: Database, folder: Path, now: datetime) -> Path | None:
    """Make today's copy if there is none yet, drop the oldest beyond seven, return the new one."""
    target = folder / f"socialcoach-{now:%Y-%m-%d}.db"
    if target.exists():
        return None
    copy_database(database, target)
    for old in list_copies(folder)[COPIES_KEPT:]:
        old.unlink(missing_ok=True)
    return target


def list_copies(folder: Path) -> list[Path]:
    """Return the daily copies, the newest first."""
    return sorted(folder.glob("socialcoach-????-??-??.db"), reverse=True)


def newest_sound_copy(folder: Path) -> Path | None:
    """Return the newest copy without damage, daily or made on request; None without any."""
    copies = [file for file in folder.glob("*.db") if COPY_NAME.fullmatch(file.stem)]
    newest_first = sorted(copies, key=lambda file: file.stem, reverse=True)
    return next(filter(is_sound, newest_first), None)


GONE_BACK_AT = "data.gone_back_at"
"""The setting that says when this data took the place of newer data."""


def when_gone_back(database: Database) -> datetime | None:
    """Return when the owner went back to this copy of the data, in UTC; None for never."""
    kept = SettingStore(database).get(GONE_BACK_AT)
    return from_text(kept) if isinstance(kept, str) else None


def restore_copy(copy: Path, database: Path, now: datetime) -> Path:
    """Put a copy in the database's place and return where the old file was kept.

    The old file is set aside with what was still waiting to be written into it, never deleted.
    Raises ``UserError("backup.failed")``.
    """
    aside = database.with_name(f"{database.stem}-set-aside-{now:%Y-%m-%d-%H%M%S}.db")
    fresh = database.with_suffix(".part")
    try:
        shutil.copyfile(copy, fresh)
        _note_gone_back(fresh, now)
        for ending in ("", "-wal", "-shm"):
            old = Path(f"{database}{ending}")
            if old.exists():
                old.replace(f"{aside}{ending}")
        fresh.replace(database)
    except OSError as error:
        raise UserError("backup.failed", folder=str(database.parent), why=str(error)) from error
    return aside


def _note_gone_back(file: Path, now: datetime) -> None:
    """Write into a copy when it takes the place of newer data, so that nothing goes out twice."""
    with suppress(sqlite3.Error), closing(sqlite3.connect(file)) as opened, opened:
        opened.execute(
            "insert or replace into setting (key, value) values (?, ?)",
            [GONE_BACK_AT, json.dumps(to_text(now))],
        )
