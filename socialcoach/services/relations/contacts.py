"""Bringing in contacts: a look first, then all or nothing, and the way back."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from socialcoach.core.changes import Changes
from socialcoach.core.relations.contacts import Contact, phone_key
from socialcoach.core.relations.person import Person, handle_key
from socialcoach.services.clock import Clock
from socialcoach.services.relations.address_books import read_contacts
from socialcoach.storage.relations.messages import Messages
from socialcoach.storage.relations.persons import Persons


@dataclass(frozen=True)
class ContactsPreview:
    """What a file would bring: new people, people whose blanks it fills, and what it leaves out."""

    file: str
    new: tuple[Contact, ...]
    filled: tuple[tuple[Person, Contact], ...]
    known: int
    skipped: int


@dataclass(frozen=True)
class BroughtIn:
    """What was written, so that it can be taken back: new ids, and people as they were."""

    added: tuple[int, ...]
    before: tuple[Person, ...]


class ContactBook:
    """Looks through address books and brings them in; call both in a worker."""

    def __init__(
        self,
        persons: Persons,
        messages: Messages,
        clock: Clock,
        column_names: Callable[[], Mapping[str, Sequence[str]]],
    ) -> None:
        self._persons = persons
        self._messages = messages
        self._clock = clock
        self._column_names = column_names

    def look(self, path: Path) -> ContactsPreview:
        """Return what a file holds; nothing is written. Raises those of ``read_contacts``."""
        contacts = read_contacts(path, self._column_names())
        known = _Known(self._persons.all())
        new: list[Contact] = []
        filled: list[tuple[Person, Contact]] = []
        same = 0
        for contact in contacts.found:
            person = known.find(contact)
            if person is None:
                new.append(contact)
            elif _filled_in(person, contact) != person:
                filled.append((person, contact))
            else:
                same += 1
        return ContactsPreview(path.name, tuple(new), tuple(filled), same, contacts.skipped)

    def bring_in(self, preview: ContactsPreview) -> BroughtIn:
        """Write what the preview shows, all or nothing.

        The caller tells the pages ``Changes.PEOPLE``.
        """
        now = self._clock.now()
        with self._messages.together():
            new = [_filled_in(Person(0, one.name, now), one) for one in preview.new]
            added = self._persons.add_all(new)
            for person, contact in preview.filled:
                self._persons.save(_filled_in(person, contact))
        return BroughtIn(added, tuple(person for person, _contact in preview.filled))

    def take_back(self, brought: BroughtIn) -> Changes:
        """Undo ``bring_in``; who has written since then stays."""
        with self._messages.together():
            self._persons.remove_silent(brought.added)
            for person in brought.before:
                self._persons.save(person)
        return Changes.PEOPLE


class _Known:
    """People by what tells them apart: address, number, or the name where that is all."""

    def __init__(self, people: Sequence[Person]) -> None:
        self._by_email = {one.email.casefold(): one for one in people if one.email}
        self._by_phone = {phone_key(one.phone): one for one in people if phone_key(one.phone)}
        self._by_name = {handle_key(one.name): one for one in people}

    def find(self, contact: Contact) -> Person | None:
        """Return the person a contact is about, None for somebody new."""
        by_email = self._by_email.get(contact.email.casefold()) if contact.email else None
        number = phone_key(contact.phone)
        found = by_email or (self._by_phone.get(number) if number else None)
        if found is None and not contact.email and not number:
            return self._by_name.get(handle_key(contact.name))
        return found


def _filled_in(person: Person, contact: Contact) -> Person:
    """Return a person with the blanks filled from a contact; what is there stays."""
    return replace(
        person,
        email=person.email or contact.email,
        phone=person.phone or contact.phone,
        place=person.place or contact.place,
        notes=person.notes or contact.notes,
    )
