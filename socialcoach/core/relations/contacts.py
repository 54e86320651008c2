"""Contacts from an address book: which column is which, and what a row says about a person."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from socialcoach.core.relations.wording import plain_words

FIELDS = ("name", "first", "last", "email", "phone", "place", "notes")
"""What a column may hold."""

LONGEST = 200
LONGEST_NOTE = 2_000
"""Characters of a field that are kept; longer ones are damage or a whole page in one cell."""

EMAIL = re.compile(r"[^@\s,;<>]+@[^@\s,;<>]+\.[^@\s,;<>]+")


@dataclass(frozen=True)
class Contact:
    """What an address book says about somebody; every field but the name may be empty."""

    name: str
    email: str = ""
    phone: str = ""
    place: str = ""
    notes: str = ""


@dataclass(frozen=True)
class Contacts:
    """The good rows of a file, and how many were left out because they name nobody."""

    found: tuple[Contact, ...]
    skipped: int = 0


@dataclass(frozen=True)
class Columns:
    """Which column holds what, by place; ``has_header`` tells whether the first row only names."""

    places: Mapping[str, int]
    has_header: bool

    @property
    def is_enough(self) -> bool:
        """Tell whether people can be told apart: by a name or an address."""
        return bool({"name", "first", "last", "email"} & set(self.places))


def columns_of(rows: Sequence[Sequence[str]], names: Mapping[str, Sequence[str]]) -> Columns:
    """Return which column is which, from the header, else from what stands in the columns.

    ``names`` are the known names of columns by field; the first rows of the file are enough.
    """
    header = [" ".join(plain_words(cell)) for cell in rows[0]] if rows else []
    places = {
        field: header.index(name)
        for field in FIELDS
        for name in reversed(names.get(field, ()))
        if name in header
    }
    if places and not any(EMAIL.search(cell) for cell in rows[0]):
        return Columns(places, has_header=True)
    return Columns(_guessed(rows), has_header=False)


def contacts_of(rows: Iterable[Sequence[str]], columns: Columns) -> Contacts:
    """Return the contacts of all rows below the header, each once."""
    found: dict[Contact, None] = {}
    skipped = 0
    for row in rows:
        contact = _contact(row, columns.places)
        if contact is None:
            skipped += any(cell.strip() for cell in row)
        else:
            found[contact] = None
    return Contacts(tuple(found), skipped)


def tidy(contact: Contact) -> Contact | None:
    """Return a contact with short, clean fields, None when it names nobody.

    Without a name the part of the e-mail address before the @ has to do.
    """
    email = EMAIL.search(contact.email)
    address = email.group()[:LONGEST] if email else ""
    name = _line(contact.name) or address.partition("@")[0]
    if not any(sign.isalnum() for sign in name):
        return None
    return Contact(
        name=name,
        email=address,
        phone=_phone(contact.phone),
        place=_line(contact.place),
        notes=contact.notes.strip()[:LONGEST_NOTE],
    )


def phone_key(phone: str) -> str:
    """Return a number as it is compared: its last nine digits, "" for too few to tell."""
    digits = re.sub(r"\D", "", phone)
    return digits[-9:] if len(digits) >= 7 else ""


def _contact(row: Sequence[str], places: Mapping[str, int]) -> Contact | None:
    def cell(field: str) -> str:
        place = places.get(field)
        return row[place] if place is not None and place < len(row) else ""

    both = " ".join(filter(None, (cell("first").strip(), cell("last").strip())))
    name = cell("name").strip() or both
    return tidy(Contact(name, cell("email"), cell("phone"), cell("place"), cell("notes")))


def _guessed(rows: Sequence[Sequence[str]]) -> dict[str, int]:
    """Tell columns by what stands in them: addresses, numbers, and the first with words."""
    width = max((len(row) for row in rows), default=0)
    columns = [
        [row[at] for row in rows if at < len(row) and row[at].strip()] for at in range(width)
    ]
    found: dict[str, int] = {}
    for at, cells in enumerate(columns):
        if "email" not in found and _most(EMAIL.search(cell) is not None for cell in cells):
            found["email"] = at
        elif "phone" not in found and _most(bool(_phone(cell)) for cell in cells):
            found["phone"] = at
        elif "name" not in found and _most(_looks_like_name(cell) for cell in cells):
            found["name"] = at
    return found


def _most(answers: Iterable[bool]) -> bool:
    every = list(answers)
    return bool(every) and sum(every) * 2 > len(every)


def _looks_like_name(cell: str) -> bool:
    letters = sum(sign.isalpha() or sign in " .'’-" for sign in cell)
    return len(cell) <= 60 and letters >= 0.9 * len(cell)


def _phone(text: str) -> str:
    line = _line(text.removeprefix("tel:"))
    signs = re.sub(r"[\d\s()+/.-]", "", line)
    return line if len(re.sub(r"\D", "", line)) >= 5 and len(signs) <= 6 else ""


def _line(text: str) -> str:
    return " ".join(text.split())[:LONGEST]
