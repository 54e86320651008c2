"""Guesses which column is which in a file of unknown layout: by its name, else by what is in it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from socialcoach.core.progress.importing.dates import DateOrder, read_date
from socialcoach.core.progress.importing.layouts import Layout, header_name
from socialcoach.core.progress.importing.links import platform_of

SHORTEST_TEXT = 12
"""Letters; a column of posts has longer cells on average than one of names."""


def guess_columns(
    fields: Sequence[str],
    headers: Sequence[str],
    rows: Sequence[Sequence[str]],
    layouts: Sequence[Layout],
) -> dict[str, str]:
    """Return a column name for each field that can be guessed; no column stands for two."""
    guesses = _by_name(fields, headers, layouts)
    for name, is_likely in _LOOKS_LIKE.items():
        if name not in guesses:
            found = _by_content(headers, rows, is_likely, set(guesses.values()))
            guesses |= {name: found} if found else {}
    return guesses


def _by_name(
    fields: Sequence[str], headers: Sequence[str], layouts: Sequence[Layout]
) -> dict[str, str]:
    guesses: dict[str, str] = {}
    for name in fields:
        aliases = {alias for one in layouts for found in one.names.get(name, {}).values()
                   for alias in found if not one.days}  # fmt: skip
        for header in headers:
            if header_name(header) in aliases and header not in guesses.values():
                guesses[name] = header
                break
    return guesses


def _by_content(
    headers: Sequence[str],
    rows: Sequence[Sequence[str]],
    is_likely: Callable[[list[str]], bool],
    taken: set[str],
) -> str:
    for place, header in enumerate(headers):
        cells = [row[place] for row in rows if place < len(row) and row[place]]
        if header and header not in taken and cells and is_likely(cells):
            return header
    return ""


def _are_dates(cells: list[str]) -> bool:
    return all(any(read_date(cell, order) for order in DateOrder) for cell in cells)


def _are_links(cells: list[str]) -> bool:
    return all(platform_of(cell) is not None for cell in cells)


def _are_texts(cells: list[str]) -> bool:
    """Tell whether the cells are several words each, as long as posts are, and no dates."""
    words = [cell for cell in cells if " " in cell and not cell.startswith("http")]
    long_enough = sum(map(len, cells)) >= SHORTEST_TEXT * len(cells)
    return len(words) == len(cells) and long_enough and not _are_dates(cells)


_LOOKS_LIKE: Mapping[str, Callable[[list[str]], bool]] = {
    "date": _are_dates,
    "link": _are_links,
    "text": _are_texts,
}
