"""The calendar itself: month, week or list, by mouse, by dragging and by keyboard."""

from __future__ import annotations

from datetime import date, time, timedelta
from gettext import gettext as _
from zoneinfo import ZoneInfo

from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QFrame,
    QHeaderView,
    QTableView,
    QToolTip,
)

from socialcoach.core.planning.calendar_days import DAYS_OF_WEEK, View
from socialcoach.core.planning.calendar_entry import Entry
from socialcoach.services.words import calendar as words
from socialcoach.ui.context import AppContext
from socialcoach.ui.planning.calendar.carrying import Carried, carry, unpacked
from socialcoach.ui.planning.calendar.cells import Cell, Sheet, time_of
from socialcoach.ui.planning.calendar.entry_paint import EntryPainter
from socialcoach.ui.planning.calendar.grid_model import GridModel
from socialcoach.ui.planning.calendar.square_delegate import Focus, SquareDelegate

QUARTER = 15
LEAST_HEIGHT = 88
"""Pixels of a day in the month view at the usual text size: a number, a post and more."""

NIGHT_ENDS = 6
"""The week view leaves out earlier hours while nothing stands there."""

FIRST_PICKED = 9
"""The hour the week view picks first."""

STEPS = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
}


class CalendarGrid(QTableView):
    """Emits what the owner wants; it changes nothing itself.

    ``picked(Entry or None, day)``; ``opened(Entry)``; ``move_wanted(key, day, time or None)``;
    ``plan_wanted(post_id, day, time or None)``; ``unplan_wanted(Entry)``; ``form_wanted(Entry)``;
    ``turned(steps)`` for the page before (-1) or after (1); ``day_wanted(day)`` for a day beyond
    the edge; ``moving_changed(Entry or None)`` while the arrows carry a post.
    """

    picked = Signal(object, object)
    opened = Signal(object)
    move_wanted = Signal(tuple, object, object)
    plan_wanted = Signal(int, object, object)
    unplan_wanted = Signal(object)
    form_wanted = Signal(object)
    turned = Signal(int)
    day_wanted = Signal(object)
    moving_changed = Signal(object)

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self._context = context
        self._model = GridModel(context.services.platforms)
        self._painter = EntryPainter(context.theme, context.services.platforms)
        self._place = -1
        self._moving: Entry | None = None
        self._pressed: tuple[Entry, QPoint] | None = None
        self._is_dragged_over = False
        self._delegate = SquareDelegate(
            context.theme, self._painter, lambda: self._model.sheet, self._focus
        )
        self._build()

    @property
    def entry(self) -> Entry | None:
        """Return the post the owner is at, None when there is none."""
        cell = self._model.cell(self.currentIndex())
        if cell is None or not 0 <= self._place < len(cell.entries):
            return None
        return cell.entries[self._place]

    @property
    def day(self) -> date | None:
        """Return the day the owner is at."""
        cell = self._model.cell(self.currentIndex())
        return None if cell is None else cell.day

    def show_sheet(self, sheet: Sheet, day_wanted: date | None = None) -> None:
        """Show these days and go to one of them; without one, what was picked stays picked."""
        before, day, view = self.entry, self.day, self._shown_view()
        if view is not sheet.view:
            self.setCurrentIndex(QModelIndex())
        self._model.show_sheet(sheet)
        self.setShowGrid(False)
        self.verticalHeader().setVisible(sheet.view is View.WEEK)
        self.horizontalHeader().setVisible(sheet.view is not View.LIST)
        self._fit()
        if day_wanted is None:
            self._pick_again(before, day or sheet.day)
            self._tell()
        else:
            self.pick_day(day_wanted)

    def pick_day(self, day: date) -> None:
        """Go to a day; in the week the hour stays."""
        row = self.currentIndex().row()
        self._place = -1
        self.setCurrentIndex(self._index_of(day, row))
        self._tell()

    def pick_entry(self, key: tuple[int, ...]) -> None:
        """Go to a post, if it is shown."""
        index, place = self._model.place_of(key)
        if place >= 0:
            self._place = place
            self.setCurrentIndex(index)
            self.scrollTo(index)
            self._tell()

    def start_moving(self) -> None:
        """Let the arrows carry the picked post; Enter puts it down, Escape leaves it."""
        entry = self.entry
        if entry is not None and entry.is_movable:
            self._moving = entry
            self.moving_changed.emit(entry)
            self.viewport().update()

    # Qt's events

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if self._moving is not None:
            self._move_key(key)
        elif key in STEPS and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._step(key)
        elif not self._command(key):
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        where = event.position().toPoint()
        index = self.indexAt(where)
        cell = self._model.cell(index)
        if cell is None:
            return
        self._stop_moving()
        self._place = self._place_at(cell, index, where)
        self.setCurrentIndex(index)
        entry = self.entry
        is_left = event.button() is Qt.MouseButton.LeftButton
        self._pressed = (entry, where) if entry is not None and is_left else None
        self._tell()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None:
            return
        entry, start = self._pressed
        moved = (event.position().toPoint() - start).manhattanLength()
        if moved >= QApplication.startDragDistance() and entry.is_movable:
            self._pressed = None
            carry(self, Carried(entry.post.id, entry.key), self._picture_of(entry))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._pressed = None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self.entry is not None:
            self.opened.emit(self.entry)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self._accept(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        if self._accept(event):
            self._is_dragged_over = True
            self._place = -1
            self.setCurrentIndex(self.indexAt(event.position().toPoint()))
            self.viewport().update()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._is_dragged_over = False
        self.viewport().update()

    def dropEvent(self, event: QDropEvent) -> None:
        self._is_dragged_over = False
        carried = unpacked(event.mimeData())
        where = event.position().toPoint()
        cell = self._model.cell(self.indexAt(where))
        if carried is None or cell is None:
            event.ignore()
            return
        event.acceptProposedAction()
        clock = self._time_at(cell, where)
        if carried.key:
            self.move_wanted.emit(carried.key, cell.day, clock)
        else:
            self.plan_wanted.emit(carried.post_id, cell.day, clock)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            self._show_tip(event)
            return True
        return super().viewportEvent(event)

    # the keyboard

    def _move_key(self, key: Qt.Key) -> None:
        if key in STEPS:
            self._go(*STEPS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_M):
            self._put_down()
        elif key in (Qt.Key.Key_Escape, Qt.Key.Key_Backspace):
            key_of = self._moving.key if self._moving else ()
            self._stop_moving()
            self.pick_entry(key_of)

    def _put_down(self) -> None:
        entry, cell = self._moving, self._model.cell(self.currentIndex())
        self._stop_moving()
        if entry is None or cell is None:
            return
        clock = time_of(cell)
        if clock is not None:
            clock = clock.replace(minute=entry.at.astimezone(self._zone()).minute)
        self.move_wanted.emit(entry.key, cell.day, clock)

    def _step(self, key: Qt.Key) -> None:
        """Move on: up and down go through the posts of a day before they leave it."""
        rows, columns = STEPS[key]
        cell = self._model.cell(self.currentIndex())
        count = len(cell.entries) if cell is not None else 0
        is_list = self._shown_view() is View.LIST
        if rows and not is_list and 0 <= self._place + rows < count:
            self._place += rows
        elif rows < 0 and not is_list and self._place == 0:
            self._place = -1
        else:
            self._go(rows, columns)
        self._tell()

    def _go(self, rows: int, columns: int) -> None:
        here = self.currentIndex()
        row, column = here.row() + rows, here.column() + columns
        while rows and 0 <= row < self._model.rowCount() and self.isRowHidden(row):
            row += rows
        width = self._model.columnCount()
        if columns and not 0 <= column < width and self._shown_view() is View.MONTH:
            row, column = row + columns, column % width
        target = self._model.index(row, column)
        if not target.isValid():
            self._leave_page(rows, columns)
            return
        self.setCurrentIndex(target)
        cell = self._model.cell(target)
        is_list = self._shown_view() is View.LIST
        self._place = 0 if cell is not None and cell.entries and is_list else -1
        self.scrollTo(target)
        self.viewport().update()

    def _leave_page(self, rows: int, columns: int) -> None:
        """Ask for the day that lies over the edge, as far as there is one."""
        view, day = self._shown_view(), self.day
        if day is None or (view is View.WEEK and rows):
            return
        if view is View.LIST:
            if rows:
                self.turned.emit(rows)
            return
        days = DAYS_OF_WEEK * rows + columns
        try:
            self.day_wanted.emit(day + timedelta(days=days))
        except OverflowError:
            return

    def _command(self, key: Qt.Key) -> bool:
        if key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self.turned.emit(1 if key == Qt.Key.Key_PageDown else -1)
            return True
        entry = self.entry
        if entry is None:
            return False
        if key == Qt.Key.Key_M:
            self.start_moving()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.form_wanted.emit(entry)
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.unplan_wanted.emit(entry)
        elif key == Qt.Key.Key_O:
            self.opened.emit(entry)
        else:
            return False
        return True

    def _stop_moving(self) -> None:
        if self._moving is not None:
            self._moving = None
            self.moving_changed.emit(None)
            self.viewport().update()

    # the mouse

    def _place_at(self, cell: Cell, index: QModelIndex, where: QPoint) -> int:
        layout = self._delegate.layout(cell, self.visualRect(index))
        boxes = [box for _entry, box in layout.boxes]
        return next((place for place, box in enumerate(boxes) if box.contains(where)), -1)

    def _picture_of(self, entry: Entry) -> QPixmap:
        """Return the entry as drawn, to hang on the pointer while it is dragged."""
        index, place = self._model.place_of(entry.key)
        cell = self._model.cell(index)
        boxes = self._delegate.layout(cell, self.visualRect(index)).boxes if cell else ()
        return self.viewport().grab(boxes[place][1]) if 0 <= place < len(boxes) else QPixmap()

    def _time_at(self, cell: Cell, where: QPoint) -> time | None:
        if cell.hour is None:
            return None
        box = self.visualRect(self.indexAt(where))
        quarter = (where.y() - box.top()) * 60 // max(box.height(), 1) // QUARTER
        return time(cell.hour, min(max(quarter, 0), 3) * QUARTER)

    def _accept(self, event: QDragMoveEvent) -> bool:
        if unpacked(event.mimeData()) is None:
            event.ignore()
            return False
        event.acceptProposedAction()
        return True

    def _show_tip(self, event: QHelpEvent) -> None:
        where = event.pos()
        index = self.indexAt(where)
        cell, sheet = self._model.cell(index), self._model.sheet
        if cell is None or sheet is None:
            return
        place = self._place_at(cell, index, where)
        if place >= 0:
            entry = cell.entries[place]
            said = words.spoken(entry, self._model.names_of(entry), sheet.zone)
            text = f"{said}. {words.status_meaning(entry.status)}"
        else:
            text = "\n".join(filter(None, (*cell.notes.names, cell.notes.crossing)))
        QToolTip.showText(event.globalPos(), text, self)

    # looks

    def _build(self) -> None:
        self.setModel(self._model)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(_("Calendar"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setAcceptDrops(True)
        self.viewport().setAcceptDrops(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setCornerButtonEnabled(False)
        for corner in self.findChildren(QAbstractButton):
            corner.setAccessibleName(_("Hours"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setStyleSheet("QTableView:focus { border: none; }")  # the square itself shows it
        self.setMouseTracking(False)
        across, down = self.horizontalHeader(), self.verticalHeader()
        across.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        across.setHighlightSections(False)
        across.setSectionsClickable(False)
        across.setMinimumSectionSize(40)
        down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        down.setHighlightSections(False)
        down.setSectionsClickable(False)
        down.setMinimumSectionSize(20)
        self._context.theme.changed.connect(self._fit)

    def _fit(self) -> None:
        """Give the rows their heights."""
        sheet, rows = self._model.sheet, self._model.rowCount()
        if sheet is None or not rows:
            return
        if sheet.view is View.MONTH:
            least = self._context.theme.sizes.scaled(LEAST_HEIGHT)
            room = self.viewport().height()
            for row in range(rows):
                self.setRowHidden(row, False)
                share = room // rows + (1 if row < room % rows else 0)
                self.setRowHeight(row, max(least, share))
            return
        for row in range(rows):
            self.setRowHidden(row, self._is_idle(row, sheet))
            self.setRowHeight(row, self._row_height(row))

    def _is_idle(self, row: int, sheet: Sheet) -> bool:
        """Tell whether a line of the week may be left out: no notes, or a night without posts."""
        if sheet.view is not View.WEEK:
            return False
        if row == 0:
            return not sheet.has_notes
        hours = [self._model.cell(self._model.index(row, at)) for at in range(self._columns())]
        return row <= NIGHT_ENDS and not any(cell is not None and cell.entries for cell in hours)

    def _row_height(self, row: int) -> int:
        cells = [self._model.cell(self._model.index(row, at)) for at in range(self._columns())]
        there = [cell for cell in cells if cell is not None]
        if self._shown_view() is View.LIST:
            return self._painter.line_height + (8 if there[0].entries else 12)
        if there[0].is_heading:
            notes = max(len(c.notes.names) + bool(c.notes.crossing) for c in there)
            return max(notes * self._painter.line_height, 10)
        most = max(1, *(len(cell.entries) for cell in there))
        return most * (self._painter.height + 4) + 6

    def _columns(self) -> int:
        return self._model.columnCount()

    def _shown_view(self) -> View | None:
        return self._model.sheet.view if self._model.sheet is not None else None

    def _zone(self) -> ZoneInfo | None:
        return self._model.sheet.zone if self._model.sheet is not None else None

    def _focus(self) -> Focus:
        is_here = self.hasFocus() or self._moving is not None or self._is_dragged_over
        index = self.currentIndex() if is_here else QModelIndex()
        if not is_here and self.entry is not None:
            index = self.currentIndex()
        return Focus(index, self._place, self._moving)

    def _pick_again(self, before: Entry | None, day: date) -> None:
        if before is not None:
            index, place = self._model.place_of(before.key)
            if place >= 0:
                self._place = place
                self.setCurrentIndex(index)
                return
        self._place = -1
        if self.currentIndex().isValid() and self.day == day:
            return
        index = self._index_of(day, self.currentIndex().row())
        self.setCurrentIndex(index if index.isValid() else self._model.index(0, 0))

    def _index_of(self, day: date, row: int) -> QModelIndex:
        """Return the square of a day; in the week at the hour of ``row``, else in the morning."""
        index = self._model.index_of_day(day)
        if self._shown_view() is View.WEEK and index.isValid():
            return index.siblingAtRow(row if row > 0 else FIRST_PICKED + 1)
        return index

    def _tell(self) -> None:
        """Say where the owner is, to the page and to screen readers."""
        entry, sheet = self.entry, self._model.sheet
        self.viewport().update()
        if sheet is not None:
            said = words.spoken(entry, self._model.names_of(entry), sheet.zone) if entry else ""
            self.setAccessibleDescription(said)
            if said:
                changed = QAccessible.Event.DescriptionChanged
                QAccessible.updateAccessibility(QAccessibleEvent(self, changed))
        self.picked.emit(entry, self.day)
