"""Files of unknown layout: the owner says which column is which, and the answer is remembered."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

from sqlite_utils import Database

from socialcoach.core.errors import UserError
from socialcoach.core.progress.importing.cells import clean
from socialcoach.core.progress.importing.layouts import COUNTS, Layout, header_name
from socialcoach.core.progress.importing.links import platform_of
from socialcoach.services.progress.importing.column_guesses import guess_columns
from socialcoach.services.progress.importing.opening import Table
from socialcoach.storage.settings import SettingStore

OWN = "own"
SETTING = "import_columns"
MOST_REMEMBERED = 50
ROWS_SHOWN = 5
TOTALS = (
    "total",
    "totals",
    "grand total",
    "gesamt",
    "summe",
    "totale",
    "totales",
    "totaal",
    "suma",
)
"""How rows begin that add up the others, as tools write them."""

CHOOSABLE = ("date", "text", "link", "id", *COUNTS)
"""The fields an owner can name a column for; ``date`` is needed, and so is one other."""


@dataclass(frozen=True)
class ColumnChoice:
    """What the owner is shown to choose from.

    ``rows`` are the first rows, cut to readable length; ``guesses`` map fields to column names.
    """

    headers: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    guesses: Mapping[str, str]
    platform: str


def column_choice(table: Table, layouts: Sequence[Layout]) -> ColumnChoice:
    """Return the columns of a table with guesses taken from all layouts that are known."""
    headers = tuple(clean(name) for name in table.header)
    rows = tuple(
        tuple(clean(cell)[:80] for cell in cells)
        for _row, cells in islice(table.body(), ROWS_SHOWN)
    )
    links = (platform_of(cell) for cells in rows for cell in cells)
    platform = next((found for found in links if found), "")
    guesses = guess_columns(CHOOSABLE, headers, rows, layouts)
    return ColumnChoice(headers, rows, guesses, platform)


def tells_posts(columns: Mapping[str, str]) -> bool:
    """Tell whether rows are posts for certain; a date and figures could also be those of a day."""
    return not set(columns).isdisjoint(("text", "link", "id"))


def own_layout(
    platform: str, columns: Mapping[str, str], header: Sequence[str] = (), *, days: bool = False
) -> Layout:
    """Return a layout made of the owner's choice; with ``header`` it fits only files like that."""
    return Layout(
        key=OWN,
        title="",
        platform=platform,
        names={name: {"": (header_name(column),)} for name, column in columns.items()},
        required=tuple(columns),
        year_missing=True,
        total_words=TOTALS,
        days=days,
        exact_header=tuple(header_name(name) for name in header),
    )


def check_columns(table: Table, columns: Mapping[str, str], path: Path) -> None:
    """Raise ``UserError("import.column_missing")`` when a chosen column is not in the file."""
    names = {header_name(cell) for cell in table.header}
    for column in columns.values():
        if header_name(column) not in names:
            raise UserError("import.column_missing", file=path.name, column=column)


def remembered(database: Database) -> list[Layout]:
    """Return layouts made of earlier choices, the latest first; damaged ones are passed over."""
    kept = SettingStore(database).get(SETTING, [])
    sound = [one for one in kept if _sound(one)] if isinstance(kept, list) else []
    return [
        own_layout(one["platform"], one["columns"], one["header"], days=one.get("days") is True)
        for one in sound
    ]


def remember(
    database: Database, platform: str, columns: Mapping[str, str], header: Sequence[str], days: bool
) -> None:
    """Keep a choice for the next file with the same header."""
    store = SettingStore(database)
    choice: dict[str, Any] = {"platform": platform, "columns": dict(columns)}
    choice |= {"header": list(header), "days": days}
    kept = store.get(SETTING, [])
    others = [one for one in kept if _sound(one) and one["header"] != choice["header"]]
    store.put(SETTING, [choice, *others][:MOST_REMEMBERED])


def _sound(one: Any) -> bool:
    if not isinstance(one, dict) or not isinstance(one.get("columns"), dict):
        return False
    if not isinstance(one.get("header"), list) or not one["header"]:
        return False
    pairs = one["columns"].items()
    sound = all(name in CHOOSABLE and isinstance(column, str) for name, column in pairs)
    return sound and "date" in one["columns"] and isinstance(one.get("platform"), str)
