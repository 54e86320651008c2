"""Fields for a day and for a time."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QDate, Qt, QTime
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from socialcoach.services.settings import Look
from socialcoach.ui.context import AppContext
from socialcoach.ui.widgets.boxes import row
from socialcoach.ui.widgets.day_field import DayField, TimeField


@pytest.fixture
def form(qtbot: QtBot, context: AppContext) -> QWidget:
    """A day, a time and a line after them."""
    made = QWidget()
    made.setLayout(row(DayField(context.theme), TimeField(context.theme), QLineEdit()))
    qtbot.addWidget(made)
    made.show()
    return made


def test_tab_leaves_a_field_at_once(qtbot: QtBot, form: QWidget):
    day, clock = form.findChildren(DayField)[0], form.findChildren(TimeField)[0]
    day.setFocus()
    qtbot.keyClick(day, Qt.Key.Key_Tab)
    assert form.focusWidget() is clock
    qtbot.keyClick(clock, Qt.Key.Key_Tab)
    assert isinstance(form.focusWidget(), QLineEdit)
    qtbot.keyClick(form.focusWidget(), Qt.Key.Key_Backtab)
    assert form.focusWidget() is clock


def test_arrows_walk_within_a_field_and_change_its_parts(qtbot: QtBot, form: QWidget):
    (day,), (clock,) = form.findChildren(DayField), form.findChildren(TimeField)
    day.setDate(QDate(2026, 11, 24))
    clock.setTime(QTime(10, 0))
    clock.setFocus()
    qtbot.keyClick(clock, Qt.Key.Key_Up)
    assert clock.time() == QTime(11, 0)
    day.setFocus()
    day.setSelectedSection(DayField.Section.MonthSection)
    qtbot.keyClick(day, Qt.Key.Key_Up)
    assert day.date() == QDate(2026, 12, 24)


def test_the_time_is_to_be_seen(form: QWidget):
    (clock,) = form.findChildren(TimeField)
    line = clock.findChildren(QLineEdit)[0]
    needed = line.fontMetrics().horizontalAdvance(line.text())
    assert line.width() >= needed


def test_the_small_calendar_wears_the_theme(form: QWidget, context: AppContext):
    calendar = form.findChildren(DayField)[0].calendarWidget()
    for look in (Look.DARK, Look.LIGHT):
        context.theme.put_on(look, 100)
        shown = calendar.weekdayTextFormat(Qt.DayOfWeek.Sunday).foreground().color()
        assert shown == context.theme.colour("ink")
