"""Figures per day that belong to no post: how often a page was seen, who started to follow."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from socialcoach.core.errors import UserError
from socialcoach.core.progress.importing.cells import (
    NotACountError,
    clean,
    is_unknown,
    signed_count,
)
from socialcoach.core.progress.importing.dates import DateOrder, Written, newest_year, read_date
from socialcoach.core.progress.importing.layouts import DAY_METRICS, header_name
from socialcoach.core.progress.importing.records import LeftOut, Reason
from socialcoach.core.progress.importing.rows import RowPlan

MOST_DAYS = 100_000


@dataclass(frozen=True, slots=True)
class DayFigure:
    """One figure of one day, in the account's own time; ``platform`` is empty where not told."""

    platform: str
    day: date
    metric: str
    value: int


@dataclass(frozen=True, slots=True)
class _Row:
    row: int
    written: Written
    platform: str
    values: tuple[tuple[str, int], ...]


class DayReader:
    """Reads the rows of a file one after the other; years that are missing come at the end."""

    def __init__(self, plan: RowPlan, titles: Sequence[str]) -> None:
        """``titles`` are the lines above the header; the last known one names the figures."""
        self._plan = plan
        self._order = plan.decisions.order or DateOrder.MONTH_FIRST
        self._platform, self._metric = plan.layout.platform, ""
        self._header = header_name(plan.header[plan.columns["date"][0]])
        self._rows: list[_Row] = []
        self._is_over = False
        for title in titles:
            self._read_title(title)

    def read(self, row: int, cells: Sequence[str]) -> LeftOut | None:
        """Take in one row; return why it was left out, if it was.

        Raises ``UserError("import.damaged_cell")`` for a figure that cannot be right.
        """
        said = [clean(cell) for cell in cells if clean(cell)]
        if not said or header_name(said[0]) == self._header or self._ends_with(said[0]):
            return None
        if len(said) == 1 and read_date(said[0], self._order) is None:
            self._read_title(said[0])
            return None
        if header_name(said[0]) in self._plan.layout.total_words:
            return LeftOut(row, Reason.TOTAL)
        if len(self._rows) >= MOST_DAYS:
            raise UserError("import.damaged_row", row=row)
        return self._read_figures(row, cells)

    def figures(self) -> list[DayFigure]:
        """Return all figures; of one that comes twice the last counts."""
        found: dict[tuple[str, date, str], int] = {}
        for row, day in zip(self._rows, self._days(), strict=True):
            if day is not None:
                for metric, value in row.values:
                    found[row.platform, day, metric] = value
        return [DayFigure(*key, value) for key, value in found.items()]

    def _ends_with(self, first: str) -> bool:
        """Tell whether the days are over: another table of the same file has begun."""
        self._is_over = self._is_over or header_name(first).startswith(self._plan.layout.until)
        return self._is_over

    def _read_title(self, title: str) -> None:
        name = header_name(title)
        metric = self._plan.layout.titles.get(name)
        if metric is None and self._plan.layout.titles:
            self._metric = ""
            return
        self._metric = metric or ""
        for platform in ("facebook", "instagram"):
            if platform in name:
                self._platform = platform

    def _read_figures(self, row: int, cells: Sequence[str]) -> LeftOut | None:
        at = self._plan.columns["date"][0]
        written = read_date(cells[at], self._order) if at < len(cells) else None
        if written is not None and written.year is None and not self._plan.layout.year_missing:
            raise self._damaged(row, at, cells)
        if written is None:
            if self._plan.layout.until and not any(map(_is_figure, cells)):
                return None  # a sentence about the figures
            if at < len(cells) and not is_unknown(cells[at]):
                raise self._damaged(row, at, cells)
            return LeftOut(row, Reason.NO_DATE)
        values = tuple(self._values(row, cells))
        if values:
            self._rows.append(_Row(row, written, self._platform, values))
        return None

    def _values(self, row: int, cells: Sequence[str]) -> list[tuple[str, int]]:
        found: dict[str, int] = {}
        for name, places in self._plan.columns.items():
            metric = self._metric if name == "primary" else name
            for at in places if metric in DAY_METRICS else ():
                value = self._value(row, at, cells) if at < len(cells) else None
                if value is not None and metric not in found:
                    found[metric] = value
        return list(found.items())

    def _value(self, row: int, at: int, cells: Sequence[str]) -> int | None:
        try:
            return signed_count(cells[at])
        except NotACountError:
            raise self._damaged(row, at, cells) from None

    def _days(self) -> list[date | None]:
        today = self._plan.now.astimezone(self._plan.business_zone).date()
        return days_of([row.written for row in self._rows], today)

    def _damaged(self, row: int, at: int, cells: Sequence[str]) -> UserError:
        column = clean(self._plan.header[at]) if at < len(self._plan.header) else str(at + 1)
        return UserError("import.damaged_cell", row=row, column=column, cell=clean(cells[at])[:40])


def _is_figure(cell: str) -> bool:
    try:
        return signed_count(cell) is not None
    except NotACountError:
        return False


def days_of(dates: Sequence[Written], today: date) -> list[date | None]:
    """Return the days; where years are missing, count back from the newest row of the file.

    A file of a year begins and ends with the same day, so each row has to be seen beside the next.
    """
    if all(written.year is not None for written in dates):
        return [written.on(written.year or 0) for written in dates]
    order = range(len(dates))
    newest_first = order if _falls(dates) else reversed(order)
    found: list[date | None] = [None] * len(dates)
    year, later = 0, (0, 0)
    for at in newest_first:
        written = dates[at]
        here = (written.month, written.day)
        if not year:
            year = newest_year(written, today)
        elif here >= later:
            year -= 1
        later = here
        found[at] = written.on(written.year or year)
    return found


def _falls(dates: Sequence[Written]) -> bool:
    steps = [
        (after.month, after.day) > (before.month, before.day) for before, after in pairwise(dates)
    ]
    return sum(steps) * 2 < len(steps)
