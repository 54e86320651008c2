"""What a database file holds, told without opening it as the owner's own."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from sqlite_utils import Database

from socialcoach.storage.backups import is_sound
from socialcoach.storage.migrations import migrations

TABLES = {"post", "strategy", "setting", "_sqlite_migrations"}
"""Tables that every SocialCoach has made since its first version."""


def count_rows(file: Path, *tables: str) -> list[int]:
    """Return how many rows each of these tables of ours has."""
    with closing(sqlite3.connect(f"{file.resolve().as_uri()}?mode=ro", uri=True)) as database:
        every = (f"select count(*) from [{table}]" for table in tables)
        return [database.execute(one).fetchone()[0] for one in every]


def is_ours(file: Path) -> bool:
    """Tell whether a file is an undamaged database that SocialCoach made.

    What runs by itself in it (triggers, views) must be what SocialCoach puts there: a file from
    elsewhere gets no say in what happens when something is written.
    """
    if not is_sound(file):
        return False
    with closing(sqlite3.connect(f"{file.resolve().as_uri()}?mode=ro", uri=True)) as database:
        names = {row[0] for row in database.execute("select name from sqlite_master")}
        found = _running_parts(database)
    return names >= TABLES and found <= _our_running_parts()


def _our_running_parts() -> set[str]:
    fresh = Database(memory=True)
    migrations.apply(fresh)
    return _running_parts(fresh.conn)


def _running_parts(database: sqlite3.Connection) -> set[str]:
    rows = database.execute("select sql from sqlite_master where type in ('trigger', 'view')")
    return {" ".join(str(row[0]).split()) for row in rows}
