"""Opening the one database file safely."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from sqlite_utils import Database

from socialcoach.core.errors import UserError
from socialcoach.storage.backups import copy_database
from socialcoach.storage.migrations import migrations

BUSY_TIMEOUT_MS = 5_000
"""How long a connection waits for another one, in milliseconds."""


def open_database(path: Path) -> Database:
    """Open the database, bring it up to date and return it.

    The file is copied to ``*.before-upgrade.db`` before any step changes it. Raises ``UserError``:
    ``database.newer`` (written by a newer SocialCoach), ``database.damaged``, ``database.locked``
    or ``database.unreadable``.
    """
    existed = path.exists()
    try:
        database = connect(path)
        _refuse_newer(database, path)
        pending = [step.name for step in migrations.pending(database)]
        if existed and pending and _has_tables(database):
            copy_database(database, path.with_suffix(".before-upgrade.db"))
        migrations.apply(database)
    except sqlite3.Error as error:
        raise explain(error, path) from error
    return database


def connect(path: Path) -> Database:
    """Open a plain connection, as a worker thread needs one of its own."""
    try:
        connection = sqlite3.connect(path, timeout=BUSY_TIMEOUT_MS / 1000)
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("PRAGMA synchronous=NORMAL")
        connection.execute("PRAGMA foreign_keys=ON")
    except sqlite3.Error as error:
        raise explain(error, path) from error
    return Database(connection)


def explain(error: sqlite3.Error, path: Path) -> UserError:
    """Turn an error of the database into one the owner can act on, by its code, not its words."""
    codes = {
        sqlite3.SQLITE_NOTADB: "database.damaged",
        sqlite3.SQLITE_CORRUPT: "database.damaged",
        sqlite3.SQLITE_BUSY: "database.locked",
        sqlite3.SQLITE_LOCKED: "database.locked",
        sqlite3.SQLITE_FULL: "database.disk_full",
        sqlite3.SQLITE_READONLY: "database.read_only",
    }
    primary = getattr(error, "sqlite_errorcode", 0) & 0xFF
    return UserError(codes.get(primary, "database.unreadable"), file=str(path), why=str(error))


def _has_tables(database: Database) -> bool:
    return any(not name.startswith("_") for name in database.table_names())


def _refuse_newer(database: Database, path: Path) -> None:
    known = {step.name for step in migrations.pending(Database(memory=True))}
    if {step.name for step in migrations.applied(database)} - known:
        raise UserError("database.newer", file=str(path))
