"""Keeps messages: fast lists of ids, and the rows for those that are on screen."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, datetime

from sqlite_utils import Database

from socialcoach.core.progress.answering import Exchange
from socialcoach.core.relations.message import Message, MessageLine, MessageStatus, Shelf
from socialcoach.storage.relations.rows import line_from_row, message_from_row, message_to_row
from socialcoach.storage.relations.search import search_query
from socialcoach.storage.rows import insert_row
from socialcoach.storage.times import from_text, to_text

LINE_LENGTH = 160
"""Characters of a message that a list can show."""

SHELVES = {
    Shelf.WAITING: ("status = 'waiting'", "wrote_at, id"),
    Shelf.FOLLOW_UP: ("follow_up_on is not null", "follow_up_on, id"),
    Shelf.ANSWERED: ("status = 'answered'", "wrote_at desc, id desc"),
    Shelf.DONE: ("status = 'done'", "wrote_at desc, id desc"),
}
"""What lies on each shelf, and in which order: who waits longest comes first."""

LINES = f"""
    select message.id, person.name, message.platform, substr(said, 1, {LINE_LENGTH}), wrote_at,
        status, answered_at, follow_up_on, rests_until
    from message join handle on handle.id = message.handle_id
    join person on person.id = handle.person_id where message.id in
"""


class Messages:
    """Reads and writes messages."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, message: Message) -> Message:
        """Insert a message (its ``id`` is ignored) and return it with its new id."""
        return replace(message, id=insert_row(self._database, "message", message_to_row(message)))

    def insert(self, message: Message) -> None:
        """Insert a message under the id it has, as when it comes back."""
        self._database.table("message").insert(message_to_row(message))

    def save(self, message: Message) -> None:
        """Write all fields of a message that exists."""
        self._database.table("message").update(message.id, message_to_row(message))

    def get(self, message_id: int) -> Message | None:
        """Return the message, or None when there is none with this id."""
        rows = list(self._database.table("message").rows_where("id = ?", [message_id]))
        return message_from_row(rows[0]) if rows else None

    def last_platform(self) -> str:
        """Return the platform of the message that was added last, "" when there is none."""
        row = self._database.execute(
            "select platform from message order by id desc limit 1"
        ).fetchone()
        return row[0] if row else ""

    def has_remote(self, platform: str, remote_id: str) -> bool:
        """Tell whether a message that came from a network is here already."""
        found = self._database.execute(
            "select 1 from message where platform = ? and remote_id = ? and remote_id <> ''",
            [platform, remote_id],
        )
        return found.fetchone() is not None

    def ids(self, shelf: Shelf) -> array[int]:
        """Return the ids on a shelf, in its order."""
        where, order = SHELVES[shelf]
        return _ids(self._database, f"select id from message where {where} order by {order}", [])

    def found(self, words: str) -> array[int]:
        """Return the ids of messages that hold all words, or are from such people; newest first."""
        query = search_query(words)
        if not query:
            return array("q")
        sql = (
            "select message.id from message_search"
            " join message on message.id = message_search.rowid"
            " where message_search match ? order by wrote_at desc, message.id desc"
        )
        return _ids(self._database, sql, [query])

    def lines(self, ids: Sequence[int]) -> dict[int, MessageLine]:
        """Return what a list shows of these messages, by id; those that are gone are left out."""
        marks = ", ".join("?" * len(ids))
        rows = self._database.execute(f"{LINES} ({marks})", list(ids)).fetchall()
        return {row[0]: line_from_row(row) for row in rows}

    def counts(self) -> dict[Shelf, int]:
        """Return how many lie on each shelf."""
        rows = self._database.execute("select status, count(*) from message group by status")
        by_status = {Shelf(status): count for status, count in rows.fetchall()}
        later = self._database.execute(
            "select count(*) from message where follow_up_on is not null"
        ).fetchone()[0]
        return {shelf: by_status.get(shelf, 0) for shelf in Shelf} | {Shelf.FOLLOW_UP: later}

    def anybody_waits(self) -> bool:
        """Tell whether there is anybody without an answer; far quicker than counting."""
        found = self._database.execute("select 1 from message where status = 'waiting' limit 1")
        return found.fetchone() is not None

    def waiting(self, most: int) -> list[Message]:
        """Return those who wait, the longest wait first, at most ``most``."""
        return self._where("status = ? order by wrote_at, id limit ?", ["waiting", most])

    def to_answer(self, now: datetime, today: date) -> tuple[Message | None, int]:
        """Return whose answer comes first, and how many people are worth answering today.

        Left out is what rests for a moment, and what the owner wants to come back to later.
        """
        where = (
            "status = 'waiting' and (rests_until is null or rests_until <= ?)"
            " and (follow_up_on is null or follow_up_on <= ?)"
        )
        values: list[object] = [to_text(now), today.isoformat()]
        first = self._where(f"{where} order by wrote_at, message.id limit 1", values)
        people: int = self._database.execute(
            "select count(distinct person_id) from message"
            f" join handle on handle.id = message.handle_id where {where}",
            values,
        ).fetchone()[0]
        return (first[0] if first else None), people

    def to_come_back_to(self, today: date, most: int) -> list[Message]:
        """Return what has its answer and a day to come back that is here, the earliest first."""
        order = "follow_up_on <= ? and status <> 'waiting' order by follow_up_on, id limit ?"
        return self._where(order, [today.isoformat(), most])

    def late(self, wrote_before: datetime) -> int:
        """Return how many wait who wrote before this moment."""
        count: int = self._database.execute(
            "select count(*) from message where status = 'waiting' and wrote_at < ?",
            [to_text(wrote_before)],
        ).fetchone()[0]
        return count

    def asking(self, since: datetime, most: int) -> list[Message]:
        """Return messages with a question mark written since, newest first, at most ``most``."""
        order = "wrote_at >= ? and instr(said, '?') > 0 order by wrote_at desc, id desc limit ?"
        return self._where(order, [to_text(since), most])

    @contextmanager
    def together(self) -> Iterator[None]:
        """Write several messages, all or none."""
        with self._database.atomic():
            yield

    def of_handles(self, handle_ids: Iterable[int], most: int | None = None) -> list[Message]:
        """Return what came in by these handles, the newest first."""
        ids = list(handle_ids)
        marks = ", ".join("?" * len(ids))
        order = f"handle_id in ({marks}) order by wrote_at desc, id desc limit ?"
        return self._where(order, [*ids, -1 if most is None else most])

    def exchanges(self, start: datetime, end: datetime) -> list[Exchange]:
        """Return when people wrote and were answered, for those who wrote from start to end.

        Those that needed no answer are left out.
        """
        rows = self._database.execute(
            "select wrote_at, answered_at from message where wrote_at >= ? and wrote_at < ?"
            " and (answered_at is not null or status <> ?)",
            [to_text(start), to_text(end), MessageStatus.DONE],
        ).fetchall()
        return [
            Exchange(from_text(wrote), from_text(answered) if answered else None)
            for wrote, answered in rows
        ]

    def remove(self, ids: Sequence[int]) -> None:
        """Take messages away for good."""
        marks = ", ".join("?" * len(ids))
        self._database.execute(f"delete from message where id in ({marks})", list(ids))

    def _where(self, where: str, values: list[object]) -> list[Message]:
        cursor = self._database.execute(f"select * from message where {where}", values)
        names = [column[0] for column in cursor.description]
        return [message_from_row(dict(zip(names, row, strict=True))) for row in cursor.fetchall()]


def _ids(database: Database, sql: str, values: list[object]) -> array[int]:
    """Return one column of whole numbers, compact enough for hundreds of thousands."""
    return array("q", (row[0] for row in database.execute(sql, values)))
