"""What the calendar takes care of: too much selling, missed posts, clocks, other calendars."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTime
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from socialcoach.core.changes import Changes
from socialcoach.core.planning.post import PostStatus, Verdict
from socialcoach.core.strategy.strategy import Strategy
from socialcoach.services.planning.planning_ahead import When
from socialcoach.services.settings import Look
from socialcoach.ui.context import AppContext
from socialcoach.ui.hub import Notice
from socialcoach.ui.pages.calendar import CalendarPage
from socialcoach.ui.planning.calendar.carrying import Carried, packed
from socialcoach.ui.planning.calendar.day_card import DayCard
from socialcoach.ui.planning.calendar.due_panel import DuePanel
from socialcoach.ui.widgets.day_field import DayField, TimeField
from tests.conftest import Clock
from tests.ui.conftest import RecordingDesktop
from tests.ui.pages.calendar.desk import (
    THURSDAY,
    TUESDAY,
    WEDNESDAY,
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


def test_the_form_for_another_day_is_brought_into_sight_in_large_text(
    qtbot: QtBot, missed: CalendarPage, context: AppContext
):
    context.theme.put_on(Look.LIGHT, 200)
    missed.resize(1000, 700)
    click(qtbot, missed, "Move to another day: Keep bread cut side down")

    def is_in_sight() -> bool:
        [day] = [one for one in missed.findChildren(DayField) if one.isVisible()]
        return day.visibleRegion().boundingRect().height() == day.height()

    qtbot.waitUntil(is_in_sight)


def test_on_a_card_with_many_buttons_too_the_form_for_another_day_comes_into_sight(
    qtbot: QtBot, page: CalendarPage, context: AppContext
):
    entry_key = planned_key(context)
    context.theme.put_on(Look.LIGHT, 200)
    page.resize(1100, 560)
    page.open_item(("move", entry_key))
    qtbot.waitUntil(lambda: is_in_sight(page))


def test_the_form_for_another_day_stays_in_sight_when_something_appears_above(
    qtbot: QtBot, page: CalendarPage, context: AppContext, clock: Clock
):
    key = planned_key(context)
    due_soon = context.services.drafting.new("Due soon", platforms=("facebook",)).id
    context.services.calendar.planning.plan(due_soon, When(date(2026, 11, 22), time(12)))
    page.resize(700, 600)
    page.open_item(("move", key))
    qtbot.waitUntil(lambda: is_in_sight(page))
    clock.advance(hours=5)
    context.hub.tell(Changes.DRAFTS)
    says(qtbot, page, "Nothing was sent. You decide about each.")
    panel = page.findChildren(DuePanel)[0]
    qtbot.waitUntil(lambda: panel.height() > 60 and is_in_sight(page))


def is_in_sight(page: CalendarPage) -> bool:
    """Whether the whole button that ends the form can be seen."""
    button = find_button(page, "Move it")
    return button is not None and button.visibleRegion().boundingRect() == button.rect()


def test_what_is_filled_in_for_another_day_outlives_a_page_drawn_again(
    qtbot: QtBot, page: CalendarPage, context: AppContext
):
    page.open_item(("move", planned_key(context)))
    (clock,) = [one for one in page.findChildren(TimeField) if one.isVisible()]
    clock.setTime(QTime(18, 30))
    context.services.drafting.new("Something else")
    context.hub.tell(Changes.DRAFTS)
    click(qtbot, page, "Move it")
    (entry,) = planned(context)
    assert entry.at == datetime(2026, 11, 24, 18, 30, tzinfo=UTC)


def planned_key(context: AppContext) -> tuple[int, ...]:
    """Plan a post and return what tells its entry from others."""
    plan(context, TUESDAY)
    (entry,) = planned(context)
    return entry.key


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
