"""Copies of the database: before an upgrade, once a day, and on request."""

from __future__ import annotations

import shutil
import sqlite3
from datetime import datetime
from pathlib import Path

from sqlite_utils import Database

from socialcoach.core.errors import UserError

COPIES_KEPT = 7
"""A week of daily copies."""


def copy_database(database: Database, target: Path) -> Path:
    """Copy a database that may be in use, whole or not at all; return ``target``."""
    unfinished = target.with_suffix(".part")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        unfinished.unlink(missing_ok=True)
        with sqlite3.connect(unfinished) as copy:
            database.conn.backup(copy)
        copy.close()
        unfinished.replace(target)
    except (OSError, sqlite3.Error) as error:
        raise UserError("backup.failed", folder=str(target.parent), why=str(error)) from error
    return target


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


def restore_copy(copy: Path, database: Path, now: datetime) -> Path:
    """Put a copy in the database's place and return where the old file was kept.

    The old file is set aside, never deleted. Raises ``UserError("backup.failed")``.
    """
    aside = database.with_name(f"{database.stem}-set-aside-{now:%Y-%m-%d-%H%M%S}.db")
    fresh = database.with_suffix(".part")
    try:
        shutil.copyfile(copy, fresh)
        if database.exists():
            database.replace(aside)
        for leftover in ("-wal", "-shm"):
            Path(f"{database}{leftover}").unlink(missing_ok=True)
        fresh.replace(database)
    except OSError as error:
        raise UserError("backup.failed", folder=str(database.parent), why=str(error)) from error
    return aside
