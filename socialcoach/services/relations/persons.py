"""People: who they are across platforms, joined and taken apart, and what is kept about them."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import dataclass, replace

from socialcoach.core.changes import Changes
from socialcoach.core.errors import UserError
from socialcoach.core.relations.message import Message
from socialcoach.core.relations.person import Handle, Person, PersonLine, PersonRecord
from socialcoach.core.text import clean
from socialcoach.services.clock import Clock
from socialcoach.services.relations.taken_away import TakenAway
from socialcoach.storage.relations.messages import Messages
from socialcoach.storage.relations.persons import Persons
from socialcoach.storage.relations.same_people import SamePeople

MOST_IN_HISTORY = 50
"""Messages of a person that a page shows; an export holds all of them."""


@dataclass(frozen=True)
class Joined:
    """What ``join`` changed, so that it can be undone."""

    before: Person
    after: Person
    gone: Person
    handle_ids: tuple[int, ...]


@dataclass(frozen=True)
class TakenApart:
    """What ``split`` changed, so that it can be undone."""

    handle_id: int
    before_id: int
    new: Person


class People:
    """Reads and changes people."""

    def __init__(
        self,
        persons: Persons,
        messages: Messages,
        same: SamePeople,
        taken_away: TakenAway,
        clock: Clock,
    ) -> None:
        self._persons = persons
        self._messages = messages
        self._same = same
        self._taken_away = taken_away
        self._clock = clock

    def ids(self) -> array[int]:
        """Return the ids of all people, by name."""
        return self._persons.ids()

    def found(self, words: str) -> array[int]:
        """Return the ids of people found by any part of their names, fields or notes."""
        return self._persons.found(words)

    def lines(self, ids: Sequence[int]) -> dict[int, PersonLine]:
        """Return what a list shows of these people."""
        return self._persons.lines(ids)

    def count(self) -> int:
        """Return how many people there are."""
        return self._persons.count()

    def person(self, person_id: int) -> Person:
        """Return one person; raise ``UserError("person.gone")`` when they are no longer there."""
        found = self._persons.get(person_id)
        if found is None:
            raise UserError("person.gone")
        return found

    def of_message(self, message_id: int) -> Person:
        """Return who wrote a message."""
        return self.person(self._persons.of_message(message_id) or 0)

    def handles(self, person_id: int) -> list[Handle]:
        """Return the names a person goes by."""
        return self._persons.handles_of(person_id)

    def history(self, person_id: int, most: int = MOST_IN_HISTORY) -> list[Message]:
        """Return what a person wrote on all platforms, the newest first."""
        handles = self._persons.handles_of(person_id)
        return self._messages.of_handles([one.id for one in handles], most)

    def record(self, person_id: int) -> PersonRecord:
        """Return everything kept about a person."""
        found = self._persons.record(person_id)
        if found is None:
            raise UserError("person.gone")
        return found

    def add(self, name: str) -> Person:
        """Add somebody by name; raise ``UserError("person.no_name")`` without one."""
        return self._persons.add(Person(0, _named(name), self._clock.now()))

    def keep(self, person: Person) -> Changes:
        """Keep the fields and notes as typed; an empty name is refused."""
        before = self.person(person.id)
        after = replace(
            person,
            name=_named(person.name),
            notes=clean(person.notes),
            email=clean(person.email).strip(),
            phone=clean(person.phone).strip(),
            place=clean(person.place).strip(),
        )
        if after == before:
            return Changes.NOTHING
        self._persons.save(after)
        return Changes.PEOPLE

    def keep_notes(self, person_id: int, notes: str) -> Changes:
        """Keep the owner's notes about a person."""
        return self.keep(replace(self.person(person_id), notes=notes))

    def change(self, person_id: int, **fields: str) -> Changes:
        """Keep fields as typed: ``name``, ``email``, ``phone``, ``place`` or ``notes``."""
        return self.keep(replace(self.person(person_id), **fields))  # type: ignore[arg-type]

    # one and the same, or two

    def may_be_same(self, person_id: int) -> list[Person]:
        """Return others with the same name, address or number, whom the owner has not ruled out."""
        return self._same.of(person_id)

    def pairs(self, most: int) -> list[tuple[Person, Person]]:
        """Return pairs who may be one and the same, at most ``most``."""
        return self._same.pairs(most)

    def are_two(self, one: int, other: int) -> Changes:
        """Note that two people only look like one; ``may_be_one`` undoes it."""
        self._same.rule_out(one, other)
        return Changes.PEOPLE

    def may_be_one(self, one: int, other: int) -> Changes:
        """Undo ``are_two``."""
        self._same.allow(one, other)
        return Changes.PEOPLE

    def join(self, kept_id: int, other_id: int) -> Joined:
        """Make two people one; fields the first lacks come from the other. ``part`` undoes it.

        The caller tells the pages ``Changes.PEOPLE``.
        """
        kept, other = self.person(kept_id), self.person(other_id)
        handles = tuple(handle.id for handle in self._persons.handles_of(other_id))
        both = _filled_up(kept, other)
        with self._messages.together():
            self._persons.give_handles(handles, kept_id)
            self._persons.save(both)
            self._persons.remove(other_id)
        return Joined(kept, both, other, handles)

    def part(self, joined: Joined) -> Changes:
        """Undo ``join``; what was typed about them since then stays."""
        now = self.person(joined.before.id)
        with self._messages.together():
            self._persons.insert(joined.gone)
            self._persons.give_handles(joined.handle_ids, joined.gone.id)
            self._persons.save(_parted(now, joined))
        return Changes.PEOPLE

    def split(self, handle_id: int) -> TakenApart:
        """Let the one who goes by this name be somebody else; ``unsplit`` undoes it.

        Raises ``UserError("person.last_name")`` for a person's only name.
        """
        handle = self._persons.handle(handle_id)
        if handle is None:
            raise UserError("person.gone")
        if len(self._persons.handles_of(handle.person_id)) < 2:
            raise UserError("person.last_name")
        with self._messages.together():
            new = self._persons.add(Person(0, handle.name, self._clock.now()))
            self._persons.give_handles([handle_id], new.id)
            self._same.rule_out(handle.person_id, new.id)
        return TakenApart(handle_id, handle.person_id, new)

    def unsplit(self, apart: TakenApart) -> Changes:
        """Undo ``split``."""
        with self._messages.together():
            self._persons.give_handles([apart.handle_id], apart.before_id)
            self._persons.remove(apart.new.id)
        return Changes.PEOPLE

    # the right to be forgotten

    def forget(self, person_id: int) -> PersonRecord:
        """Delete everything about a person at once and return it, for ``bring_back`` alone.

        Nothing of it stays in the file, the search included, and the next look at the networks
        does not find it anew. Call it in a worker.
        """
        record = self.record(person_id)
        with self._messages.together():
            self._taken_away.note(record.messages)
            self._persons.forget(record)
        self._persons.wipe()
        return record

    def bring_back(self, record: PersonRecord) -> Changes:
        """Undo ``forget`` while the record is still in memory."""
        with self._messages.together():
            self._taken_away.take_back(record.messages)
            self._persons.put_back(record)
        return Changes.PEOPLE


def _parted(now: Person, joined: Joined) -> Person:
    """Return a person with the fields put back that are as joining left them."""
    fields = ("name", "notes", "email", "phone", "place", "added_at")
    as_joined = (one for one in fields if getattr(now, one) == getattr(joined.after, one))
    return replace(now, **{field: getattr(joined.before, field) for field in as_joined})


def _named(name: str) -> str:
    named = " ".join(clean(name).split())
    if not named:
        raise UserError("person.no_name")
    return named


def _filled_up(kept: Person, other: Person) -> Person:
    """Return the first with what it lacks from the other, and the notes of both."""
    notes = "\n".join(filter(None, dict.fromkeys((kept.notes.strip(), other.notes.strip()))))
    return replace(
        kept,
        notes=notes,
        email=kept.email or other.email,
        phone=kept.phone or other.phone,
        place=kept.place or other.place,
        added_at=min(kept.added_at, other.added_at),
    )
