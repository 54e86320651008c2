"""What may come of it, as an owner uses it."""

from __future__ import annotations

import re

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from socialcoach.core.strategy.strategy import Strategy
from socialcoach.ui.context import AppContext
from socialcoach.ui.pages.progress import ProgressPage
from tests.ui.pages_helpers import click, field, says, visible_text
from tests.ui.progress_helpers import open_progress, six_months

BUY = "Of 100 who visit, how many buy?"


def opened(context: AppContext, qtbot: QtBot) -> ProgressPage:
    """Open the page and the panel."""
    six_months(context.services)
    page = open_progress(context, qtbot)
    click(qtbot, page, "What may come of it")
    return page


def retype(page: ProgressPage, question: str, text: str, qtbot: QtBot) -> None:
    """Write something else into a field."""
    line = field(page, question)
    line.setFocus()
    qtbot.keyClick(line, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(line, text)


def test_the_answer_is_a_range_and_no_promise(
    context: AppContext, bakery: Strategy, qtbot: QtBot
) -> None:
    words = visible_text(opened(context, qtbot))
    assert re.search(
        r"In 6 months perhaps between \d+ and \d+ new customers, most likely about \d+\.", words
    )
    assert "never turn into sales one to one" in words


def test_own_figures_are_filled_in_and_guesses_are_called_guesses(
    context: AppContext, bakery: Strategy, qtbot: QtBot
) -> None:
    page = opened(context, qtbot)
    assert field(page, "Posts a month").text() == "12"
    assert field(page, "People who see each").text() == "1000"
    assert field(page, BUY).accessibleDescription() == "A guess of ours. Please overwrite it."
    assert field(page, "Posts a month").accessibleDescription() == "From your own posts."


def test_what_is_typed_changes_the_answer_and_is_there_again(
    context: AppContext, bakery: Strategy, qtbot: QtBot
) -> None:
    page = opened(context, qtbot)
    retype(page, BUY, "0", qtbot)
    says(qtbot, page, "In 6 months probably no new customer.")
    click(qtbot, page, "What may come of it")
    assert field(page, BUY).text() == "0"
    click(qtbot, page, "Back to the figures of the start")
    assert field(page, BUY).text() == "10"


def test_another_stretch_of_time_is_worked_out(
    context: AppContext, bakery: Strategy, qtbot: QtBot
) -> None:
    page = opened(context, qtbot)
    click(qtbot, page, "12 months")
    says(qtbot, page, "In 12 months perhaps between")


def test_more_than_all_is_refused_in_words(
    context: AppContext, bakery: Strategy, qtbot: QtBot
) -> None:
    page = opened(context, qtbot)
    retype(page, BUY, "250", qtbot)
    says(qtbot, page, "“250” is not a figure that fits here.")
