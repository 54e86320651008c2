"""Rows from text files: separators, multi-line cells, and rows that a re-save put in one cell."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from socialcoach.core.errors import UserError
from socialcoach.services.progress.importing.files import Opener

ROWS_BETWEEN_NEWS = 500

SEPARATORS = (",", ";", "\t", "|")

OnBytes = Callable[[int], None]
Rows = Iterator[tuple[int, list[str]]]


@dataclass(frozen=True)
class Shape:
    """How a text becomes rows. ``outer`` is set when whole rows sit inside one cell."""

    encoding: str
    separator: str
    has_separator_line: bool = False
    outer: str = ""


def rows(opener: Opener, shape: Shape, on_bytes: OnBytes | None = None) -> Rows:
    """Yield row numbers, from 1 as a spreadsheet counts, and cells; memory holds one row.

    ``on_bytes`` hears now and then how many bytes are behind. Raises
    ``UserError("import.damaged_row")`` where quotes or lines never end.
    """
    with opener() as stream:
        text = io.TextIOWrapper(stream, shape.encoding, errors="replace", newline="")
        if shape.has_separator_line:
            text.readline()
        for row, cells in _numbered(text, shape):
            if on_bytes is not None and row % ROWS_BETWEEN_NEWS == 0:
                on_bytes(stream.tell())
            yield row, cells


def separator_line(opener: Opener, encoding: str) -> str | None:
    """Return X when the first line is ``sep=X``, as Meta writes it for spreadsheets."""
    with opener() as stream:
        text = io.TextIOWrapper(stream, encoding, errors="replace", newline="")
        first = text.readline(100).strip().strip('"')
    if first[:4].casefold() != "sep=":
        return None
    return first[4:5] or "\t"


def shapes(opener: Opener, encoding: str) -> Iterator[Shape]:
    """Yield the ways to cut this text into rows, the likeliest first."""
    marked = separator_line(opener, encoding)
    separators = dict.fromkeys(([marked] if marked in SEPARATORS else []) + list(SEPARATORS))
    for separator in separators:
        yield Shape(encoding, separator, marked is not None)
    for outer in separators:
        for inner in SEPARATORS:
            yield Shape(encoding, inner, marked is not None, outer)


def first_rows(opener: Opener, shape: Shape, how_many: int) -> list[tuple[int, list[str]]]:
    """Return the first rows, fewer when the text cannot be cut this way."""
    found: list[tuple[int, list[str]]] = []
    try:
        found.extend(islice(rows(opener, shape), how_many))
    except UserError:
        return found
    return found


def _numbered(lines: Iterable[str], shape: Shape) -> Rows:
    row = 0
    try:
        if shape.outer:
            lines = _unwrapped(lines, shape.outer)
        for row, cells in enumerate(_whole_rows(lines, shape.separator), start=1):
            yield row, cells
    except csv.Error:
        raise UserError("import.damaged_row", row=row + 1) from None


def _whole_rows(lines: Iterable[str], separator: str) -> Iterator[list[str]]:
    """Yield rows; raise ``csv.Error`` at one whose quotes are still open where the text ends.

    It would otherwise hold all the rest of the file, and those posts would be missing unsaid.
    """
    left = _Lines(lines)
    for cells in csv.reader(left, delimiter=separator):
        if left.are_over:
            raise csv.Error
        yield cells


class _Lines:
    """Hands lines on and knows when there are no more."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._lines = iter(lines)
        self.are_over = False

    def __iter__(self) -> Iterator[str]:
        yield from self._lines
        self.are_over = True


def _unwrapped(lines: Iterable[str], outer: str) -> Iterator[str]:
    """Take rows out of the single cell a re-save has put them in; multi-line texts join again."""
    for cells in _whole_rows(lines, outer):
        while cells and not cells[-1]:
            cells.pop()
        yield outer.join(cells) + "\n"
