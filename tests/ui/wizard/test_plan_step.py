"""The plan on one page and the first three posts."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from socialcoach.core.strategy.strategy import Strategy
from socialcoach.services.bundle import Services
from socialcoach.ui.context import AppContext
from socialcoach.ui.wizard.wizard import Wizard
from tests.ui.pages_helpers import button, visible_buttons, visible_text

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture(autouse=True)
def _at_plan(bakery: Strategy, wizard: Wizard) -> None:
    wizard.go_to_step("plan")


def test_three_ideas_are_ready_to_write(wizard: Wizard):
    assert visible_buttons(wizard).count("Write this") == 3


def test_writing_one_makes_a_draft_with_its_first_line(
    qtbot: QtBot, wizard: Wizard, services: Services, context: AppContext
):
    wanted: list[tuple[str, object]] = []
    context.hub.page_wanted.connect(lambda page, what: wanted.append((page, what)))
    qtbot.mouseClick(button(wizard, "Write this"), LEFT)
    draft = services.drafting.drafts()[0]
    assert draft.text
    assert draft.idea
    assert set(draft.platforms) <= {"facebook", "instagram"}
    assert wanted == [("write", draft.id)]


def test_the_plan_says_what_is_still_open(wizard: Wizard):
    words = visible_text(wizard)
    assert "Hill Street Bakery" in words
    assert "Still open: What shall we count, and until when?" in words


def test_the_end_leads_to_my_plan(qtbot: QtBot, wizard: Wizard):
    with qtbot.waitSignal(wizard.finished) as left:
        qtbot.mouseClick(button(wizard, "Open my plan"), LEFT)
    assert left.args == ["my_plan"]
