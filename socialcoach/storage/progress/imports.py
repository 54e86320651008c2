"""Keeps imports: what is known before, writing in one short transaction, taking one back."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import islice

from sqlite_utils import Database

from socialcoach.core.planning.publication import PublicationStatus, Source
from socialcoach.core.progress.importing.layouts import COUNTS
from socialcoach.core.progress.importing.matching import Change, Entry
from socialcoach.core.progress.importing.records import ImportedPost
from socialcoach.storage.times import from_text, to_text

AT_A_TIME = 2_000

_COUNTS = ", ".join(COUNTS)
_MARKS = ", ".join("?" for _ in COUNTS)
_ANY_COUNT = "coalesce(" + _COUNTS + ") is not null"
_NEWER = ", ".join(f"{name} = excluded.{name}" for name in COUNTS)

_KNOWN = f"""
    select publication.id, publication.text, status, at, permalink, external_key, source, {_COUNTS}
    from publication left join numbers on numbers.publication_id = publication.id
    where platform = ?
"""
_STAGE = f"""
    create temp table new_post (
        n integer primary key, at text, time_known int, text text, permalink text, key text,
        {", ".join(f"{name} int" for name in COUNTS)});
    create temp table changed_post (
        publication_id integer primary key, at text, time_known int, permalink text, key text,
        text text,
        {", ".join(f"{name} int" for name in COUNTS)});
"""
_ADD_POSTS = """
    insert into post (id, text, status, created_at, updated_at, platforms, notes, idea)
    select :base + n, text, 'out', at, at, :platforms, '', '' from temp.new_post
"""
_ADD_PUBLICATIONS = """
    insert into publication (id, post_id, platform, status, at, text, permalink, external_key,
                             source, import_id, time_known)
    select :first + n, :base + n, :platform, 'out', at, text, permalink, key, 'import',
           :import_id, time_known
    from temp.new_post
"""
_ADD_NUMBERS = f"""
    insert into numbers (publication_id, as_of, {_COUNTS})
    select :first + n, :now, {_COUNTS} from temp.new_post where {_ANY_COUNT}
"""
_CHANGE = (
    """
    update publication set status = 'out', at = changed.at, permalink = changed.permalink,
           time_known = coalesce(changed.time_known, publication.time_known),
           external_key = nullif(changed.key, ''), text = coalesce(changed.text, publication.text)
    from temp.changed_post as changed where publication.id = changed.publication_id
    """,
    """
    update post set text = changed.text, pitch = null, band = null, kind = null, pressure = null,
           meter_version = null
    from temp.changed_post as changed join publication on publication.id = changed.publication_id
    where post.id = publication.post_id and changed.text is not null
    """,
    """
    update post set status = 'out'
    where status in ('draft', 'ready') and id in (
        select post_id from publication join temp.changed_post as changed
        on publication.id = changed.publication_id)
    """,
)
_CHANGE_NUMBERS = f"""
    insert into numbers (publication_id, as_of, {_COUNTS})
    select publication_id, :now, {_COUNTS} from temp.changed_post where {_ANY_COUNT}
    on conflict (publication_id) do update set as_of = excluded.as_of, {_NEWER}
"""
_UNDO = (
    "delete from numbers where publication_id in (select id from publication where import_id = ?)",
    """
    create temp table gone as select distinct post_id from publication where import_id = ?
    """,
    "delete from publication where import_id = ?",
    "delete from import_run where id = ?",
)
_UNDO_DAYS = "delete from daily_number where import_id = ?"
_UNDO_POSTS = """
    delete from post where id in (select post_id from temp.gone)
    and id not in (select post_id from publication)
"""


@dataclass(frozen=True)
class ImportRun:
    """What is noted of an import; ``at`` is in UTC, ``id`` is None before it is written."""

    platform: str
    file_name: str
    layout: str
    at: datetime
    added: int = 0
    updated: int = 0
    unchanged: int = 0
    id: int | None = None


class Staging:
    """Collects an import beside the database, in temporary tables that vanish with the connection.

    The database itself is locked only for the last step, so that typing never waits for it.
    """

    def __init__(self, database: Database) -> None:
        self._connection = database.conn
        self._new = self._changed = 0
        self._connection.executescript(_STAGE)

    def stage(self, found: Iterable[ImportedPost | Change]) -> None:
        """Take in new posts and changes, in any order."""
        stream = iter(found)
        while batch := list(islice(stream, AT_A_TIME)):
            posts = [one for one in batch if isinstance(one, ImportedPost)]
            changes = [one for one in batch if isinstance(one, Change)]
            marks = f"insert into temp.new_post values (?, ?, ?, ?, ?, ?, {_MARKS})"
            rows = (_post_row(n, post) for n, post in enumerate(posts, start=self._new + 1))
            self._connection.executemany(marks, rows)
            marks = f"insert into temp.changed_post values (?, ?, ?, ?, ?, ?, {_MARKS})"
            self._connection.executemany(marks, map(_change_row, changes))
            self._new += len(posts)
            self._changed += len(changes)
        self._connection.commit()

    def write(self, run: ImportRun) -> int:
        """Write everything staged in one transaction and return the number of this import."""
        cursor = self._connection.cursor()
        cursor.execute("begin immediate")
        try:
            facts = self._facts(cursor, run)
            for statement in (*_CHANGE, _CHANGE_NUMBERS):
                cursor.execute(statement, facts)
            for statement in (_ADD_POSTS, _ADD_PUBLICATIONS, _ADD_NUMBERS):
                cursor.execute(statement, facts)
            cursor.execute("commit")
        except BaseException:
            self._connection.rollback()
            raise
        return int(str(facts["import_id"]))

    @staticmethod
    def _facts(cursor: sqlite3.Cursor, run: ImportRun) -> dict[str, object]:
        return {
            "import_id": note_import(cursor, run),
            "base": _last_id(cursor, "post"),
            "first": _last_id(cursor, "publication"),
            "platform": run.platform,
            "platforms": json.dumps([run.platform]),
            "now": to_text(run.at),
        }


def known_entries(database: Database, platform: str) -> Iterator[tuple[Entry, str]]:
    """Yield what is known on a platform, each with its text."""
    for row in database.conn.execute(_KNOWN, [platform]):
        number, text, status, at, permalink, key, source = row[:7]
        entry = Entry(
            publication_id=number,
            at=from_text(at),
            permalink=permalink,
            key=key or "",
            imported=source == Source.IMPORT,
            out=status == PublicationStatus.OUT,
            text_hash=hash(text),
            counts=row[7:],
        )
        yield entry, text


def note_import(cursor: sqlite3.Cursor, run: ImportRun) -> int:
    """Note an import, inside its own transaction, and return its number."""
    cursor.execute(
        "insert into import_run (file_name, layout, imported_at, added, updated, unchanged)"
        " values (?, ?, ?, ?, ?, ?)",
        [run.file_name, run.layout, to_text(run.at), run.added, run.updated, run.unchanged],
    )
    return int(cursor.lastrowid or 0)


def undo(database: Database, import_id: int) -> int:
    """Take away what an import added; return how many posts and daily figures went."""
    cursor = database.conn.cursor()
    cursor.execute("begin immediate")
    try:
        for statement in _UNDO:
            cursor.execute(statement, [import_id])
        gone = cursor.execute(_UNDO_DAYS, [import_id]).rowcount
        gone += cursor.execute(_UNDO_POSTS).rowcount
        cursor.execute("drop table temp.gone")
        cursor.execute("commit")
    except BaseException:
        database.conn.rollback()
        raise
    return int(gone)


def _last_id(cursor: sqlite3.Cursor, table: str) -> int:
    return int(cursor.execute(f"select coalesce(max(id), 0) from {table}").fetchone()[0])


def _post_row(n: int, post: ImportedPost) -> tuple[object, ...]:
    head = (n, to_text(post.at), int(post.time_known), post.text, post.permalink, post.key)
    return (*head, *post.counts)


def _change_row(change: Change) -> tuple[object, ...]:
    head = (change.entry.publication_id, to_text(change.at), change.time_known)
    return (*head, change.permalink, change.key, change.text, *change.counts)
