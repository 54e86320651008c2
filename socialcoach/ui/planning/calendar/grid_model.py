"""The squares of the calendar as a table Qt can show and screen readers can walk through."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from gettext import gettext as _

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from socialcoach.core.planning.calendar_days import View
from socialcoach.core.planning.calendar_entry import Entry
from socialcoach.core.planning.platform_facts import PlatformFacts
from socialcoach.services.words import calendar as words
from socialcoach.ui.planning.calendar.cells import Cell, Sheet

CELL_ROLE = int(Qt.ItemDataRole.UserRole) + 1

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()


class GridModel(QAbstractTableModel):
    """Holds one ``Sheet``."""

    def __init__(self, platforms: Mapping[str, PlatformFacts]) -> None:
        super().__init__()
        self._platforms = platforms
        self._sheet: Sheet | None = None
        self._cells: list[list[Cell]] = []

    @property
    def sheet(self) -> Sheet | None:
        """Return what is shown, None before the first."""
        return self._sheet

    def show_sheet(self, sheet: Sheet) -> None:
        """Show this; squares that stay where they are keep the selection."""
        cells = sheet.cells()
        same_shape = len(cells) == len(self._cells) and sheet.view is not View.LIST
        if same_shape and self._sheet is not None and self._sheet.days == sheet.days:
            self._sheet, self._cells = sheet, cells
            last = self.index(len(cells) - 1, len(cells[0]) - 1)
            self.dataChanged.emit(self.index(0, 0), last)
            return
        self.beginResetModel()
        self._sheet, self._cells = sheet, cells
        self.endResetModel()

    def cell(self, index: Index) -> Cell | None:
        """Return the square at an index."""
        return self._cells[index.row()][index.column()] if index.isValid() else None

    def index_of_day(self, day: date) -> QModelIndex:
        """Return the first square of a day; nowhere when the day is not shown."""
        for row, cells in enumerate(self._cells):
            for column, cell in enumerate(cells):
                if cell.day == day:
                    return self.index(row, column)
        return QModelIndex()

    def place_of(self, key: tuple[int, ...]) -> tuple[QModelIndex, int]:
        """Return where an entry stands: its square and its place there, nowhere and -1 if not."""
        for row, cells in enumerate(self._cells):
            for column, cell in enumerate(cells):
                for place, entry in enumerate(cell.entries):
                    if entry.key == key:
                        return self.index(row, column), place
        return QModelIndex(), -1

    def names_of(self, entry: Entry) -> tuple[str, ...]:
        """Return the names of an entry's platforms."""
        return tuple(self._platforms[key].name for key in entry.platforms)

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._cells)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() or not self._cells else len(self._cells[0])

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        cell = self.cell(index)
        if cell is None or self._sheet is None:
            return None
        if role == CELL_ROLE:
            return cell
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.DisplayRole):
            return self._spoken(cell, self._sheet)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if self._sheet is None or role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation is Qt.Orientation.Horizontal:
            return self._sheet.headings()[section]
        if self._sheet.view is View.WEEK and section:
            return f"{section - 1:02}:00"
        return ""

    def _spoken(self, cell: Cell, sheet: Sheet) -> str:
        parts = [words.long_day(cell.day, sheet.today)]
        if cell.is_today:
            parts.append(_("Today"))
        if cell.hour is not None:
            parts.append(words.hour_and_zone(cell.hour, sheet.zone))
        if not cell.is_heading:
            parts.append(words.day_count(len(cell.entries)))
        parts += [*cell.notes.names, cell.notes.crossing]
        parts += [words.spoken(one, self.names_of(one), sheet.zone) for one in cell.entries]
        return ". ".join(filter(None, parts))
