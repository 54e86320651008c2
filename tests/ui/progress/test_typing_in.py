"""Typing in a month's numbers, as an owner without an export does."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from socialcoach.core.progress.typed_month import TypedMonth
from socialcoach.core.strategy.strategy import Strategy
from socialcoach.ui.context import AppContext
from socialcoach.ui.hub import Notice
from socialcoach.ui.pages.progress import ProgressPage
from tests.ui.pages_helpers import choice, click, field, says, visible_text
from tests.ui.progress_helpers import open_progress, six_months

OCTOBER = {
    "Posts": "12",
    "People reached": "2,400",
    "Responses": "96",
    "New followers": "5",
    "Minutes": "90",
}


def type_in(page: ProgressPage, numbers: dict[str, str], qtbot: QtBot) -> None:
    """Fill the form, which opens with the last full month on the first platform, and keep it."""
    for name, typed in numbers.items():
        line = field(page, name)
        line.setFocus()
        qtbot.keyClick(line, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        qtbot.keyClick(line, Qt.Key.Key_Delete)
        qtbot.keyClicks(line, typed)
    click(qtbot, page, "Keep the numbers")


def test_five_numbers_fill_the_empty_page(
    context: AppContext, bakery: Strategy, qtbot: QtBot
) -> None:
    page = open_progress(context, qtbot)
    click(qtbot, page, "Type in numbers")
    type_in(page, OCTOBER, qtbot)
    says(qtbot, page, "In October 40 of every 1,000 people who saw a post did something with it.")
    says(qtbot, page, "Typed in by hand: Facebook in October.")
    says(qtbot, page, "12 posts, 2,400 reached, 96 responses, 5 new followers, 1 h 30 min")
    says(qtbot, page, "In October it took 1 h 30 min.")
    says(qtbot, page, "The numbers typed in do not say which posts were selling.")


def test_figures_of_posts_are_not_overruled(
    context: AppContext, bakery: Strategy, qtbot: QtBot
) -> None:
    six_months(context.services)
    context.services.typing_in.keep(TypedMonth("facebook", "2026-10", 12, 1200, 600))
    page = open_progress(context, qtbot)
    assert "In October 46 of every 1,000 people" in visible_text(page)
    assert "Typed in by hand" not in visible_text(page)


def test_typed_numbers_are_there_again_and_an_emptied_month_is_gone(
    context: AppContext, bakery: Strategy, qtbot: QtBot
) -> None:
    six_months(context.services)
    kept = TypedMonth("instagram", "2026-09", 8, 900, 30)
    context.services.typing_in.keep(kept)
    notices: list[Notice] = []
    context.hub.noticed.connect(notices.append)
    page = open_progress(context, qtbot)
    click(qtbot, page, "Type in numbers")
    choice(page, "Which platform?").setCurrentIndex(1)
    choice(page, "Which month?").setCurrentIndex(1)
    assert field(page, "People reached").text() == "900"
    type_in(page, dict.fromkeys(OCTOBER, ""), qtbot)
    assert context.services.typing_in.all() == []
    assert notices[0].action is not None
    notices[0].action()
    assert context.services.typing_in.all() == [kept]
    assert field(page, "People reached").text() == "900"
    qtbot.waitUntil(lambda: context.tasks.is_idle, timeout=20_000)


def test_what_is_no_whole_number_is_refused_in_words(
    context: AppContext, bakery: Strategy, qtbot: QtBot
) -> None:
    page = open_progress(context, qtbot)
    click(qtbot, page, "Type in numbers")
    type_in(page, {"Posts": "12.5"}, qtbot)
    says(qtbot, page, "“12.5” is not a whole number.")
    assert context.services.typing_in.all() == []
