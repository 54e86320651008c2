"""The calendar as an owner uses it: by mouse, by dragging and by keyboard."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time
from threading import Event

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QListWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from socialcoach.core.changes import Changes
from socialcoach.core.planning.calendar_days import View
from socialcoach.core.planning.calendar_status import EntryStatus
from socialcoach.core.strategy.strategy import Strategy
from socialcoach.services.planning.planning_ahead import When
from socialcoach.ui.context import AppContext
from socialcoach.ui.hub import Notice
from socialcoach.ui.pages.calendar import CalendarPage
from socialcoach.ui.planning.calendar.carrying import Carried, packed
from socialcoach.ui.widgets.day_field import DayField, TimeField
from tests.conftest import Clock
from tests.ui.pages.calendar.desk import (
    THURSDAY,
    TUESDAY,
    WEDNESDAY,
    draft,
    drop,
    go_to,
    grid,
    plan,
    planned,
    press,
    spoken,
    square,
)
from tests.ui.pages_helpers import click, find_button, says, visible_buttons, visible_text


def test_a_calendar_that_is_gone_is_told_nothing(
    qtbot: QtBot, context: AppContext, london: Strategy, monkeypatch: pytest.MonkeyPatch
):
    go_on = Event()
    holidays = context.services.calendar.holidays
    of_year = holidays.of_year
    monkeypatch.setattr(holidays, "of_year", lambda *key: go_on.wait(30) and of_year(*key))
    made = CalendarPage(context)
    made.show()
    qtbot.waitUntil(lambda: not context.tasks.is_idle)
    delete(made)
    go_on.set()
    qtbot.waitUntil(lambda: context.tasks.is_idle, timeout=30_000)


def test_an_empty_calendar_says_what_will_stand_there_with_one_button(
    qtbot: QtBot, page: CalendarPage, context: AppContext
):
    says(qtbot, page, "Nothing is planned here yet")
    click(qtbot, page, next(one for one in visible_buttons(page) if one.startswith("Add places")))
    assert len(planned(context)) > 3
    assert "Nothing is planned here yet" not in visible_text(page)


def test_a_planned_post_is_read_out_with_its_time_zone_place_status_and_kind(
    page: CalendarPage, context: AppContext
):
    plan(context)
    words = spoken(square(page, TUESDAY))
    for part in ("Tuesday, 24 November", "1 post", "10:00 London time", "Keep bread", "Facebook"):
        assert part in words
    assert "Planned" in words
    assert "Giving" in words


def test_today_is_said(page: CalendarPage):
    assert "Today" in spoken(square(page, date(2026, 11, 22)))


@pytest.mark.parametrize(("country", "first"), [("GB", "Mon"), ("US", "Sun"), ("EG", "Sat")])
def test_weeks_begin_as_in_the_country(
    page: CalendarPage, context: AppContext, london: Strategy, country: str, first: str
):
    business = replace(london.business, country=country)
    context.hub.tell(context.services.planner.keep(replace(london, business=business)))
    across = Qt.Orientation.Horizontal
    assert grid(page).model().headerData(0, across) == first


def test_holidays_and_seasons_stand_on_their_days(
    qtbot: QtBot, page: CalendarPage, context: AppContext
):
    page.open_item(date(2026, 12, 10))
    qtbot.waitUntil(lambda: "Christmas Day" in spoken(square(page, date(2026, 12, 25))))
    assert "Winter begins" in spoken(square(page, date(2026, 12, 1)))
    context.hub.tell(context.services.calendar.options.change(holidays=False))
    assert "Christmas Day" not in spoken(square(page, date(2026, 12, 25)))


def test_the_model_keeps_qts_rules(page: CalendarPage, context: AppContext):
    tester = QAbstractItemModelTester(
        grid(page).model(), QAbstractItemModelTester.FailureReportingMode.Fatal
    )
    plan(context)
    for view in View:
        page.open_item(view)
        page.open_item(date(2027, 1, 31))
    assert tester.model() is grid(page).model()


def test_the_view_and_the_day_are_remembered(qtbot: QtBot, page: CalendarPage, context: AppContext):
    click(qtbot, page, "Week")
    click(qtbot, page, "The page after")
    says(qtbot, page, "23 to 29 November 2026")
    again = CalendarPage(context)
    qtbot.addWidget(again)
    again.show()
    says(qtbot, again, "23 to 29 November 2026")


def test_pages_turn_and_come_back_to_today(qtbot: QtBot, page: CalendarPage):
    click(qtbot, page, "The page after")
    says(qtbot, page, "December 2026")
    press(qtbot, page, Qt.Key.Key_PageDown)
    says(qtbot, page, "January 2027")
    click(qtbot, page, "Today")
    says(qtbot, page, "November 2026")
    says(qtbot, page, "Sunday, 22 November")


def test_arrows_walk_through_days_and_posts_and_over_the_edge(
    qtbot: QtBot, page: CalendarPage, context: AppContext
):
    plan(context)
    go_to(qtbot, page, date(2026, 11, 17))
    press(qtbot, page, Qt.Key.Key_Down)
    says(qtbot, page, "Tuesday, 24 November")
    press(qtbot, page, Qt.Key.Key_Down)
    says(qtbot, page, "Tuesday, 24 November, 10:00 London time")
    press(qtbot, page, Qt.Key.Key_Down)
    says(qtbot, page, "Tuesday, 1 December")
    press(qtbot, page, Qt.Key.Key_Down, Qt.Key.Key_Down)
    says(qtbot, page, "December 2026")
    says(qtbot, page, "Tuesday, 15 December")


def test_m_and_arrows_move_a_post(
    qtbot: QtBot, page: CalendarPage, context: AppContext, notices: list[Notice]
):
    plan(context)
    go_to(qtbot, page, TUESDAY)
    press(qtbot, page, Qt.Key.Key_Down, Qt.Key.Key_M)
    says(qtbot, page, "Choose a day with the arrow keys.")
    press(qtbot, page, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Return)
    assert planned(context)[0].at == datetime(2026, 11, 26, 10, tzinfo=UTC)
    assert notices[-1].text == "Moved to Thursday, 26 November, 10:00 London time."
    says(qtbot, page, "Thursday, 26 November, 10:00 London time")


def test_escape_leaves_a_post_where_it_was(qtbot: QtBot, page: CalendarPage, context: AppContext):
    plan(context)
    go_to(qtbot, page, TUESDAY)
    press(qtbot, page, Qt.Key.Key_Down, Qt.Key.Key_M, Qt.Key.Key_Right, Qt.Key.Key_Escape)
    press(qtbot, page, Qt.Key.Key_Return)
    assert planned(context)[0].at.day == 24


def test_enter_asks_for_a_day_and_a_time(qtbot: QtBot, page: CalendarPage, context: AppContext):
    plan(context)
    go_to(qtbot, page, TUESDAY)
    press(qtbot, page, Qt.Key.Key_Down, Qt.Key.Key_Return)
    day, clock = page.findChildren(DayField)[0], page.findChildren(TimeField)[0]
    assert day.isVisible()
    qtbot.keyClick(day, Qt.Key.Key_Up)  # the weekday is the first part: a day later
    clock.setFocus()
    clock.setSelectedSection(TimeField.Section.HourSection)
    qtbot.keyClicks(clock, "18")
    click(qtbot, page, "Move it")
    assert planned(context)[0].at == datetime(2026, 11, 25, 18, tzinfo=UTC)


def test_delete_takes_a_post_off_and_undo_brings_it_back(
    qtbot: QtBot, page: CalendarPage, context: AppContext, notices: list[Notice]
):
    plan(context)
    go_to(qtbot, page, TUESDAY)
    press(qtbot, page, Qt.Key.Key_Down, Qt.Key.Key_Delete)
    assert not planned(context)
    assert "Not planned yet" in notices[-1].text
    assert notices[-1].action is not None
    notices[-1].action()
    assert planned(context)[0].at.day == 24


def test_ctrl_z_takes_back_one_step_after_the_other(
    qtbot: QtBot, page: CalendarPage, context: AppContext
):
    plan(context)
    go_to(qtbot, page, TUESDAY)
    press(qtbot, page, Qt.Key.Key_Down, Qt.Key.Key_M, Qt.Key.Key_Right, Qt.Key.Key_Return)
    press(qtbot, page, Qt.Key.Key_Delete)
    assert not planned(context)
    undo = (grid(page), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(*undo)
    assert planned(context)[0].at.day == 25
    qtbot.keyClick(*undo)
    assert planned(context)[0].at.day == 24


def test_a_draft_is_dragged_from_the_tray_onto_a_day(page: CalendarPage, context: AppContext):
    post = draft(context)
    box = grid(page).visualRect(square(page, THURSDAY))
    event = drop(grid(page), packed(Carried(post)), box.center())
    assert event.isAccepted()
    (entry,) = planned(context)
    assert (entry.post.id, entry.at.day, entry.status) == (post, 26, EntryStatus.DRAFT)
    assert entry.platforms == ("facebook",)


def test_an_entry_is_dragged_to_another_day_and_keeps_its_time(
    page: CalendarPage, context: AppContext
):
    plan(context)
    key = planned(context)[0].key
    box = grid(page).visualRect(square(page, THURSDAY))
    drop(grid(page), packed(Carried(planned(context)[0].post.id, key)), box.center())
    assert planned(context)[0].at == datetime(2026, 11, 26, 10, tzinfo=UTC)


def test_in_the_week_an_entry_is_dragged_to_a_quarter_of_an_hour(
    page: CalendarPage, context: AppContext
):
    plan(context)
    page.open_item(View.WEEK)
    page.open_item(TUESDAY)
    entry = planned(context)[0]
    box = grid(page).visualRect(square(page, WEDNESDAY, 14))
    where = QPoint(box.center().x(), box.top() + box.height() * 55 // 100)
    drop(grid(page), packed(Carried(entry.post.id, entry.key)), where)
    assert planned(context)[0].at == datetime(2026, 11, 25, 14, 30, tzinfo=UTC)


def test_idle_nights_are_left_out_of_the_week_until_something_stands_there(
    page: CalendarPage, context: AppContext
):
    page.open_item(View.WEEK)
    page.open_item(TUESDAY)
    assert grid(page).isRowHidden(square(page, TUESDAY, 3).row())
    assert not grid(page).isRowHidden(square(page, TUESDAY, 6).row())
    post = draft(context)
    context.services.calendar.planning.plan(post, When(TUESDAY, time(3, 30)))
    context.hub.tell(Changes.DRAFTS)
    assert not grid(page).isRowHidden(square(page, TUESDAY, 3).row())


def test_an_entry_dragged_to_the_tray_is_taken_off(page: CalendarPage, context: AppContext):
    plan(context)
    draft(context, "Another")
    entry = planned(context)[0]
    tray = page.findChildren(QListWidget)[0]
    drop(tray, packed(Carried(entry.post.id, entry.key)), QPoint(5, 5))
    assert not planned(context)
    assert tray.count() == 2


def test_what_comes_from_elsewhere_is_not_taken(page: CalendarPage, context: AppContext):
    plan(context)
    foreign, broken = QMimeData(), QMimeData()
    foreign.setText("file:///somewhere")
    broken.setData("application/x-socialcoach-plan", b'{"post": "x"')
    before = planned(context)
    for data in (foreign, broken):
        assert not drop(grid(page), data, QPoint(200, 200)).isAccepted()
    assert planned(context) == before


def test_nothing_is_dropped_into_the_past(
    page: CalendarPage, context: AppContext, notices: list[Notice]
):
    post = draft(context)
    box = grid(page).visualRect(square(page, date(2026, 11, 17)))
    drop(grid(page), packed(Carried(post)), box.center())
    assert not planned(context)
    assert "That time has passed" in notices[-1].text


def test_dropped_on_today_after_the_usual_hour_it_is_put_off_a_little(
    page: CalendarPage, context: AppContext, clock: Clock
):
    clock.advance(hours=5, minutes=7)
    post = draft(context)
    box = grid(page).visualRect(square(page, date(2026, 11, 22)))
    drop(grid(page), packed(Carried(post)), box.center())
    assert planned(context)[0].at == datetime(2026, 11, 22, 14, 30, tzinfo=UTC)


def test_a_draft_is_put_on_a_day_by_keyboard_alone(
    qtbot: QtBot, page: CalendarPage, context: AppContext
):
    post = draft(context)
    go_to(qtbot, page, TUESDAY)
    tray = page.findChildren(QListWidget)[0]
    qtbot.keyClick(tray, Qt.Key.Key_Down)
    assert find_button(page, "Put it on Tuesday, 24 November")
    qtbot.keyClick(tray, Qt.Key.Key_Return)
    assert planned(context)[0].post.id == post
