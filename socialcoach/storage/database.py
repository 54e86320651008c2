"""Opening the one database file safely, and saying in time when it can no longer be written."""

from __future__ import annotations

import sqlite3
from collections.abc import Generator, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlite_utils import Database

from socialcoach.core.errors import UserError
from socialcoach.storage.backups import copy_database
from socialcoach.storage.migrations import migrations

BUSY_TIMEOUT_MS = 5_000
"""How long a connection waits for another one, in milliseconds."""

CACHE_KIB = 16_384
"""Memory a connection may use for pages it has read, in KiB; Progress reads the same ones often."""

CODES = {
    sqlite3.SQLITE_NOTADB: "database.damaged",
    sqlite3.SQLITE_CORRUPT: "database.damaged",
    sqlite3.SQLITE_BUSY: "database.locked",
    sqlite3.SQLITE_LOCKED: "database.locked",
    sqlite3.SQLITE_FULL: "database.disk_full",
    sqlite3.SQLITE_READONLY: "database.read_only",
    sqlite3.SQLITE_PERM: "database.read_only",
    sqlite3.SQLITE_IOERR: "data.folder",
    sqlite3.SQLITE_CANTOPEN: "data.folder",
}
"""What an owner can act on. Every other error of the database is a bug."""


class HomeDatabase(Database):
    """A database that knows its place: ``UserError`` for what the owner can mend.

    Before each write it looks whether its file is still there. A connection to a file that was
    moved away goes on writing into nowhere without a word; so a write raises ``data.folder`` while
    the file is gone (a stick pulled out), and goes to the new file once there is one again.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lost: list[sqlite3.Connection] = []
        super().__init__(_connection(path))
        self._file = _file_id(path)

    def execute(
        self, sql: str, parameters: Sequence[Any] | dict[str, Any] | None = None
    ) -> sqlite3.Cursor:
        """Run one statement."""
        with self._explained():
            return super().execute(sql, parameters)

    @contextmanager
    def atomic(self) -> Generator[Database, None, None]:
        """Run several writes, all or none; waits for its turn while another connection writes.

        Taking the turn before the first reading matters: whoever read and then wants to write,
        while another has written in between, would be refused at once.
        """
        if self.conn.in_transaction:
            with self._explained(), super().atomic():
                yield self
            return
        self._look()
        with self._explained():
            self.conn.execute("BEGIN IMMEDIATE")
            try:
                yield self
                self.conn.execute("COMMIT")
            except BaseException:
                self.rollback()
                raise

    def _look(self) -> None:
        found = _file_id(self._path)
        if found is None:
            raise UserError("data.folder", folder=str(self._path.parent))
        if found != self._file:
            # Never closed: closing would take the new file's journal for its own and delete it.
            self._lost.append(self.conn)
            self.conn = _connection(self._path)
            self._file = found

    @contextmanager
    def _explained(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as error:
            if _code(error) == sqlite3.SQLITE_IOERR:
                self._file = None  # so that the next write connects anew
            if _code(error) in CODES:
                raise explain(error, self._path) from error
            raise


def open_database(path: Path) -> Database:
    """Open the database, bring it up to date and return it.

    The file is copied to ``*.before-upgrade.db`` before any step changes it. Raises ``UserError``:
    ``database.newer`` (written by a newer SocialCoach), ``database.damaged``, ``database.locked``,
    ``database.read_only``, ``database.unreadable`` or ``data.folder``.
    """
    existed = path.exists()
    database = connect(path)
    try:
        _refuse_newer(database, path)
        pending = [step.name for step in migrations.pending(database)]
        if existed and pending and _has_tables(database):
            copy_database(database, path.with_suffix(".before-upgrade.db"))
        migrations.apply(database)
    except sqlite3.Error as error:
        database.close()
        raise explain(error, path) from error
    except UserError:
        database.close()
        raise
    return database


def connect(path: Path) -> Database:
    """Open a plain connection, as a worker thread needs one of its own."""
    return HomeDatabase(path)


def explain(error: sqlite3.Error, path: Path) -> UserError:
    """Turn an error of the database into one the owner can act on, by its code, not its words."""
    code = CODES.get(_code(error), "database.unreadable")
    return UserError(code, file=str(path), folder=str(path.parent), why=str(error))


def _connection(path: Path) -> sqlite3.Connection:
    connection: sqlite3.Connection | None = None
    try:
        connection = sqlite3.connect(path, timeout=BUSY_TIMEOUT_MS / 1000)
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("PRAGMA synchronous=NORMAL")
        connection.execute("PRAGMA foreign_keys=ON")
        connection.execute("PRAGMA secure_delete=ON")  # what is deleted is overwritten
        connection.execute(f"PRAGMA cache_size=-{CACHE_KIB}")
    except sqlite3.Error as error:
        if connection is not None:
            connection.close()
        raise explain(error, path) from error
    return connection


def _file_id(path: Path) -> tuple[int, int] | None:
    """Return what tells this file from any other that may take its name; None when it is gone."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _code(error: sqlite3.Error) -> int:
    """Return the primary result code, 0 when Python itself raised the error."""
    return getattr(error, "sqlite_errorcode", 0) & 0xFF


def _has_tables(database: Database) -> bool:
    return any(not name.startswith("_") for name in database.table_names())


def _refuse_newer(database: Database, path: Path) -> None:
    known = {step.name for step in migrations.pending(Database(memory=True))}
    if {step.name for step in migrations.applied(database)} - known:
        raise UserError("database.newer", file=str(path))
