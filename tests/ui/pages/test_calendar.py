"""The calendar as an owner uses it: by mouse, by dragging and by keyboard."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QMimeData, QModelIndex, QPoint, QPointF, Qt
from PySide6.QtGui import QDragMoveEvent, QDropEvent
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QFileDialog, QListWidget, QTableView, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from socialcoach.core.changes import Changes
from socialcoach.core.planning.calendar_days import View
from socialcoach.core.planning.calendar_entry import Entry
from socialcoach.core.planning.calendar_status import EntryStatus
from socialcoach.core.planning.post import PostStatus, Verdict
from socialcoach.core.strategy.business import Business
from socialcoach.core.strategy.strategy import PlatformPurpose, Strategy
from socialcoach.services.bundle import Services
from socialcoach.services.planning.planning_ahead import When
from socialcoach.ui.context import AppContext
from socialcoach.ui.hub import Notice
from socialcoach.ui.pages.calendar import CalendarPage
from socialcoach.ui.planning.calendar.carrying import Carried, packed
from socialcoach.ui.planning.calendar.day_card import DayCard
from socialcoach.ui.widgets.day_field import DayField, TimeField
from tests.conftest import Clock
from tests.ui.conftest import RecordingDesktop
from tests.ui.pages_helpers import click, find_button, says, visible_buttons, visible_text

TUESDAY, WEDNESDAY, THURSDAY = (date(2026, 11, day) for day in (24, 25, 26))
TEN = time(10)


@pytest.fixture
def london(services: Services) -> Strategy:
    """A bakery in London that is through with the wizard."""
    strategy = Strategy(
        business=Business(name="Hill Street", country="GB", zone="Europe/London", trade="bakery"),
        minutes_per_week=90,
        platforms=(PlatformPurpose("facebook"), PlatformPurpose("instagram")),
    )
    services.planner.keep(strategy)
    services.planner.finish_wizard()
    return strategy


@pytest.fixture
def notices(context: AppContext) -> list[Notice]:
    """The short notices shown, the newest last."""
    found: list[Notice] = []
    context.hub.noticed.connect(found.append)
    return found


@pytest.fixture
def wanted(context: AppContext) -> list[tuple[str, object]]:
    """The pages that were asked for."""
    found: list[tuple[str, object]] = []
    context.hub.page_wanted.connect(lambda page, what: found.append((page, what)))
    return found


@pytest.fixture
def page(qtbot: QtBot, context: AppContext, london: Strategy) -> CalendarPage:
    """The calendar, open in a window."""
    made = CalendarPage(context)
    qtbot.addWidget(made)
    made.resize(1200, 900)
    made.show()
    qtbot.waitUntil(lambda: context.tasks.is_idle, timeout=30_000)
    return made


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
    wanted_words = f"{day.day} {day:%B}" + (f". {hour:02}:00" if hour is not None else "")
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


def test_a_hidden_post_is_counted_and_listed_beside_the_calendar(
    qtbot: QtBot, page: CalendarPage, context: AppContext
):
    for number in range(6):
        plan(context, TUESDAY, f"Post number {number}")
    go_to(qtbot, page, TUESDAY)
    for number in range(6):
        assert any(f"Post number {number}" in words for words in visible_buttons(page))


def test_the_day_on_which_it_sells_too_much_is_marked_and_mended_with_one_click(
    qtbot: QtBot, page: CalendarPage, context: AppContext
):
    for day in (TUESDAY, THURSDAY):
        post = plan(context, day, f"Order now for {day:%A}")
        context.services.drafting.keep_verdict(post, Verdict.SELLING)
    context.hub.tell(Changes.DRAFTS)
    says(qtbot, page, "“Order now for Thursday” sells, and so does the post before it.")
    assert "A lot of selling" in spoken(square(page, THURSDAY))
    assert "A lot of selling" not in spoken(square(page, TUESDAY))
    name = next(one for one in visible_buttons(page) if one == "Put it there")
    click(qtbot, page, name)
    assert "A lot of selling" not in spoken(square(page, THURSDAY))
    assert "Idea" in spoken(square(page, WEDNESDAY))


def test_an_idea_is_written_from_its_place(
    qtbot: QtBot, page: CalendarPage, context: AppContext, wanted: list[tuple[str, object]]
):
    context.services.calendar.pacing.fill()
    context.hub.tell(Changes.DRAFTS)
    entry = planned(context)[0]
    go_to(qtbot, page, entry.at.date())
    press(qtbot, page, Qt.Key.Key_Down)
    click(qtbot, page, "Write it")
    assert wanted == [("write", entry.post.id)]
    post = context.services.drafting.draft(entry.post.id)
    assert post.status is PostStatus.DRAFT
    assert post.text


def test_what_was_due_while_the_app_was_closed_is_asked_about_and_not_sent(
    qtbot: QtBot,
    context: AppContext,
    london: Strategy,
    clock: Clock,
    wanted: list[tuple[str, object]],
):
    post = plan(context)
    clock.advance(days=4)
    context.services.calendar.reminders.opened_at = clock.now()
    made = CalendarPage(context)
    qtbot.addWidget(made)
    made.resize(1200, 900)
    made.show()
    says(qtbot, made, "These were due while the app was closed")
    says(qtbot, made, "Tuesday, 24 November, 10:00 London time, Facebook")
    click(qtbot, made, "Post now: Keep bread cut side down")
    assert wanted == [("write", ("hand_over", post))]


@pytest.fixture
def missed(page: CalendarPage, context: AppContext, clock: Clock) -> CalendarPage:
    """The calendar four days later, with a post whose time has passed."""
    plan(context)
    clock.advance(days=4)
    context.hub.tell(Changes.DRAFTS)
    return page


def test_a_missed_post_is_given_another_day(
    qtbot: QtBot, missed: CalendarPage, context: AppContext
):
    click(qtbot, missed, "Move to another day: Keep bread cut side down")
    click(qtbot, missed, "Move it")
    assert planned(context)[0].at == datetime(2026, 11, 26, 10, tzinfo=UTC)
    assert "These are due" not in visible_text(missed)


def test_a_missed_post_is_left_alone_and_asked_about_again_after_undo(
    qtbot: QtBot, missed: CalendarPage, notices: list[Notice]
):
    says(qtbot, missed, "These are due")
    click(qtbot, missed, "Leave it: Keep bread cut side down")
    assert "These are due" not in visible_text(missed)
    assert "Missed" in spoken(square(missed, TUESDAY))
    assert notices[-1].action is not None
    notices[-1].action()
    says(qtbot, missed, "These are due")


def test_after_moving_house_the_owner_says_whether_ten_stays_ten(
    qtbot: QtBot, page: CalendarPage, context: AppContext, london: Strategy
):
    plan(context)
    business = replace(london.business, zone="America/New_York")
    context.hub.tell(context.services.planner.keep(replace(london, business=business)))
    says(qtbot, page, "1 planned post was set by London time.")
    click(qtbot, page, "Keep the hour: 10:00 stays 10:00")
    assert planned(context)[0].at == datetime(2026, 11, 24, 15, tzinfo=UTC)
    assert "Your clocks have changed" not in visible_text(page)


@pytest.mark.parametrize("view", ["Month", "Week", "List"])
def test_whose_clocks_the_times_are_by_stands_over_every_page(
    qtbot: QtBot, page: CalendarPage, view: str
):
    click(qtbot, page, view)
    says(qtbot, page, "London time")


def test_the_posts_of_a_day_are_listed_with_the_zone_of_their_times(
    page: CalendarPage, context: AppContext
):
    plan(context)
    page.open_item(TUESDAY)
    (card,) = [one for one in page.findChildren(DayCard) if one.isVisible()]
    assert "London time" in visible_text(card)
    assert find_button(card, "10:00  Keep bread cut side down") is not None


def test_the_plan_is_saved_for_another_calendar_without_a_blocking_dialog(
    qtbot: QtBot,
    page: CalendarPage,
    context: AppContext,
    desktop: RecordingDesktop,
    notices: list[Notice],
    tmp_path: Path,
):
    plan(context)
    click(qtbot, page, "For another calendar")
    (dialog,) = page.findChildren(QFileDialog)
    file = tmp_path / "plan.ics"
    dialog.fileSelected.emit(str(file))
    qtbot.waitUntil(lambda: bool(notices), timeout=30_000)
    assert notices[-1].text == "1 planned post is in plan.ics."
    assert b"Keep bread" in file.read_bytes()
    dialog.close()


def test_an_hour_that_does_not_exist_is_said(
    page: CalendarPage, context: AppContext, notices: list[Notice]
):
    plan(context, date(2027, 3, 27))
    entry = planned(context)[0]
    context.services.calendar.planning.move(entry, When(date(2027, 3, 27), time(1, 30)))
    page.open_item(date(2027, 3, 27))
    entry = planned(context)[0]
    box = grid(page).visualRect(square(page, date(2027, 3, 28)))
    drop(grid(page), packed(Carried(entry.post.id, entry.key)), box.center())
    assert "that time does not exist. It became 02:30 London time." in notices[-1].text


def test_a_page_of_another_year_at_the_end_of_the_world_is_no_trouble(
    qtbot: QtBot, page: CalendarPage, context: AppContext, london: Strategy
):
    for zone in ("Pacific/Kiritimati", "Pacific/Pago_Pago"):
        business = replace(london.business, zone=zone)
        context.hub.tell(context.services.planner.keep(replace(london, business=business)))
        today = context.services.planner.today()
        click(qtbot, page, "Today")
        plan(context, today + timedelta(days=1), f"Hello {zone}")
        assert f"Hello {zone}" in spoken(square(page, today + timedelta(days=1)))
