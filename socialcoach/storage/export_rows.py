"""Reads a copy of the database row by row, for the tables an owner takes away."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing

from sqlite_utils import Database

from socialcoach.core.errors import UserError

Row = Mapping[str, object]

QUERIES = {
    "posts": """
        select post.id, post.status, post.platforms, post.notes, post.created_at, post.band,
               post.kind, post.verdict, publication.platform, publication.status as went,
               publication.at, publication.time_known, publication.permalink,
               coalesce(nullif(publication.text, ''), post.text) as text,
               views, reach, likes, comments, shares, saves, clicks, follows
        from post left join publication on publication.post_id = post.id
                  left join numbers on numbers.publication_id = publication.id
        order by post.id, publication.at, publication.id""",
    "versions": "select * from version order by post_id, platform",
    "choices": "select * from choice order by post_id, platform",
    "pictures": "select * from picture order by post_id, place, id",
    "ideas": "select * from own_idea order by id",
    "endings": "select * from ending order by id",
    "people": """
        select person.*, (
            select group_concat(platform || ': ' || handle.name, '; ') from handle
            where handle.person_id = person.id
        ) as goes_by
        from person order by person.name, person.id""",
    "messages": """
        select message.*, person.name as person, handle.name as goes_by
        from message join handle on handle.id = message.handle_id
                     join person on person.id = handle.person_id
        order by message.wrote_at, message.id""",
    "answers": "select * from saved_answer order by id",
    "promoters": "select * from promoter order by name, id",
    "happenings": """
        select promoter_event.*, promoter.name as promoter
        from promoter_event join promoter on promoter.id = promoter_event.promoter_id
        order by promoter_event.at, promoter_event.id""",
    "letters": """
        select letter.*, promoter.name as promoter
        from letter join promoter on promoter.id = letter.promoter_id order by letter.id""",
    "listening": "select * from talk order by noted_at, id",
    "minutes": "select * from minutes order by day, id",
    "found_us": "select * from found_us order by day, id",
    "typed_months": "select * from typed_month order by month, platform",
}
"""One query for each table; times come as text in UTC, lists as JSON."""


class DataCopy:
    """The whole database as it was at one moment, in memory; nothing is changed through it.

    Raises ``UserError("database.damaged")`` when what was copied is damaged.
    """

    def __init__(self, database: Database) -> None:
        self._copy = sqlite3.connect(":memory:")
        try:
            database.conn.backup(self._copy)
            sound = self._copy.execute("PRAGMA quick_check").fetchone() == ("ok",)
        except sqlite3.DatabaseError:
            sound = False
        if not sound:
            self._copy.close()
            file = database.conn.execute("PRAGMA database_list").fetchone()[2]
            raise UserError("database.damaged", file=str(file))
        self._copy.row_factory = sqlite3.Row

    def close(self) -> None:
        """Let the copy go."""
        self._copy.close()

    def as_file(self) -> bytes:
        """Return the copy as the bytes of a database file."""
        return self._copy.serialize()

    def rows(self, table: str) -> Iterator[Row]:
        """Yield the rows of one of ``QUERIES``."""
        with closing(self._copy.execute(QUERIES[table])) as found:
            for row in found:
                yield dict(row)
