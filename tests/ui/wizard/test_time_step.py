"""Time a week and what it buys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from socialcoach.core.strategy.business import CanMake
from socialcoach.services.bundle import Services
from socialcoach.ui.wizard.wizard import Wizard
from tests.ui.pages_helpers import button, field, visible_text

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture(autouse=True)
def _at_time(wizard: Wizard) -> None:
    wizard.go_to_step("time")


def test_minutes_say_at_once_what_they_buy(qtbot: QtBot, wizard: Wizard):
    assert "Even half an hour is enough for one good post." in visible_text(wizard)
    qtbot.mouseClick(button(wizard, "1 hour 30 minutes"), LEFT)
    words = visible_text(wizard)
    assert "a week fit" in words
    assert "30 minutes stay for answering people." in words


def test_any_number_of_minutes_may_be_typed(qtbot: QtBot, wizard: Wizard, services: Services):
    qtbot.keyClicks(field(wizard, "Minutes a week, exactly"), "45")
    wizard.keep()
    assert services.planner.strategy().minutes_per_week == 45


def test_a_pill_and_the_exact_minutes_agree(qtbot: QtBot, wizard: Wizard):
    qtbot.mouseClick(button(wizard, "2 hours"), LEFT)
    assert field(wizard, "Minutes a week, exactly").text() == "120"
    field(wizard, "Minutes a week, exactly").clear()
    qtbot.keyClicks(field(wizard, "Minutes a week, exactly"), "30")
    assert button(wizard, "30 minutes").isChecked()
    assert not button(wizard, "2 hours").isChecked()


def test_what_the_owner_can_make_is_kept(qtbot: QtBot, wizard: Wizard, services: Services):
    for words in ("Photos", "Short videos", "A few words"):
        qtbot.mouseClick(button(wizard, words), LEFT)
    qtbot.mouseClick(button(wizard, "Photos"), LEFT)
    wizard.keep()
    assert services.planner.strategy().business.can_make == (
        CanMake.SHORT_WORDS,
        CanMake.SHORT_VIDEO,
    )
