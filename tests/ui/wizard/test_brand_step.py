"""Who you are: three words, a few promises."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from socialcoach.services.bundle import Services
from socialcoach.ui.wizard.wizard import Wizard
from tests.ui.pages_helpers import button, field, visible_text

LEFT = Qt.MouseButton.LeftButton
OWN_WORD = "Or a word of your own"


@pytest.fixture(autouse=True)
def _at_brand(wizard: Wizard) -> None:
    wizard.go_to_step("brand")


def pick(qtbot: QtBot, wizard: Wizard, *words: str) -> None:
    """Click on words."""
    for word in words:
        qtbot.mouseClick(button(wizard, word), LEFT)


def test_a_fourth_word_is_declined_kindly(qtbot: QtBot, wizard: Wizard, services: Services):
    pick(qtbot, wizard, "warm", "honest", "calm", "witty")
    assert "Three are easy to remember. Take one away first." in visible_text(wizard)
    wizard.keep()
    assert services.planner.strategy().brand.voice == ("warm", "honest", "calm")


def test_a_word_of_ones_own_is_added_with_enter(qtbot: QtBot, wizard: Wizard, services: Services):
    line = field(wizard, OWN_WORD)
    qtbot.keyClicks(line, "floury")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert wizard.step.step_id == "brand"
    assert button(wizard, "floury").isChecked()
    wizard.keep()
    assert services.planner.strategy().brand.voice == ("floury",)


def test_a_word_that_was_typed_but_not_added_is_not_lost(
    qtbot: QtBot, wizard: Wizard, services: Services
):
    qtbot.keyClicks(field(wizard, OWN_WORD), "floury")
    pick(qtbot, wizard, "Next")
    assert services.planner.strategy().brand.voice == ("floury",)


def test_promises_and_the_time_to_answer_are_kept(qtbot: QtBot, wizard: Wizard, services: Services):
    pick(qtbot, wizard, "We put mistakes right", "within 2 days")
    qtbot.keyClicks(field(wizard, "Words you would never use"), "cheap, hurry ,, unbeatable")
    wizard.keep()
    brand = services.planner.strategy().brand
    assert brand.expectations == ("We put mistakes right",)
    assert brand.reply_hours == 48
    assert brand.never_words == ("cheap", "hurry", "unbeatable")
