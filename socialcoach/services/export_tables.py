"""The readable tables of an export: which there are, and what stands in their columns."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from zoneinfo import ZoneInfo

from socialcoach.core.planning.platform_facts import PlatformFacts
from socialcoach.core.text import as_cell
from socialcoach.services.words import exporting as words
from socialcoach.services.words.conversations import platform_name
from socialcoach.storage.export_rows import Row

Show = Callable[[object], str]

MOMENTS = (
    *("at", "created_at", "updated_at", "added_at", "wrote_at", "answered_at"),
    *("noted_at", "changed_at", "sent_at", "last_contact_at", "removed_at"),
)
"""Columns of times; their heads name the zone, so that a spreadsheet still reads the cells."""


@dataclass(frozen=True)
class TableFile:
    """One table: its key in the database's queries, its file's name, and what it holds."""

    key: str
    name: str
    holds: str


class TableWriter:
    """Turns rows into CSV that any spreadsheet program opens, and in which it works nothing out.

    Times are shown in ``zone``, platforms by their names.
    """

    def __init__(self, zone: ZoneInfo, platforms: Mapping[str, PlatformFacts]) -> None:
        self._zone = zone
        self._platforms = platforms
        self._known = words.known_values()
        self._show = self._shows()

    def write(self, key: str, rows: Iterable[Row]) -> bytes:
        """Return a table as a file's bytes; the mark at its beginning says that it is UTF-8."""
        out = io.StringIO(newline="")
        writer = csv.writer(out)
        columns = words.columns(key)
        writer.writerow([as_cell(self._head(column, head)) for column, head in columns.items()])
        for row in rows:
            writer.writerow([as_cell(self._cell(row, column)) for column in columns])
        return out.getvalue().encode("utf-8-sig", "replace")

    def _head(self, column: str, head: str) -> str:
        return words.timed_head(head, self._zone) if column in MOMENTS else head

    def _cell(self, row: Row, column: str) -> str:
        value = row[column]
        if value is None or value == "":
            return self._meant_for(row) if column == "platform" and "platforms" in row else ""
        if column == "at" and row.get("time_known") == 0:
            return self._moment(value)[:10]
        return self._show.get(column, str)(value)

    def _shows(self) -> dict[str, Show]:
        return {
            **dict.fromkeys(MOMENTS, self._moment),
            **{name: partial(_in_words, known) for name, known in self._known.items()},
            "platform": self._platform,
            "gifts": partial(_list_in_words, self._known["gifts"]),
            "tags": partial(_list_in_words, self._known["tags"]),
        }

    def _moment(self, value: object) -> str:
        try:
            moment = datetime.fromisoformat(str(value))
        except ValueError:
            return str(value)
        if moment.tzinfo is None:
            return str(value)
        return f"{moment.astimezone(self._zone):%Y-%m-%d %H:%M}"

    def _platform(self, value: object) -> str:
        return platform_name(str(value), self._platforms)

    def _meant_for(self, row: Row) -> str:
        """Return the platforms of a post that has not been planned or sent anywhere."""
        return ", ".join(self._platform(key) for key in _keys(row["platforms"]))


def table_files() -> tuple[TableFile, ...]:
    """Return all tables of an export in the order of the read-me."""
    return tuple(TableFile(key, name, holds) for key, name, holds in words.table_names())


def _in_words(known: Mapping[str, str], value: object) -> str:
    """Return a short name of the app's own as the owner reads it; an unknown one as it is."""
    return known.get(str(value), str(value))


def _list_in_words(known: Mapping[str, str], value: object) -> str:
    return ", ".join(known.get(key, key) for key in _keys(value))


def _keys(value: object) -> list[str]:
    try:
        found = json.loads(str(value))
    except ValueError:
        return [str(value)]
    return [str(one) for one in found] if isinstance(found, list) else [str(found)]
