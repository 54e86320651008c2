"""Ways to find and to do things on this page."""

from __future__ import annotations

from datetime import date, time

from PySide6.QtCore import QMimeData, QModelIndex, QPoint, QPointF, Qt
from PySide6.QtGui import QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QTableView, QWidget
from pytestqt.qtbot import QtBot

from socialcoach.core.changes import Changes
from socialcoach.core.planning.calendar_entry import Entry
from socialcoach.services.planning.planning_ahead import When
from socialcoach.ui.context import AppContext
from socialcoach.ui.pages.calendar import CalendarPage

TUESDAY, WEDNESDAY, THURSDAY = (date(2026, 11, day) for day in (24, 25, 26))


TEN = time(10)


def draft(context: AppContext, text: str = "Keep bread cut side down") -> int:
    """Write a draft for Facebook."""
    post = context.services.drafting.new(text, platforms=("facebook",)).id
    context.hub.tell(Changes.DRAFTS)
    return post


def plan(context: AppContext, day: date = TUESDAY, text: str = "Keep bread cut side down") -> int:
    """Write a draft and give it a day."""
    post = draft(context, text)
    context.services.calendar.planning.plan(post, When(day, TEN), ready=True)
    context.hub.tell(Changes.DRAFTS)
    return post


def planned(context: AppContext) -> list[Entry]:
    """All that is planned from now on."""
    return list(context.services.calendar.planning.coming())


def grid(page: CalendarPage) -> QTableView:
    """The days."""
    return page.findChildren(QTableView)[0]


def square(page: CalendarPage, day: date, hour: int | None = None) -> QModelIndex:
    """The square of a day, in the week of an hour, found by what is read aloud."""
    model = grid(page).model()
    wanted_words = f"{day.day} {day:%B}" + (
        f". {hour:02}:00 London time" if hour is not None else ""
    )
    for row in range(model.rowCount()):
        for column in range(model.columnCount()):
            index = model.index(row, column)
            if wanted_words in spoken(index):
                return index
    raise AssertionError(f"no square for {wanted_words}")


def spoken(index: QModelIndex) -> str:
    """What a screen reader says of a square."""
    return str(index.data(Qt.ItemDataRole.AccessibleTextRole))


def press(qtbot: QtBot, page: CalendarPage, *keys: Qt.Key) -> None:
    """Press keys in the calendar."""
    for key in keys:
        qtbot.keyClick(grid(page), key)


def go_to(qtbot: QtBot, page: CalendarPage, day: date) -> None:
    """Click near the lower edge of a day, where no post stands."""
    box = grid(page).visualRect(square(page, day))
    where = QPoint(box.center().x(), box.bottom() - 3)
    qtbot.mouseClick(grid(page).viewport(), Qt.MouseButton.LeftButton, pos=where)


def drop(target: QWidget, data: QMimeData, where: QPoint) -> QDropEvent:
    """Drop something on a widget, as Qt tells it, and return what became of it."""
    copy = Qt.DropAction.CopyAction
    keys, left = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
    move = QDragMoveEvent(where, copy, data, left, keys)
    event = QDropEvent(QPointF(where), copy, data, left, keys)
    target.dragMoveEvent(move)
    target.dropEvent(event)
    return event
