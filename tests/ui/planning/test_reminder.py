"""Reminders while the app runs, and what was due while it was closed."""

from __future__ import annotations

from datetime import date, time

import pytest
from PySide6.QtWidgets import QApplication, QSystemTrayIcon
from pytestqt.qtbot import QtBot

from socialcoach.core.planning.publication import PublicationStatus
from socialcoach.core.strategy.strategy import Strategy
from socialcoach.services.planning.planning_ahead import When
from socialcoach.ui.context import AppContext
from socialcoach.ui.hub import Notice
from socialcoach.ui.planning.calendar.reminder import Messages, Reminder
from tests.conftest import Clock


class Paper(Messages):
    """A system that shows notices, written down; ``works`` False plays one without them."""

    def __init__(self, context: AppContext) -> None:
        super().__init__(context)
        self.shown: list[tuple[str, str]] = []
        self.works = True

    def show_message(self, title: str, text: str) -> bool:
        if self.works:
            self.shown.append((title, text))
        return self.works


@pytest.fixture
def paper(context: AppContext) -> Paper:
    """The system's notices."""
    return Paper(context)


@pytest.fixture
def reminder(context: AppContext, bakery: Strategy, paper: Paper) -> Reminder:
    """The reminder of a bakery with a post at ten, not yet started."""
    post = context.services.drafting.new("Keep bread cut side down", platforms=("facebook",))
    when = When(date(2026, 11, 22), time(10))
    context.services.calendar.planning.plan(post.id, when, ready=True)
    return Reminder(context, paper)


def test_at_its_minute_the_owner_is_reminded_once_and_nothing_is_sent(
    reminder: Reminder, paper: Paper, clock: Clock, context: AppContext
):
    reminder.start()
    reminder.look()
    assert not paper.shown
    clock.advance(hours=1)
    reminder.look()
    reminder.look()
    assert paper.shown == [
        (
            "Time to post: Keep bread cut side down",
            "Planned for 10:00 world time on Facebook. It waits for you.",
        )
    ]
    (entry,) = context.services.calendar.reminders.missed()
    assert entry.publications[0].status is PublicationStatus.PLANNED
    reminder.stop()


def test_after_the_computer_slept_it_is_reminded_late_but_once_and_told_of_which_day(
    reminder: Reminder, paper: Paper, clock: Clock
):
    reminder.start()
    clock.advance(days=2)
    reminder.look()
    reminder.look()
    [(_title, text)] = paper.shown
    assert text.startswith("Planned for Sunday, 22 November, 10:00 world time on Facebook.")


def test_posts_due_at_once_are_all_named_and_the_way_leads_to_their_list(
    reminder: Reminder, paper: Paper, clock: Clock, notices: list[Notice], context: AppContext
):
    wanted: list[str] = []
    context.hub.page_wanted.connect(lambda page, _what: wanted.append(page))
    for name in ("Second", "Third", "Fourth"):
        post = context.services.drafting.new(name, platforms=("facebook",))
        when = When(date(2026, 11, 22), time(10))
        context.services.calendar.planning.plan(post.id, when, ready=True)
    reminder.start()
    clock.advance(hours=1)
    reminder.look()
    assert paper.shown == [
        ("Time for 4 posts", "Keep bread cut side down\nSecond\nThird\n+1 more\nThey wait for you.")
    ]
    paper.works = False
    clock.advance(days=-1)
    reminder.look()
    clock.advance(days=1)
    reminder.look()
    assert notices[-1].text == "Time for 4 posts"
    assert notices[-1].action is not None
    notices[-1].action()
    assert wanted == ["calendar"]


def test_a_clock_put_back_reminds_of_nothing_twice(reminder: Reminder, paper: Paper, clock: Clock):
    reminder.start()
    clock.advance(hours=2)
    reminder.look()
    clock.advance(minutes=-30)
    reminder.look()
    assert len(paper.shown) == 1


def test_without_notices_of_the_system_the_window_says_it(
    reminder: Reminder,
    paper: Paper,
    clock: Clock,
    notices: list[Notice],
    context: AppContext,
):
    wanted: list[tuple[str, object]] = []
    context.hub.page_wanted.connect(lambda page, what: wanted.append((page, what)))
    paper.works = False
    reminder.start()
    clock.advance(hours=2)
    reminder.look()
    assert notices[-1].text == "Time to post: Keep bread cut side down"
    assert notices[-1].action is not None
    notices[-1].action()
    post = context.services.calendar.reminders.missed()[0].post.id
    assert wanted == [("write", ("hand_over", post))]


def test_switched_off_it_keeps_quiet(
    reminder: Reminder, paper: Paper, clock: Clock, context: AppContext, notices: list[Notice]
):
    context.services.calendar.options.change(reminders=False)
    reminder.start()
    clock.advance(hours=2)
    reminder.look()
    assert not paper.shown
    assert not notices


def test_at_the_start_it_says_what_was_due(
    reminder: Reminder, paper: Paper, clock: Clock, notices: list[Notice], context: AppContext
):
    clock.advance(days=1)
    later = Reminder(context, paper)
    later.start()
    assert notices[-1].text == "1 post was due while the app was closed. Nothing was sent."
    later.look()
    assert not paper.shown


def test_no_sign_is_left_behind_where_there_is_no_tray(
    qtbot: QtBot, context: AppContext, qapp: QApplication
):
    messages = Messages(context)
    shown = messages.show_message("Time to post", "It waits for you.")
    assert shown is QSystemTrayIcon.isSystemTrayAvailable()
    messages.hide()
    assert not qapp.findChildren(QSystemTrayIcon)
