"""The goal: likes are questioned, an aim is chosen, a figure and a day make it real."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from socialcoach.core.strategy.goal import Aim
from socialcoach.services.bundle import Services
from socialcoach.ui.wizard.wizard import Wizard
from tests.conftest import Clock
from tests.ui.pages_helpers import button, choice, field, visible_text

LEFT = Qt.MouseButton.LeftButton
QUESTION = "What should change for your business?"
NEARBY = "More people nearby should know us and come"
CALLS = "Fewer calls with the same questions"


@pytest.fixture(autouse=True)
def _at_goal(wizard: Wizard) -> None:
    wizard.go_to_step("goal")


def say(qtbot: QtBot, wizard: Wizard, words: str) -> None:
    """Type the wish."""
    qtbot.keyClicks(field(wizard, QUESTION), words)


def choose(qtbot: QtBot, wizard: Wizard, words: str) -> None:
    """Click on an aim or a button."""
    qtbot.mouseClick(button(wizard, words), LEFT)


def retype(qtbot: QtBot, wizard: Wizard, question: str, words: str) -> None:
    """Replace an answer."""
    line = field(wizard, question)
    line.selectAll()
    qtbot.keyClicks(line, words)


@pytest.mark.parametrize(
    ("wish", "question"),
    [
        ("get 250 likes", "those 250 likes?"),
        ("700 new followers", "those 700 people?"),
        ("go viral", "Say it happens tomorrow."),
    ],
)
def test_a_wish_for_show_is_questioned_as_it_is_typed(
    qtbot: QtBot, wizard: Wizard, wish: str, question: str
):
    say(qtbot, wizard, wish)
    assert question in visible_text(wizard)


def test_a_real_wish_is_not_questioned(qtbot: QtBot, wizard: Wizard):
    say(qtbot, wizard, "people should like our bread more")
    assert "rent with likes" not in visible_text(wizard)


def test_the_owners_first_words_are_kept_beside_the_real_goal(
    qtbot: QtBot, wizard: Wizard, services: Services
):
    say(qtbot, wizard, "get 250 likes")
    choose(qtbot, wizard, NEARBY)
    retype(qtbot, wizard, "Today it is about", "2")
    retype(qtbot, wizard, "Why does it matter to you?", "To keep my baker")
    choose(qtbot, wizard, "That is my goal")
    goal = services.planner.strategy().goal
    assert goal.said == "get 250 likes"
    assert goal.aim is Aim.NEARBY
    assert (goal.now, goal.target) == (2, 8)
    assert goal.measure == "new customers a month"
    assert goal.by == date(2027, 3, 31)
    assert goal.why == "To keep my baker"


def test_the_goal_is_summed_up_live(qtbot: QtBot, wizard: Wizard):
    choose(qtbot, wizard, NEARBY)
    retype(qtbot, wizard, "Today it is about", "3")
    retype(qtbot, wizard, "We want", "12")
    words = visible_text(wizard)
    assert "<b>31 March 2027</b>" in words
    assert "<b>12 new customers a month</b>" in words
    assert "Today it is about 3." in words


def test_the_wish_and_its_answer_survive_the_way_back(qtbot: QtBot, wizard: Wizard):
    say(qtbot, wizard, "go viral")
    choose(qtbot, wizard, CALLS)
    choose(qtbot, wizard, "That is my goal")
    choose(qtbot, wizard, "Back")
    assert field(wizard, QUESTION).text() == "go viral"
    assert button(wizard, CALLS).isChecked()
    assert field(wizard, "We want").text() == "10"


def test_another_aim_brings_its_own_suggestion(qtbot: QtBot, wizard: Wizard):
    choose(qtbot, wizard, NEARBY)
    choose(qtbot, wizard, CALLS)
    assert choice(wizard, "What do we count?").currentText() == (
        "calls a week with the same questions"
    )
    assert field(wizard, "We want").text() == "10"


def test_another_aim_leaves_the_owners_own_figure_alone(qtbot: QtBot, wizard: Wizard):
    choose(qtbot, wizard, NEARBY)
    retype(qtbot, wizard, "We want", "31")
    choose(qtbot, wizard, CALLS)
    assert field(wizard, "We want").text() == "31"


def test_the_owner_may_count_something_of_their_own(
    qtbot: QtBot, wizard: Wizard, services: Services
):
    choose(qtbot, wizard, "Something else, in my own words")
    measure = choice(wizard, "What do we count?").lineEdit()
    qtbot.keyClicks(measure, "full <yoga> classes")
    qtbot.keyClicks(field(wizard, "We want"), "2,5")
    assert "2.5 full &lt;yoga&gt; classes" in visible_text(wizard)
    wizard.keep()
    assert services.planner.strategy().goal.measure == "full <yoga> classes"


def test_a_word_where_a_figure_belongs_is_mentioned_kindly(qtbot: QtBot, wizard: Wizard):
    choose(qtbot, wizard, NEARBY)
    retype(qtbot, wizard, "We want", "lots")
    choose(qtbot, wizard, "That is my goal")
    assert wizard.step.step_id == "goal"
    assert "“lots” is not a figure. Write a number such as 8." in visible_text(wizard)


def test_a_wish_for_likes_is_asked_about_once_and_then_let_be(qtbot: QtBot, wizard: Wizard):
    say(qtbot, wizard, "get 250 likes")
    choose(qtbot, wizard, "Next")
    assert "Choose the one that comes closest." in visible_text(wizard)
    choose(qtbot, wizard, "Next")
    assert wizard.step.step_id == "time"


def test_a_day_that_has_passed_is_mentioned_kindly(qtbot: QtBot, wizard: Wizard, clock: Clock):
    choose(qtbot, wizard, NEARBY)
    choose(qtbot, wizard, "That is my goal")
    clock.advance(days=200)
    choose(qtbot, wizard, "Back")
    choose(qtbot, wizard, "That is my goal")
    assert "That day has passed. Choose one that is still to come." in visible_text(wizard)


def test_the_goal_can_be_set_with_the_keyboard_alone(
    qtbot: QtBot, wizard: Wizard, services: Services
):
    qtbot.waitActive(wizard)
    qtbot.keyClicks(wizard.focusWidget(), "700 new followers")
    qtbot.keyClick(wizard.focusWidget(), Qt.Key.Key_Tab)
    qtbot.keyClick(wizard.focusWidget(), Qt.Key.Key_Space)
    qtbot.keyClick(wizard.focusWidget(), Qt.Key.Key_Down)
    qtbot.keyClick(wizard.focusWidget(), Qt.Key.Key_Return)
    assert wizard.step.step_id == "time"
    assert services.planner.strategy().goal.aim is Aim.TALK
