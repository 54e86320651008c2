"""Wherever a time of the clock is on screen, whose clock it is stands beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QLabel,
    QPlainTextEdit,
    QTimeEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from socialcoach.ui.planning.calendar.grid import CalendarGrid
from socialcoach.ui.planning.calendar.turning import TurningBar
from socialcoach.ui.widgets.boxes import Card
from tests.ui.pages_helpers import click
from tests.ui.tour import PLACES, Tour, percent, settled, tour

__all__ = ["percent", "tour"]

TIME = re.compile(r"(?<![\d:])(?:[01]\d|2[0-3]):[0-5]\d(?![\d:])")
ZONE = "London time"
SAID = (ZONE, "there now (Europe/London)")
"""What may follow a time; the first questions name the zone as in the list to choose it from."""

BUSY = [*PLACES, "calendar move", "progress minutes", "conversations resting"]
"""All places, and three more that would have a time to tell."""

Words = tuple[QWidget, str]


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What lists write themselves, with a painter, instead of a label."""
    found: list[str] = []
    draw = QPainter.drawText

    def noted(painter: QPainter, *what: object) -> object:
        found.extend(one for one in what if isinstance(one, str))
        return draw(painter, *what)  # type: ignore[call-overload]

    monkeypatch.setattr(QPainter, "drawText", noted)
    return found


def go_to(qtbot: QtBot, tour: Tour, place: str, percent: int) -> QWidget:
    """Show a place, with a timer that runs and a message that rests where there can be one."""
    services = tour.context.services
    if place == "calendar move":
        window = tour.go_to("calendar", percent)
        first = services.calendar.planning.coming()[0]
        tour.window.show_page("calendar", ("move", first.key))
        return window
    if place == "progress minutes":
        if services.stopwatch.running is None:
            services.stopwatch.start("instagram")
        window = tour.go_to("progress", percent)
        click(qtbot, window, "Note minutes spent")
        return window
    if place == "conversations resting":
        services.relations.conversations.rest(services.relations.conversations.waiting(1)[0].id)
        place = "conversations"
    return tour.go_to(place, percent)


def words_on(window: QWidget) -> Iterator[Words]:
    """Yield all words of the app's own that can be seen or heard, and where they stand."""
    for one in window.findChildren(QWidget):
        if not one.isVisible() or isinstance(one.parent(), QComboBox | QPlainTextEdit):
            continue
        if isinstance(one, QLabel | QAbstractButton | QTimeEdit):
            yield one, one.text()
        for said in (one.toolTip(), one.accessibleName(), one.accessibleDescription()):
            yield one, said
        model = one.model() if isinstance(one, QAbstractItemView | QComboBox) else None
        yield from ((one, said) for said in (rows_of(model) if model is not None else ()))


def rows_of(model: QAbstractItemModel) -> Iterator[str]:
    """Yield what stands in a list or a table, in its heads, and what is read out of it."""
    role, top = Qt.ItemDataRole, QModelIndex()
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount(top)
    for row in range(model.rowCount(top)):
        yield str(model.headerData(row, Qt.Orientation.Vertical) or "")
        for column in range(columns):
            index = model.index(row, column)
            for kind in (role.DisplayRole, role.AccessibleTextRole, role.ToolTipRole):
                yield str(index.data(kind) or "")
    for column in range(columns):
        yield str(model.headerData(column, Qt.Orientation.Horizontal) or "")


def bare_times(text: str) -> list[str]:
    """Return the times in a text after which no zone stands."""
    rest = (text[found.end() :].lstrip() for found in TIME.finditer(text))
    times = TIME.findall(text)
    pairs = zip(times, rest, strict=True)
    return [time for time, after in pairs if not after.startswith(SAID)]


def has_zone_beside(widget: QWidget) -> bool:
    """Tell whether the zone is in sight in the head of the list, the row or the card."""
    if isinstance(widget, CalendarGrid) or isinstance(widget.parent(), CalendarGrid):
        (bar,) = widget.window().findChildren(TurningBar)
        return any(in_sight(zone) for zone in zones_in(bar))
    here = widget
    while not isinstance(here, Card) and here.parentWidget() is not None:
        here = here.parentWidget()
        if found := zones_in(here):
            return any(in_sight(zone) for zone in found) or not in_sight(widget)
    return False


def zones_in(part: QWidget) -> list[QLabel]:
    """Return the visible labels that say the zone and nothing but the zone."""
    labels = [one for one in part.findChildren(QLabel) if one.text() == ZONE]
    return [one for one in labels if one.isVisible()]


def in_sight(widget: QWidget) -> bool:
    """Tell whether any of it can be seen without turning a wheel."""
    return not widget.visibleRegion().isEmpty()


def complaints(window: QWidget) -> list[str]:
    """Return all times of a window whose zone does not stand beside them."""
    return [
        f"{type(widget).__name__}: {said}"
        for widget, said in words_on(window)
        if bare_times(said) and not has_zone_beside(widget)
    ]


@pytest.mark.parametrize("place", BUSY)
def test_the_zone_stands_beside_every_time(
    qtbot: QtBot, tour: Tour, drawn: list[str], place: str, percent: int
):
    window = go_to(qtbot, tour, place, percent)
    found = settled(qtbot, tour, lambda: complaints(window))
    drawn.clear()
    window.grab()
    grids = [one for one in window.findChildren(CalendarGrid) if one.isVisible()]
    if not any(has_zone_beside(grid) for grid in grids):
        found += [f"drawn: {said}" for said in drawn if bare_times(said)]
    assert not found, "\n".join(found)


@pytest.mark.parametrize("place", ["calendar", "calendar week", "write ready", "progress minutes"])
def test_there_are_times_to_look_at(qtbot: QtBot, tour: Tour, place: str):
    window = go_to(qtbot, tour, place, 100)
    qtbot.waitUntil(lambda: any(TIME.search(said) for _, said in words_on(window)))
