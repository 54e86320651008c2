"""From a file to a table: which export it is, where its header stands, how to go over its rows."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from socialcoach.core.errors import UserError
from socialcoach.core.progress.importing.cells import clean
from socialcoach.core.progress.importing.layouts import (
    Layout,
    Recognised,
    header_name,
    recognise,
)
from socialcoach.core.progress.importing.links import platform_of
from socialcoach.services.progress.importing import spreadsheets, text_rows
from socialcoach.services.progress.importing.files import FileKind, Opener, Survey, kind_of, survey
from socialcoach.services.progress.importing.text_rows import OnBytes, Rows, Shape

HEADER_WITHIN = 20
"""Rows in which the header must stand; above it come titles and explanations."""

MOST_COLUMNS = 2_000

RowSource = Callable[[OnBytes | None], Rows]


@dataclass(frozen=True)
class Table:
    """A table in a file, whether or not its header is known."""

    header: tuple[str, ...]
    header_row: int
    above: tuple[tuple[str, ...], ...]
    rows: RowSource
    recognised: Recognised | None
    survey: Survey | None = None
    repaired: bool = False

    def body(self, on_bytes: OnBytes | None = None) -> Rows:
        """Yield the rows below the header."""
        return (one for one in self.rows(on_bytes) if one[0] > self.header_row)


def open_table(path: Path, layouts: Sequence[Layout]) -> Table:
    """Return the table whose header fits a layout best, or the likeliest table of the file.

    Raises ``UserError``: those of ``files.kind_of``, ``import.not_an_export`` when there is no
    table, ``import.spreadsheet_unreadable``.
    """
    kind = kind_of(path)
    try:
        tables = list(_tables(path, kind, layouts))
    except OSError as error:
        raise UserError("import.unreadable", file=path.name, why=str(error)) from error
    if not tables:
        raise UserError("import.not_an_export", file=path.name)
    return max(tables, key=_likely)


def _likely(table: Table) -> tuple[int, int, int]:
    """Rank tables: columns known, then columns at all, then the header with the least litter."""
    known = table.recognised.score if table.recognised else 0
    return known, len(table.header), -sum(map(len, table.header))


def _tables(path: Path, kind: FileKind, layouts: Sequence[Layout]) -> Iterator[Table]:
    if kind is FileKind.TEXT:
        yield from _text_tables(path.name, lambda: path.open("rb"), layouts)
    elif kind is FileKind.ZIP and not spreadsheets.is_workbook(path):
        for name, opener in spreadsheets.text_members(path):
            yield from _member_tables(name, opener, layouts)
    else:
        for cells in spreadsheets.sheets(path):
            yield from _sheet_table(cells, layouts)


def _member_tables(name: str, opener: Opener, layouts: Sequence[Layout]) -> Iterator[Table]:
    try:
        yield from _text_tables(name, opener, layouts)
    except UserError:
        return


def _text_tables(name: str, opener: Opener, layouts: Sequence[Layout]) -> Iterator[Table]:
    found = survey(opener, name)
    guesses: list[Table] = []
    for shape in text_rows.shapes(opener, found.encoding):
        head = text_rows.first_rows(opener, shape, HEADER_WITHIN)
        table = _from_head(head, layouts, _source(opener, shape), found, bool(shape.outer))
        if table is None:
            continue
        if table.recognised is not None:
            yield table
            if not shape.outer and table.recognised.score >= len(table.header) // 2:
                return
        elif not shape.outer:
            guesses.append(table)
    yield from guesses


def _source(opener: Opener, shape: Shape) -> RowSource:
    return lambda on_bytes: text_rows.rows(opener, shape, on_bytes)


def _sheet_table(cells: list[list[str]], layouts: Sequence[Layout]) -> Iterator[Table]:
    numbered = list(enumerate(cells, start=1))
    head = numbered[:HEADER_WITHIN]
    table = _from_head(head, layouts, lambda _on_bytes: iter(numbered), None, False)
    if table is not None:
        yield table


def _from_head(
    head: list[tuple[int, list[str]]],
    layouts: Sequence[Layout],
    source: RowSource,
    found: Survey | None,
    repaired: bool,
) -> Table | None:
    found_at = [_best_fit(head, place, layouts) for place in range(len(head))]
    scores = [fit.score if fit is not None else 0 for fit in found_at]
    place = scores.index(max(scores)) if any(scores) else _likely_header(head)
    if place is None:
        return None
    above = tuple(tuple(cells) for _row, cells in head[:place])
    row, header = head[place]
    return Table(tuple(header), row, above, source, found_at[place], found, repaired)


def _best_fit(
    head: list[tuple[int, list[str]]], place: int, layouts: Sequence[Layout]
) -> Recognised | None:
    """Return the best layout for the header in this place that the links below it agree with."""
    header = head[place][1]
    if len(header) > MOST_COLUMNS:
        return None
    above = [cells for _row, cells in head[:place]]
    below = [cells for _row, cells in head[place + 1 :]]
    fitting = [
        fit
        for fit in recognise(header, layouts)
        if _links_agree(fit, below) and _has_above(fit, above)
    ]
    return max(fitting, key=lambda fit: fit.score, default=None)


def _links_agree(fit: Recognised, rows: list[list[str]]) -> bool:
    """Tell whether links lead to the layout's platform, which headers alone may not say."""
    if not fit.layout.platform:
        return True
    places = fit.columns.get("link", ())
    links = [cells[at] for cells in rows for at in places if at < len(cells)]
    platforms = {platform_of(link) for link in links} - {None}
    return not platforms or fit.layout.platform in platforms


def _has_above(fit: Recognised, rows: list[list[str]]) -> bool:
    """Tell whether the lines above the header are those the layout asks for, if it does."""
    wanted = fit.layout.above
    return not wanted or any(cells and header_name(cells[0]).startswith(wanted) for cells in rows)


def _likely_header(head: list[tuple[int, list[str]]]) -> int | None:
    """Return the first row of two or more short names that is followed by rows as wide."""
    for place, (_row, cells) in enumerate(head[:-1]):
        names = [clean(cell) for cell in cells]
        width = len(names)
        looks_right = 2 <= width <= MOST_COLUMNS and all(0 < len(name) <= 80 for name in names)
        below = [len(row) for _, row in head[place + 1 :]]
        if looks_right and below.count(width) * 2 >= len(below):
            return place
    return None
