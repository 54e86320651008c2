"""The index of words that finding looks into; it can be thrown away and made again at any time."""

from __future__ import annotations

import sqlite3

from sqlite_utils import Database

from socialcoach.core.errors import UserError

INDEX = "post_search"

PARTS = ("data", "idx", "content", "docsize", "config")
"""The tables FTS5 keeps an index in (sqlite.org/fts5.html, checked 2026-11-22)."""


def make_index(database: Database) -> None:
    """Make the empty index. It folds case and marks: "brotchen" finds "Brötchen"."""
    database.execute(
        f"create virtual table {INDEX} using fts5(text, notes, versions, "
        "tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3')"
    )


def make_anew(database: Database) -> None:
    """Throw a damaged index away and note every post for the new one; no word of them is lost."""
    with database.atomic():
        try:
            database.execute(f"drop table if exists {INDEX}")
        except (UserError, sqlite3.Error):
            _drop_by_hand(database)
        make_index(database)
        database.execute("insert or ignore into search_stale select id from post")


def _drop_by_hand(database: Database) -> None:
    """Take apart an index that is too damaged to be dropped as one."""
    database.execute("pragma writable_schema = on")
    database.execute("delete from sqlite_master where name = ?", [INDEX])
    database.execute("pragma writable_schema = reset")
    for part in PARTS:
        database.execute(f"drop table if exists {INDEX}_{part}")
