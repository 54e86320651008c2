"""Reading address books of strangers: CSV with any header and encoding, and vCards.

A damaged file gives either one clear error or its good entries and a count of the others.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import islice
from pathlib import Path

from socialcoach.core.errors import UserError
from socialcoach.core.relations.contacts import Contact, Contacts, columns_of, contacts_of, tidy
from socialcoach.core.text import clean
from socialcoach.services.giving_way import give_way
from socialcoach.services.progress.importing import text_rows
from socialcoach.services.progress.importing.files import FileKind, kind_of, survey
from socialcoach.services.progress.importing.text_rows import Shape

LARGEST_BYTES = 20_000_000
"""Twenty thousand people with a note each take about five million."""

MOST_CONTACTS = 20_000
LOOKED_AT = 50
"""Rows by which separator and columns are told."""

CARD = re.compile(r"^BEGIN:VCARD\s*$.*?^END:VCARD\s*$", re.DOTALL | re.MULTILINE | re.IGNORECASE)
BEGINNING = re.compile(r"^BEGIN:VCARD\s*$", re.MULTILINE | re.IGNORECASE)
PICTURE = re.compile(r"^(?:item\d+\.)?(?:PHOTO|LOGO|SOUND|KEY)[;:].*(?:\n[ \t].*)*\n?", re.M | re.I)


def read_contacts(path: Path, names: Mapping[str, Sequence[str]]) -> Contacts:
    """Return the contacts of a file; ``names`` are the known names of columns.

    Raises ``UserError``: ``import.unreadable``, ``import.empty``, ``import.picture``,
    ``contacts.too_large``, ``contacts.too_many``, ``contacts.nobody``.
    """
    kind = kind_of(path)
    if kind is not FileKind.TEXT:
        raise UserError("contacts.spreadsheet", file=path.name)
    if path.stat().st_size > LARGEST_BYTES:
        limit = LARGEST_BYTES // 1_000_000
        raise UserError("contacts.too_large", file=path.name, limit=limit)
    try:
        found = _read(path, names)
    except OSError as error:
        raise UserError("import.unreadable", file=path.name, why=str(error)) from error
    if len(found.found) > MOST_CONTACTS:
        raise UserError("contacts.too_many", limit=MOST_CONTACTS)
    if not found.found:
        raise UserError("contacts.nobody", file=path.name)
    return found


def _read(path: Path, names: Mapping[str, Sequence[str]]) -> Contacts:
    try:
        encoding = survey(lambda: path.open("rb"), path.name).encoding
    except UserError as error:
        if error.code != "import.not_an_export":
            raise
        raise UserError("contacts.nobody", file=path.name) from error
    text = path.read_text(encoding=encoding, errors="replace")
    if BEGINNING.search(text):
        return _cards(text)
    return _table(path, encoding, names)


def _cards(text: str) -> Contacts:
    """Read each card by itself, so that a damaged one takes no other along."""
    text = PICTURE.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    found: dict[Contact, None] = {}
    bodies = CARD.findall(text)
    bad = len(BEGINNING.findall(text)) - len(bodies)
    for body in bodies[: MOST_CONTACTS + 1]:
        give_way()
        contact = _card(body)
        if contact is None:
            bad += 1
        else:
            found[contact] = None
    return Contacts(tuple(found), max(bad, 0))


def _card(body: str) -> Contact | None:
    import vobject  # type: ignore[import-untyped]

    try:
        card = vobject.readOne(body, allowQP=True)
        values = {key: _value(card, key) for key in ("fn", "email", "tel", "note", "org")}
        name = values["fn"] or _name(card) or values["org"]
        place = _town(card)
    except Exception:  # vobject answers damage with errors of many kinds; each means a bad card
        return None
    works_at = values["org"] if values["org"] != name else ""
    notes = "\n".join(filter(None, (works_at, values["note"])))
    return tidy(Contact(clean(name), values["email"], values["tel"], place, clean(notes)))


def _value(card: object, key: str) -> str:
    value = getattr(getattr(card, key, None), "value", "")
    if isinstance(value, list):
        value = ", ".join(str(part) for part in value)
    return clean(str(value or "")).strip()


def _name(card: object) -> str:
    value = getattr(getattr(card, "n", None), "value", None)
    parts = (getattr(value, "given", ""), getattr(value, "family", ""))
    return " ".join(str(part) for part in parts if part)


def _town(card: object) -> str:
    value = getattr(getattr(card, "adr", None), "value", None)
    town = getattr(value, "city", "")
    return clean(", ".join(town) if isinstance(town, list) else str(town or ""))


def _table(path: Path, encoding: str, names: Mapping[str, Sequence[str]]) -> Contacts:
    shape = _shape(path, encoding)
    head = [
        cells for _row, cells in text_rows.first_rows(lambda: path.open("rb"), shape, LOOKED_AT)
    ]
    columns = columns_of(head, names)
    if not columns.is_enough:
        raise UserError("contacts.nobody", file=path.name)
    cells = [
        [clean(cell) for cell in row]
        for _number, row in islice(
            text_rows.rows(lambda: path.open("rb"), shape), 3 * MOST_CONTACTS
        )
    ]
    return contacts_of(cells[1:] if columns.has_header else cells, columns)


def _shape(path: Path, encoding: str) -> Shape:
    """Return the separator that cuts the first rows into the most columns of equal number."""
    opener = lambda: path.open("rb")  # noqa: E731
    marked = text_rows.separator_line(opener, encoding)
    shapes = [Shape(encoding, one, marked is not None) for one in text_rows.SEPARATORS]

    def fitting(shape: Shape) -> tuple[int, int]:
        widths = [len(cells) for _row, cells in text_rows.first_rows(opener, shape, LOOKED_AT)]
        usual = max(set(widths), key=widths.count, default=0)
        return (widths.count(usual) * (usual > 1), usual)

    return max(shapes, key=fitting)
