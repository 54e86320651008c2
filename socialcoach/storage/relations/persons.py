"""Keeps people and the names they go by."""

from __future__ import annotations

import json
from array import array
from collections.abc import Iterable, Sequence
from dataclasses import replace

from sqlite_utils import Database

from socialcoach.core.relations.person import Handle, Person, PersonLine, PersonRecord
from socialcoach.storage.relations.messages import Messages
from socialcoach.storage.relations.rows import (
    handle_from_row,
    handle_to_row,
    message_to_row,
    person_from_row,
    person_to_row,
)
from socialcoach.storage.relations.search import search_query
from socialcoach.storage.rows import insert_row
from socialcoach.storage.times import from_text

LINES = """
    select person.id, person.name,
        (select group_concat(platform) from handle where person_id = person.id),
        (select count(*) from message join handle on handle.id = handle_id
         where person_id = person.id),
        (select max(wrote_at) from message join handle on handle.id = handle_id
         where person_id = person.id),
        email, place
    from person where person.id in
"""


class Persons:
    """Reads and writes people and handles."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, person: Person) -> Person:
        """Insert a person (the ``id`` is ignored) and return them with their new id."""
        return replace(person, id=insert_row(self._database, "person", person_to_row(person)))

    def add_all(self, persons: Sequence[Person]) -> tuple[int, ...]:
        """Insert many people at once (their ``id`` is ignored) and return their new ids."""
        newest = self._database.execute("select ifnull(max(id), 0) from person").fetchone()[0]
        numbered = [replace(one, id=newest + n) for n, one in enumerate(persons, start=1)]
        self._database.table("person").insert_all([person_to_row(one) for one in numbered])
        return tuple(one.id for one in numbered)

    def insert(self, person: Person) -> None:
        """Insert a person under the id they have, as when they come back."""
        self._database.table("person").insert(person_to_row(person))

    def save(self, person: Person) -> None:
        """Write all fields of a person who is here."""
        self._database.table("person").update(person.id, person_to_row(person))

    def get(self, person_id: int) -> Person | None:
        """Return the person, or None when there is none with this id."""
        rows = list(self._database.table("person").rows_where("id = ?", [person_id]))
        return person_from_row(rows[0]) if rows else None

    def of_message(self, message_id: int) -> int | None:
        """Return the id of the person who wrote a message."""
        row = self._database.execute(
            "select person_id from message join handle on handle.id = handle_id"
            " where message.id = ?",
            [message_id],
        ).fetchone()
        return row[0] if row else None

    def all(self) -> list[Person]:
        """Return everybody."""
        return [person_from_row(row) for row in self._database.table("person").rows]

    def ids(self) -> array[int]:
        """Return the ids of all people, by name."""
        rows = self._database.execute("select id from person order by name collate nocase, id")
        return array("q", (row[0] for row in rows))

    def found(self, words: str) -> array[int]:
        """Return the ids of people in whose names, contact fields or notes all words stand."""
        query = search_query(words)
        if not query:
            return array("q")
        rows = self._database.execute(
            "select person.id from person_search join person on person.id = person_search.rowid"
            " where person_search match ? order by person.name collate nocase, person.id",
            [query],
        )
        return array("q", (row[0] for row in rows))

    def lines(self, ids: Sequence[int]) -> dict[int, PersonLine]:
        """Return what a list shows of these people, by id."""
        marks = ", ".join("?" * len(ids))
        rows = self._database.execute(f"{LINES} ({marks})", list(ids)).fetchall()
        return {
            key: PersonLine(
                key,
                name,
                tuple(dict.fromkeys(platforms.split(","))) if platforms else (),
                messages,
                from_text(last) if last else None,
                email,
                place,
            )
            for key, name, platforms, messages, last, email, place in rows
        }

    def count(self) -> int:
        """Return how many people there are."""
        return self._database.table("person").count

    # handles

    def add_handle(self, handle: Handle) -> Handle:
        """Insert a handle (its ``id`` is ignored) and return it with its new id."""
        return replace(handle, id=insert_row(self._database, "handle", handle_to_row(handle)))

    def find_handle(self, platform: str, key: str) -> Handle | None:
        """Return the handle with this key on a platform, None when nobody goes by it."""
        rows = self._database.table("handle").rows_where(
            "platform = ? and key = ?", [platform, key]
        )
        found = [handle_from_row(row) for row in rows]
        return found[0] if found else None

    def handle(self, handle_id: int) -> Handle | None:
        """Return a handle by its id."""
        rows = list(self._database.table("handle").rows_where("id = ?", [handle_id]))
        return handle_from_row(rows[0]) if rows else None

    def handles_of(self, person_id: int) -> list[Handle]:
        """Return the names a person goes by, the first known first."""
        rows = self._database.table("handle").rows_where(
            "person_id = ?", [person_id], order_by="id"
        )
        return [handle_from_row(row) for row in rows]

    def of_handles(self, handle_ids: Iterable[int]) -> dict[int, int]:
        """Return whose handles these are: handle id to person id."""
        ids = list(handle_ids)
        marks = ", ".join("?" * len(ids))
        rows = self._database.execute(
            f"select id, person_id from handle where id in ({marks})", ids
        )
        return dict(rows.fetchall())

    def give_handles(self, handle_ids: Sequence[int], person_id: int) -> None:
        """Let these handles belong to another person."""
        marks = ", ".join("?" * len(handle_ids))
        self._database.execute(
            f"update handle set person_id = ? where id in ({marks})", [person_id, *handle_ids]
        )

    # whole people

    def record(self, person_id: int) -> PersonRecord | None:
        """Return everything about a person, their messages with the newest first."""
        person = self.get(person_id)
        if person is None:
            return None
        handles = self.handles_of(person_id)
        messages = Messages(self._database).of_handles(handle.id for handle in handles)
        return PersonRecord(person, tuple(handles), tuple(messages))

    def remove(self, person_id: int) -> None:
        """Take away the row of a person; their handles must have gone before."""
        self._database.execute("delete from person where id = ?", [person_id])

    def remove_silent(self, ids: Sequence[int]) -> None:
        """Take away those of these people who never wrote."""
        self._database.execute(
            "delete from person where id in (select value from json_each(?))"
            " and id not in (select person_id from handle)",
            [json.dumps(list(ids))],
        )

    def forget(self, record: PersonRecord) -> None:
        """Take a person away with all handles and messages."""
        self._database.execute(
            "delete from message where handle_id in (select id from handle where person_id = ?)",
            [record.person.id],
        )
        self._database.execute("delete from handle where person_id = ?", [record.person.id])
        self.remove(record.person.id)

    def put_back(self, record: PersonRecord) -> None:
        """Undo ``forget``: everything under the ids it had."""
        self._database.table("person").insert(person_to_row(record.person))
        self._database.table("handle").insert_all([handle_to_row(one) for one in record.handles])
        self._database.table("message").insert_all([message_to_row(one) for one in record.messages])

    def wipe(self) -> None:
        """Overwrite what was deleted: else search and free pages keep traces for a while."""
        for table in ("message_search", "person_search"):
            self._database.execute(f"insert into {table} ({table}) values ('optimize')")
        self._database.execute("pragma wal_checkpoint(truncate)")
