"""Was it worth it: the card, and noting minutes."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from socialcoach.core.strategy.strategy import Strategy
from socialcoach.services.bundle import Services
from socialcoach.ui.context import AppContext
from socialcoach.ui.hub import Notice
from tests.ui.pages_helpers import choice, click, field, says, visible_text
from tests.ui.progress_helpers import open_progress, six_months


def october_on_two_platforms(services: Services) -> None:
    """Note six hours and five customers on Facebook; ten hours and none on Instagram."""
    six_months(services)
    for day in range(1, 6):
        services.effort.note_minutes(date(2026, 10, day), "facebook", 54, "noted")
        services.effort.note_minutes(date(2026, 10, day), "instagram", 120, "noted")
        services.effort.note_found_us(date(2026, 10, day), "facebook")


def test_each_platform_gets_advice_with_reasons(
    context: AppContext, bakery: Strategy, qtbot: QtBot
) -> None:
    october_on_two_platforms(context.services)
    page = open_progress(context, qtbot)
    says(qtbot, page, "Facebook: Keep it up")
    says(qtbot, page, "Instagram: Perhaps less time here")
    says(qtbot, page, "It brings fewer of your new customers than its share of time.")
    says(qtbot, page, "need not be cause and effect")


def test_little_time_is_too_early_to_say(
    context: AppContext, bakery: Strategy, qtbot: QtBot
) -> None:
    six_months(context.services)
    says(qtbot, open_progress(context, qtbot), "Facebook: Too early to say")


def test_minutes_are_noted_and_taken_back(
    context: AppContext, bakery: Strategy, qtbot: QtBot
) -> None:
    six_months(context.services)
    notices: list[Notice] = []
    context.hub.noticed.connect(notices.append)
    page = open_progress(context, qtbot)
    click(qtbot, page, "Note minutes spent")
    choice(page, "Platform").setCurrentIndex(1)
    qtbot.keyClicks(field(page, "Minutes"), "45")
    qtbot.keyClick(field(page, "Minutes"), Qt.Key.Key_Return)
    today = context.services.planner.today()
    assert context.services.effort.minutes_this_week(today) == 45
    assert notices[0].text == "Noted: 45 min for Instagram."
    assert notices[0].action is not None
    notices[0].action()
    assert context.services.effort.minutes_this_week(today) == 0
    qtbot.waitUntil(lambda: context.tasks.is_idle, timeout=20_000)


def test_what_is_no_number_of_minutes_is_refused_in_words(
    context: AppContext, bakery: Strategy, qtbot: QtBot
) -> None:
    six_months(context.services)
    page = open_progress(context, qtbot)
    click(qtbot, page, "Note minutes spent")
    qtbot.keyClicks(field(page, "Minutes"), "an hour")
    click(qtbot, page, "Note the time")
    says(qtbot, page, "Write the minutes as a whole number from 1 to 1440.")


def test_a_timer_counts_and_the_owner_has_the_last_word(
    context: AppContext, bakery: Strategy, qtbot: QtBot
) -> None:
    six_months(context.services)
    page = open_progress(context, qtbot)
    click(qtbot, page, "Note minutes spent")
    choice(page, "Platform").setCurrentIndex(1)
    click(qtbot, page, "Start a timer")
    says(qtbot, page, "The timer runs for Instagram since 09:00 world time.")
    click(qtbot, page, "Close “Minutes spent”")
    click(qtbot, page, "Note minutes spent")
    click(qtbot, page, "Stop the timer")
    assert field(page, "Minutes").text() == "1"
    assert choice(page, "Platform").currentText() == "Instagram"
    today = context.services.planner.today()
    assert context.services.effort.minutes_this_week(today) == 0
    click(qtbot, page, "Note the time")
    assert context.services.effort.minutes_this_week(today) == 1
    settle(context, qtbot)


def test_measured_minutes_are_put_right_and_that_can_be_undone(
    context: AppContext, bakery: Strategy, qtbot: QtBot
) -> None:
    six_months(context.services)
    today = context.services.planner.today()
    context.services.effort.note_minutes(today, "facebook", 50, "writing")
    notices: list[Notice] = []
    context.hub.noticed.connect(notices.append)
    page = open_progress(context, qtbot)
    click(qtbot, page, "Note minutes spent")
    line = field(page, "Today, Facebook, while writing")
    line.selectAll()
    qtbot.keyClicks(line, "20")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert context.services.effort.minutes_this_week(today) == 20
    assert notices[0].text == "Now 20 min for Facebook."
    assert notices[0].action is not None
    notices[0].action()
    assert context.services.effort.minutes_writing(today, today) == 50
    settle(context, qtbot)
    assert field(page, "Today, Facebook, while writing").text() == "50"


def test_what_is_no_figure_leaves_the_noted_minutes_as_they_were(
    context: AppContext, bakery: Strategy, qtbot: QtBot
) -> None:
    six_months(context.services)
    today = context.services.planner.today()
    context.services.effort.note_minutes(today, "facebook", 50, "noted")
    page = open_progress(context, qtbot)
    click(qtbot, page, "Note minutes spent")
    line = field(page, "Today, Facebook")
    line.selectAll()
    qtbot.keyClicks(line, "ten")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert line.text() == "50"
    assert context.services.effort.minutes_this_week(today) == 50


def settle(context: AppContext, qtbot: QtBot) -> None:
    """Wait until nothing is under way."""
    qtbot.waitUntil(lambda: context.tasks.is_idle, timeout=20_000)


def test_the_panel_closes(context: AppContext, bakery: Strategy, qtbot: QtBot) -> None:
    six_months(context.services)
    page = open_progress(context, qtbot)
    click(qtbot, page, "Note minutes spent")
    click(qtbot, page, "Close “Minutes spent”")
    assert "Minutes spent" not in visible_text(page)
