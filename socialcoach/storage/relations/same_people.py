"""Finds people who may be one and the same: by name, address or telephone number."""

from __future__ import annotations

from collections.abc import Sequence

from sqlite_utils import Database

from socialcoach.core.relations.person import Person
from socialcoach.storage.relations.rows import person_from_row

COLUMNS = "one.id, one.name, one.added_at, one.notes, one.email, one.phone, one.place"

ALIKE = """
    (one.name = other.name collate nocase
     or (one.email <> '' and one.email = other.email collate nocase)
     or (one.phone <> '' and one.phone = other.phone))
"""
RULED_OUT = """
    exists (select 1 from not_the_same as said
            where said.one = min(one.id, other.id) and said.other = max(one.id, other.id))
"""


class SamePeople:
    """Asks the database, and remembers what the owner ruled out."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def of(self, person_id: int, most: int = 5) -> list[Person]:
        """Return others who may be this person."""
        return self._people(
            f"select {COLUMNS} from person as one join person as other on other.id = ?"
            f" where one.id <> other.id and {ALIKE} and not {RULED_OUT} limit ?",
            [person_id, most],
        )

    def pairs(self, most: int) -> list[tuple[Person, Person]]:
        """Return pairs who may be one and the same, the one known longer first."""
        found: dict[tuple[int, int], None] = {}
        for column, condition in (
            ("name", "one.name = other.name collate nocase"),
            ("email", "one.email <> '' and one.email = other.email collate nocase"),
            ("phone", "one.phone <> '' and one.phone = other.phone"),
        ):
            rows = self._database.execute(
                f"select one.id, other.id from person as one join person as other"
                f" on {condition} and one.id < other.id"
                f" where one.{column} <> '' and not {RULED_OUT} limit ?",
                [most],
            ).fetchall()
            found.update(dict.fromkeys((first, second) for first, second in rows))
        return [self._pair(*ids) for ids in list(found)[:most]]

    def rule_out(self, one: int, other: int) -> None:
        """Remember that these are two people."""
        self._database.execute(
            "insert or ignore into not_the_same (one, other) values (?, ?)", sorted((one, other))
        )

    def allow(self, one: int, other: int) -> None:
        """Forget that these were called two people."""
        self._database.execute(
            "delete from not_the_same where one = ? and other = ?", sorted((one, other))
        )

    def _pair(self, one: int, other: int) -> tuple[Person, Person]:
        found = self._people(
            f"select {COLUMNS} from person as one where id in (?, ?) order by id", [one, other]
        )
        return found[0], found[1]

    def _people(self, sql: str, values: Sequence[object]) -> list[Person]:
        cursor = self._database.execute(sql, list(values))
        names = [column[0] for column in cursor.description]
        return [person_from_row(dict(zip(names, row, strict=True))) for row in cursor.fetchall()]
