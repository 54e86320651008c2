"""Promoters as Qt shows them: one column of the board, and the list with its columns."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from gettext import gettext as _

from PySide6.QtCore import (
    QAbstractListModel,
    QAbstractTableModel,
    QByteArray,
    QMimeData,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from socialcoach.core.relations.promoter import PromoterLine, Stage
from socialcoach.core.relations.promoter_list import ListColumn
from socialcoach.services.words.moments import short_day
from socialcoach.services.words.outreach import kind_of_promoter, sent_us, stage_name

LINE_ROLE = int(Qt.ItemDataRole.UserRole) + 1
MIME = "application/x-socialcoach-promoter"

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()


class StageModel(QAbstractListModel):
    """One column of the board. Emits ``dropped(promoter_id)`` when a card was dragged here."""

    dropped = Signal(int)

    def __init__(self, stage: Stage) -> None:
        super().__init__()
        self.stage = stage
        self.today = date.min
        self._lines: Sequence[PromoterLine] = ()

    def show_lines(self, lines: Sequence[PromoterLine], today: date) -> None:
        """Show these cards; the same ones again are only drawn again."""
        same = [one.id for one in lines] == [one.id for one in self._lines]
        if same:
            self._lines, self.today = lines, today
            self.dataChanged.emit(self.index(0), self.index(max(len(lines) - 1, 0)))
            return
        self.beginResetModel()
        self._lines, self.today = lines, today
        self.endResetModel()

    def line_at(self, row: int) -> PromoterLine | None:
        """Return the promoter in a row, None when there is none."""
        return self._lines[row] if 0 <= row < len(self._lines) else None

    def row_of(self, promoter_id: int) -> int:
        """Return the row of a promoter, or -1."""
        rows = (row for row, one in enumerate(self._lines) if one.id == promoter_id)
        return next(rows, -1)

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        line = self.line_at(index.row()) if index.isValid() else None
        if line is None:
            return None
        if role == LINE_ROLE:
            return line
        if role == Qt.ItemDataRole.DisplayRole:
            return line.name
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return spoken_line(line, self.today)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        usual = super().flags(index)
        if not index.isValid():
            return usual | Qt.ItemFlag.ItemIsDropEnabled
        line = self.line_at(index.row())
        fixed = line is None or line.do_not_contact
        return usual if fixed else usual | Qt.ItemFlag.ItemIsDragEnabled

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        return [MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        data = QMimeData()
        line = self.line_at(indexes[0].row()) if indexes else None
        if line is not None:
            data.setData(MIME, QByteArray(str(line.id).encode()))
        return data

    def dropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        raw = bytes(data.data(MIME).data())
        if raw.isdigit() and self.row_of(int(raw)) < 0:
            self.dropped.emit(int(raw))
        return False  # the service moves it; Qt must not


class PromoterTable(QAbstractTableModel):
    """The list; its rows come sorted."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: Sequence[PromoterLine] = ()
        self._today = date.min

    def show_lines(self, lines: Sequence[PromoterLine], today: date) -> None:
        """Show these promoters in this order."""
        self.beginResetModel()
        self._lines, self._today = lines, today
        self.endResetModel()

    def line_at(self, row: int) -> PromoterLine | None:
        """Return the promoter in a row, None when there is none."""
        return self._lines[row] if 0 <= row < len(self._lines) else None

    def row_of(self, promoter_id: int) -> int:
        """Return the row of a promoter, or -1."""
        rows = (row for row, one in enumerate(self._lines) if one.id == promoter_id)
        return next(rows, -1)

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(ListColumn)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        line = self.line_at(index.row()) if index.isValid() else None
        if line is None:
            return None
        column = tuple(ListColumn)[index.column()]
        if role == LINE_ROLE:
            return line
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return cell(line, column, self._today)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            words = cell(line, column, self._today)
            return f"{line.name}, {column_name(column)}: {words}"
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return column_name(tuple(ListColumn)[section])
        return None


def column_name(column: ListColumn) -> str:
    """Return the heading of a column."""
    return {
        ListColumn.NAME: _("Name"),
        ListColumn.STAGE: _("Stage"),
        ListColumn.FOLLOWERS: _("Who follows them"),
        ListColumn.NEXT: _("Next step"),
        ListColumn.LAST_CONTACT: _("Last contact"),
        ListColumn.SENT_US: _("Sent us"),
    }[column]


def cell(line: PromoterLine, column: ListColumn, today: date) -> str:
    """Return what stands in a cell."""
    if column is ListColumn.NAME:
        return line.name
    if column is ListColumn.STAGE:
        return _("Do not contact") if line.do_not_contact else stage_name(line.stage)
    if column is ListColumn.FOLLOWERS:
        return line.who_follows
    if column is ListColumn.NEXT:
        day = day_words(line.next_on, today) if line.next_on else ""
        return ": ".join(filter(None, (day, line.next_step)))
    if column is ListColumn.LAST_CONTACT:
        spoke = line.last_contact_at
        return short_day(spoke.date(), today) if spoke else ""
    return sent_us(line.visits, line.customers)


def day_words(day: date, today: date) -> str:
    """Return the day of a next step: today, tomorrow, yesterday, else the date."""
    near = {0: _("Today"), 1: _("Tomorrow"), -1: _("Yesterday")}
    return near.get((day - today).days) or short_day(day, today)


def spoken_line(line: PromoterLine, today: date) -> str:
    """Return a card as a screen reader says it."""
    step = cell(line, ListColumn.NEXT, today)
    closed = _("Do not contact") if line.do_not_contact else ""
    parts = (line.name, kind_of_promoter(line.kind), closed, step)
    return ". ".join(filter(None, (*parts, sent_us(line.visits, line.customers))))
