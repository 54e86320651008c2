"""Pills: choosing one or several with mouse and keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from socialcoach.ui.widgets.pills import Pills
from tests.ui.pages_helpers import button

LEFT = Qt.MouseButton.LeftButton
AGES = [("18-29", "18–29"), ("30-49", "30–49"), ("65+", "65+")]


def shown(qtbot: QtBot, pills: Pills) -> Pills:
    """Show pills in a window."""
    qtbot.addWidget(pills)
    pills.resize(600, 80)
    pills.show()
    return pills


def click(qtbot: QtBot, pills: QWidget, words: str) -> None:
    """Click on a pill."""
    qtbot.mouseClick(button(pills, words), LEFT)


def test_one_choice_replaces_another(qtbot: QtBot):
    pills = shown(qtbot, Pills(AGES))
    click(qtbot, pills, "18–29")
    with qtbot.waitSignal(pills.changed):
        click(qtbot, pills, "65+")
    assert pills.chosen == ("65+",)


def test_several_can_be_chosen_and_taken_back(qtbot: QtBot):
    pills = shown(qtbot, Pills(AGES, many=True))
    for words in ("65+", "18–29", "30–49", "18–29"):
        click(qtbot, pills, words)
    assert pills.chosen == ("30-49", "65+")


def test_one_more_than_the_most_is_refused(qtbot: QtBot):
    pills = shown(qtbot, Pills(AGES, many=True, most=2))
    click(qtbot, pills, "18–29")
    click(qtbot, pills, "30–49")
    with qtbot.waitSignal(pills.refused), qtbot.assertNotEmitted(pills.changed):
        click(qtbot, pills, "65+")
    assert pills.chosen == ("18-29", "30-49")


def test_showing_a_choice_says_nothing(qtbot: QtBot):
    pills = shown(qtbot, Pills(AGES))
    with qtbot.assertNotEmitted(pills.changed):
        pills.choose(["30-49"])
    assert pills.chosen == ("30-49",)


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Select])
def test_the_keyboard_chooses(qtbot: QtBot, key: Qt.Key):
    pills = shown(qtbot, Pills(AGES, many=True))
    pill = button(pills, "30–49")
    pill.setFocus()
    qtbot.keyClick(pill, key)
    assert pills.chosen == ("30-49",)


def test_each_pill_is_read_with_its_question(qtbot: QtBot):
    pills = shown(qtbot, Pills(AGES))
    pills.setAccessibleName("How old are most of them?")
    pill = button(pills, "65+")
    assert pill.accessibleName() == "65+"
    assert pill.accessibleDescription() == "How old are most of them?"


def test_many_pills_wrap_and_stay_inside(qtbot: QtBot):
    pills = Pills([(str(n), f"choice number {n}") for n in range(12)])
    holder = shown(qtbot, pills)
    holder.resize(300, pills.heightForWidth(300))
    rights = [button(pills, f"choice number {n}").geometry().right() for n in range(12)]
    assert max(rights) <= 300
