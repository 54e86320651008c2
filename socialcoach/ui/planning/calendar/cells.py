"""What the squares of the calendar hold, and how days become squares in each view."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, time
from zoneinfo import ZoneInfo

from socialcoach.core.planning.calendar_days import DAYS_OF_WEEK, View, shown_days
from socialcoach.core.planning.calendar_entry import Entry, by_day
from socialcoach.services.words import calendar as words

HOURS = 24


@dataclass(frozen=True)
class DayNotes:
    """What is said of a day: holidays and the like, and where the plan crosses the rule."""

    names: tuple[str, ...] = ()
    crossing: str = ""


@dataclass(frozen=True)
class Cell:
    """One square. ``hour`` is None for a whole day; ``is_heading`` for a line that only names it.

    ``in_month`` is False for the days of other months that fill up the first and last week.
    """

    day: date
    entries: tuple[Entry, ...] = ()
    notes: DayNotes = field(default_factory=DayNotes)
    hour: int | None = None
    is_heading: bool = False
    is_today: bool = False
    in_month: bool = True


@dataclass(frozen=True)
class Sheet:
    """All that a view shows: where it is, what stands there and what is said of the days."""

    view: View
    day: date
    today: date
    first_weekday: int
    zone: ZoneInfo
    entries: tuple[Entry, ...] = ()
    notes: Mapping[date, DayNotes] = field(default_factory=dict)

    @property
    def days(self) -> tuple[date, ...]:
        """Return the days shown."""
        return shown_days(self.view, self.day, self.first_weekday)

    def cells(self) -> list[list[Cell]]:
        """Return the squares, row by row."""
        return {View.MONTH: self._month, View.WEEK: self._week, View.LIST: self._list}[self.view]()

    def headings(self) -> tuple[str, ...]:
        """Return what stands over each column."""
        if self.view is View.LIST:
            return ("",)
        short = words.short_weekday_names()
        days = self.days[:DAYS_OF_WEEK]
        if self.view is View.MONTH:
            return tuple(short[day.weekday()] for day in days)
        return tuple(f"{short[day.weekday()]} {day.day}" for day in days)

    @property
    def has_notes(self) -> bool:
        """Tell whether something is said of any of these days."""
        return any(day in self.notes for day in self.days)

    def _month(self) -> list[list[Cell]]:
        found = by_day(self.entries, self.zone)
        cells = [self._cell(day, found.get(day, ())) for day in self.days]
        return _rows(cells)

    def _week(self) -> list[list[Cell]]:
        found = by_day(self.entries, self.zone)
        heads = [self._cell(day, (), is_heading=True) for day in self.days]
        hours = [
            [self._cell(day, self._of_hour(found.get(day, ()), hour), hour) for day in self.days]
            for hour in range(HOURS)
        ]
        return [heads, *hours]

    def _list(self) -> list[list[Cell]]:
        found = by_day(self.entries, self.zone)
        rows = []
        for day in self.days:
            entries = found.get(day, ())
            if entries or self.notes.get(day) or day == self.today:
                rows.append([self._cell(day, (), is_heading=True)])
                rows += [[self._cell(day, (entry,))] for entry in entries]
        return rows

    def _of_hour(self, entries: Sequence[Entry], hour: int) -> tuple[Entry, ...]:
        return tuple(one for one in entries if one.at.astimezone(self.zone).hour == hour)

    def _cell(
        self,
        day: date,
        entries: tuple[Entry, ...],
        hour: int | None = None,
        *,
        is_heading: bool = False,
    ) -> Cell:
        return Cell(
            day=day,
            entries=entries,
            notes=self.notes.get(day, DayNotes()),
            hour=hour,
            is_heading=is_heading,
            is_today=day == self.today,
            in_month=self.view is not View.MONTH or day.month == self.day.month,
        )


def time_of(cell: Cell) -> time | None:
    """Return the time that a square stands for, None when it is a whole day."""
    return None if cell.hour is None else time(cell.hour)


def _rows(cells: Sequence[Cell]) -> list[list[Cell]]:
    return [list(cells[at : at + DAYS_OF_WEEK]) for at in range(0, len(cells), DAYS_OF_WEEK)]
