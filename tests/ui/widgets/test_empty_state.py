"""An empty page says what will stand there and offers one way on."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from socialcoach.services.settings import Look
from socialcoach.ui.context import AppContext
from socialcoach.ui.widgets.buttons import Button
from socialcoach.ui.widgets.empty_state import EmptyState
from tests.ui.pages_helpers import click, visible_text


def test_it_says_what_will_be_here_and_its_button_works(qtbot: QtBot, context: AppContext):
    done: list[str] = []
    start = Button("Start a post", lambda: done.append("started"))
    made = EmptyState(context.theme, "ph.pencil-simple", "Nothing yet", "It will be here.", start)
    qtbot.addWidget(made)
    made.show()
    assert visible_text(made).splitlines() == ["Nothing yet", "It will be here."]
    click(qtbot, made, "Start a post")
    assert done == ["started"]


def test_it_can_do_without_a_button_and_follows_the_look(qtbot: QtBot, context: AppContext):
    made = EmptyState(context.theme, "ph.pencil-simple", "Nothing yet", "It will be here.")
    qtbot.addWidget(made)
    made.show()
    before = made.sizeHint().height()
    context.theme.put_on(Look.DARK, 200)
    qtbot.waitUntil(lambda: made.sizeHint().height() > before)
