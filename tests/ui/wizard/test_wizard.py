"""The first run: walking, going back, being interrupted, and leaving early."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from socialcoach.core.strategy.business import CanMake
from socialcoach.services.bundle import Services
from socialcoach.ui.context import AppContext
from socialcoach.ui.wizard.wizard import Wizard
from tests.ui.pages_helpers import button, field, visible_buttons, visible_text

LEFT = Qt.MouseButton.LeftButton
NAME = "What is your business called?"


def press(qtbot: QtBot, wizard: Wizard, words: str) -> None:
    """Click a button by its words."""
    qtbot.mouseClick(button(wizard, words), LEFT)


def answer(qtbot: QtBot, wizard: Wizard, question: str, words: str) -> QLineEdit:
    """Type an answer."""
    line = field(wizard, question)
    qtbot.keyClicks(line, words)
    return line


def test_it_opens_with_a_welcome_that_says_how_long_it_takes(wizard: Wizard):
    words = visible_text(wizard)
    assert "Step 1 of 7 · five minutes in all" in words
    assert "All of it stays on this computer" in words
    assert "Back" not in visible_buttons(wizard)


def test_an_owner_walks_from_welcome_to_a_first_draft(
    qtbot: QtBot, wizard: Wizard, services: Services
):
    press(qtbot, wizard, "Let us begin")
    answer(qtbot, wizard, NAME, "Rosa's Bakery")
    answer(qtbot, wizard, "What do you do?", "baker")
    answer(qtbot, wizard, "Who are your customers?", "Families on the hill")
    press(qtbot, wizard, "50–64")
    press(qtbot, wizard, "Next")
    press(qtbot, wizard, "warm")
    press(qtbot, wizard, "Every question is welcome")
    press(qtbot, wizard, "Next")
    answer(qtbot, wizard, "What should change for your business?", "more people on weekdays")
    press(qtbot, wizard, "More people nearby should know us and come")
    press(qtbot, wizard, "That is my goal")
    press(qtbot, wizard, "1 hour 30 minutes")
    press(qtbot, wizard, "Photos")
    press(qtbot, wizard, "Next")
    press(qtbot, wizard, "These are my places")
    assert "Here is your plan, on one page" in visible_text(wizard)
    with qtbot.waitSignal(wizard.finished) as left:
        press(qtbot, wizard, "Write this")
    assert left.args == ["write"]
    strategy = services.planner.strategy()
    assert strategy.is_complete
    assert strategy.business.trade == "bakery"
    assert strategy.business.can_make == (CanMake.PHOTOS,)
    assert strategy.goal.target == 8
    assert len(services.drafting.drafts()) == 1
    assert services.planner.wizard_is_done()


@pytest.mark.parametrize("step", Wizard.step_ids())
def test_after_a_power_cut_it_opens_where_it_was(
    wizard: Wizard, start_again: Callable[[], Wizard], step: str
):
    wizard.go_to_step(step)
    assert start_again().step.step_id == step


def test_a_word_typed_before_a_power_cut_is_still_there(
    qtbot: QtBot, wizard: Wizard, services: Services, start_again: Callable[[], Wizard]
):
    wizard.go_to_step("about")
    answer(qtbot, wizard, NAME, "Hill Street")
    qtbot.waitUntil(
        lambda: services.planner.strategy().business.name == "Hill Street", timeout=1000
    )
    assert field(start_again(), NAME).text() == "Hill Street"


def test_typing_on_and_on_does_not_put_the_keeping_off(
    qtbot: QtBot, wizard: Wizard, services: Services
):
    wizard.go_to_step("about")
    line = field(wizard, NAME)

    def type_on_until_kept() -> bool:
        qtbot.keyClicks(line, "a")
        return services.planner.strategy().business.name != ""

    qtbot.waitUntil(type_on_until_kept, timeout=2000)


def test_going_back_and_forth_loses_nothing(qtbot: QtBot, wizard: Wizard):
    wizard.go_to_step("about")
    answer(qtbot, wizard, NAME, "Hill Street Bakery")
    answer(qtbot, wizard, "Your first name", "Ana")
    press(qtbot, wizard, "Anywhere")
    press(qtbot, wizard, "Next")
    answer(qtbot, wizard, "What do you stand for?", "Bread takes time")
    press(qtbot, wizard, "Back")
    assert field(wizard, NAME).text() == "Hill Street Bakery"
    assert field(wizard, "Your first name").text() == "Ana"
    assert button(wizard, "Anywhere").isChecked()
    press(qtbot, wizard, "Next")
    assert field(wizard, "What do you stand for?").text() == "Bread takes time"


def test_every_step_can_be_skipped(qtbot: QtBot, wizard: Wizard):
    for words in ("Let us begin", "Next", "Next", "Next", "Next", "These are my places"):
        press(qtbot, wizard, words)
    assert "Here is your plan, on one page" in visible_text(wizard)


def test_later_keeps_the_last_letter_and_leaves_for_the_plan(
    qtbot: QtBot, wizard: Wizard, services: Services
):
    wizard.go_to_step("about")
    answer(qtbot, wizard, NAME, "Hill")
    with qtbot.waitSignal(wizard.finished) as left:
        press(qtbot, wizard, "Later")
    assert left.args == ["my_plan"]
    assert services.planner.strategy().business.name == "Hill"
    assert services.planner.wizard_is_done()


def test_hiding_the_window_keeps_the_last_letter(qtbot: QtBot, wizard: Wizard, services: Services):
    wizard.go_to_step("about")
    answer(qtbot, wizard, NAME, "Hill")
    wizard.hide()
    assert services.planner.strategy().business.name == "Hill"


def test_enter_goes_on_and_alt_left_goes_back(qtbot: QtBot, wizard: Wizard):
    qtbot.waitActive(wizard)
    wizard.go_to_step("about")
    qtbot.keyClick(wizard.focusWidget(), Qt.Key.Key_Return)
    assert wizard.step.step_id == "brand"
    qtbot.keyClick(wizard, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert wizard.step.step_id == "about"


def test_enter_on_a_button_presses_that_button(qtbot: QtBot, wizard: Wizard):
    wizard.go_to_step("brand")
    back = button(wizard, "Back")
    back.setFocus()
    qtbot.keyClick(back, Qt.Key.Key_Return)
    assert wizard.step.step_id == "about"


@pytest.mark.parametrize("step", Wizard.step_ids())
def test_the_keyboard_lands_inside_each_step(qtbot: QtBot, wizard: Wizard, step: str):
    wizard.go_to_step(step)
    focus = wizard.focusWidget()
    assert focus is not None
    if step != "welcome":
        assert wizard.step.isAncestorOf(focus)


@pytest.mark.parametrize("step", Wizard.step_ids())
def test_tab_reaches_the_main_button_of_each_step(qtbot: QtBot, wizard: Wizard, step: str):
    qtbot.waitActive(wizard)
    wizard.go_to_step(step)
    onward = button(wizard, wizard.step.next_words())
    for _press in range(80):
        if wizard.focusWidget() is onward:
            return
        qtbot.keyClick(wizard.focusWidget(), Qt.Key.Key_Tab)
    pytest.fail("the main button cannot be reached with Tab")


def test_why_do_you_ask_is_answered_in_place(qtbot: QtBot, wizard: Wizard):
    wizard.go_to_step("goal")
    assert "worth it" not in visible_text(wizard)
    press(qtbot, wizard, "Why do you ask?")
    assert "whether the work was worth it" in visible_text(wizard)
    press(qtbot, wizard, "Hide the reason")
    assert "worth it" not in visible_text(wizard)


def test_who_is_nervous_gets_the_reasons_unasked(qtbot: QtBot, wizard: Wizard):
    wizard.go_to_step("about")
    press(qtbot, wizard, "They make me nervous")
    press(qtbot, wizard, "Next")
    assert "Hide the reason" in visible_buttons(wizard)


def test_who_is_at_ease_sees_fewer_explanations(qtbot: QtBot, wizard: Wizard):
    wizard.go_to_step("about")
    assert "Your own word is fine too." in visible_text(wizard)
    press(qtbot, wizard, "I am at ease")
    qtbot.waitUntil(lambda: "Your own word is fine too." not in visible_text(wizard))


def test_a_finished_owner_who_changes_one_thing_can_go_straight_back(
    qtbot: QtBot, context: AppContext
):
    context.services.planner.finish_wizard()
    wizard = Wizard(context)
    qtbot.addWidget(wizard)
    wizard.show()
    wizard.go_to_step("time")
    with qtbot.waitSignal(wizard.finished) as left:
        press(qtbot, wizard, "Back to my plan")
    assert left.args == ["my_plan"]


def test_an_unknown_step_opens_the_first(wizard: Wizard):
    wizard.go_to_step("no such step")
    assert wizard.step.step_id == "welcome"
