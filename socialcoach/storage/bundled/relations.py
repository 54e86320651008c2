"""What comes along for talking with people (``resources/relations/*.toml``)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from socialcoach.core.relations.care import CalmAnswer
from socialcoach.core.relations.reply import SavedAnswer
from socialcoach.core.relations.wording import WordLists
from socialcoach.storage.bundled.reading import BundledDataError, read_toml, structure

PLACES = ("{name}", "{business}")
"""What may stand in braces in an answer."""


@dataclass(frozen=True)
class RelationTexts:
    """Word lists, answers to start with, calm answers, and where each platform is answered."""

    words: WordLists
    answers: tuple[SavedAnswer, ...]
    calm: tuple[CalmAnswer, ...]
    inboxes: Mapping[str, str]


@dataclass(frozen=True)
class _Columns:
    """The names of columns in address books."""

    name: tuple[str, ...]
    first: tuple[str, ...]
    last: tuple[str, ...]
    email: tuple[str, ...]
    phone: tuple[str, ...]
    place: tuple[str, ...]
    notes: tuple[str, ...]

    def by_field(self) -> Mapping[str, Sequence[str]]:
        """Return the names by field."""
        return vars(self)


@dataclass(frozen=True)
class _Inboxes:
    """The file of addresses, with when it was looked through and whether that is certain."""

    checked_on: date
    certain: bool
    pages: dict[str, str]


def load_relation_texts(resources: Path) -> RelationTexts:
    """Read all three files; raises ``BundledDataError`` with the file and the place."""
    folder = resources / "relations"
    words = structure(read_toml(folder / "words.toml"), WordLists, "words.toml")
    return RelationTexts(
        words=words,
        answers=tuple(_answer(*one) for one in _entries(folder / "answers.toml", "answer")),
        calm=tuple(_calm(*one) for one in _entries(folder / "calm.toml", "calm")),
        inboxes=_inboxes(folder / "inboxes.toml"),
    )


def _inboxes(path: Path) -> Mapping[str, str]:
    pages = structure(read_toml(path), _Inboxes, path.name).pages
    odd = [page for page in pages.values() if not page.startswith("https://")]
    if odd:
        raise BundledDataError(path.name, f"{odd[0]!r} should begin with https://")
    return pages


def load_columns(resources: Path) -> Mapping[str, Sequence[str]]:
    """Read the known names of columns in address books, by field."""
    file = resources / "relations" / "contact_columns.toml"
    return structure(read_toml(file), _Columns, file.name).by_field()


def _entries(path: Path, name: str) -> list[tuple[dict[str, Any], str, str]]:
    """Return each table of a list with the file and the place it stands in."""
    tables = read_toml(path).get(name, [])
    return [(table, path.name, f"{name} {at}") for at, table in enumerate(tables, start=1)]


def _answer(table: dict[str, Any], file: str, where: str) -> SavedAnswer:
    made = structure({"id": 0, **table}, SavedAnswer, file, where)
    _check(made.text, file, where)
    return made


def _calm(table: dict[str, Any], file: str, where: str) -> CalmAnswer:
    named = {"concerns" if key == "for" else key: value for key, value in table.items()}
    made = structure(named, CalmAnswer, file, where)
    _check(made.text, file, where)
    return made


def _check(text: str, file: str, where: str) -> None:
    rest = text
    for place in PLACES:
        rest = rest.replace(place, "")
    if not text.strip() or "{" in rest or "}" in rest:
        raise BundledDataError(file, f"{where}: only {{name}} and {{business}} may be in braces")
