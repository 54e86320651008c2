"""Platforms: suggested with reasons, chosen by going on, swapped, each with a purpose."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from socialcoach.core.strategy.business import Business, CanMake
from socialcoach.core.strategy.goal import Aim, Goal
from socialcoach.core.strategy.strategy import PlatformPurpose, Strategy
from socialcoach.services.bundle import Services
from socialcoach.ui.wizard.wizard import Wizard
from tests.ui.pages_helpers import button, field, visible_buttons, visible_text

LEFT = Qt.MouseButton.LeftButton
BAKERY = Strategy(
    business=Business(
        name="Hill Street Bakery",
        trade="bakery",
        country="US",
        zone="America/Chicago",
        can_make=(CanMake.SHORT_WORDS, CanMake.PHOTOS),
    ),
    goal=Goal(aim=Aim.NEARBY),
    minutes_per_week=120,
)


@pytest.fixture(autouse=True)
def _at_platforms(wizard: Wizard, services: Services) -> None:
    services.planner.keep(BAKERY)
    wizard.go_to_step("platforms")


def press(qtbot: QtBot, wizard: Wizard, words: str) -> None:
    """Click a button by its words."""
    qtbot.mouseClick(button(wizard, words), LEFT)


def chosen(services: Services) -> tuple[str, ...]:
    """Return the platforms that are kept."""
    return services.planner.strategy().platform_keys


def test_two_or_three_are_suggested_with_reasons_and_the_source(wizard: Wizard):
    words = visible_text(wizard)
    assert "Google Business Profile" in words
    assert "People who search nearby look here first." in words
    assert "surveys of adults in the USA" in words
    assert "Checked" in words
    assert "Leave these for now" in words


def test_a_suggestion_becomes_a_choice_only_by_going_on(
    qtbot: QtBot, wizard: Wizard, services: Services
):
    wizard.keep()
    assert chosen(services) == ()
    press(qtbot, wizard, "These are my places")
    assert chosen(services)[0] == "google_business"
    assert 2 <= len(chosen(services)) <= 3


def test_each_choice_has_a_purpose_that_can_be_changed(
    qtbot: QtBot, wizard: Wizard, services: Services
):
    line = field(wizard, "What is Google Business Profile for?")
    assert line.text() == "Here people who search nearby find us and see that we are open."
    line.selectAll()
    qtbot.keyClicks(line, "Opening hours and reviews")
    press(qtbot, wizard, "These are my places")
    first = services.planner.strategy().platforms[0]
    assert (first.key, first.purpose) == ("google_business", "Opening hours and reviews")


def test_one_platform_is_swapped_for_another(qtbot: QtBot, wizard: Wizard, services: Services):
    press(qtbot, wizard, "Swap Google Business Profile for another")
    press(qtbot, wizard, "Pinterest")
    wizard.keep()
    assert chosen(services)[0] == "pinterest"
    assert "google_business" not in chosen(services)
    assert field(wizard, "What is Pinterest for?").text()


def test_a_platform_swapped_in_is_not_told_to_wait(qtbot: QtBot, wizard: Wizard):
    assert "It would suit you, too." in visible_text(wizard)
    press(qtbot, wizard, "Swap Facebook for another")
    press(qtbot, wizard, "WhatsApp")
    assert "What is WhatsApp for?" in visible_text(wizard)
    assert "It would suit you, too." not in visible_text(wizard)


def test_swapping_keeps_the_purposes_of_the_others(
    qtbot: QtBot, wizard: Wizard, services: Services
):
    line = field(wizard, "What is Google Business Profile for?")
    line.selectAll()
    qtbot.keyClicks(line, "Opening hours")
    press(qtbot, wizard, "Swap Facebook for another")
    press(qtbot, wizard, "Bluesky")
    assert field(wizard, "What is Google Business Profile for?").text() == "Opening hours"


def test_three_is_the_most_and_two_the_fewest(qtbot: QtBot, wizard: Wizard, services: Services):
    if any(words == "Take it" for words in visible_buttons(wizard)):
        press(qtbot, wizard, "Take it")
    assert "Take it" not in visible_buttons(wizard)
    press(qtbot, wizard, "Leave Facebook out")
    assert "Leave out" not in visible_buttons(wizard)
    wizard.keep()
    assert len(chosen(services)) == 2
    press(qtbot, wizard, "Take it")
    wizard.keep()
    assert len(chosen(services)) == 3


def test_what_is_left_for_later_says_why(qtbot: QtBot, wizard: Wizard):
    press(qtbot, wizard, next(b for b in visible_buttons(wizard) if b.startswith("Show")))
    words = visible_text(wizard)
    assert "YouTube" in words
    assert "It lives on video." in words


def test_the_choice_survives_the_way_to_the_plan_and_back(
    qtbot: QtBot, wizard: Wizard, services: Services
):
    press(qtbot, wizard, "Swap Google Business Profile for another")
    press(qtbot, wizard, "Mastodon")
    press(qtbot, wizard, "These are my places")
    assert "Mastodon" in visible_text(wizard)
    press(qtbot, wizard, "Back")
    assert "What is Mastodon for?" in visible_text(wizard)


def test_a_platform_nobody_knows_any_more_is_passed_over(wizard: Wizard, services: Services):
    old = (PlatformPurpose("gone_network", "Friends"), PlatformPurpose("facebook", "Talk"))
    services.planner.keep(replace(BAKERY, platforms=old))
    wizard.go_to_step("welcome")
    wizard.go_to_step("platforms")
    assert field(wizard, "What is Facebook for?").text() == "Talk"
    assert "Choose two places" not in visible_text(wizard)
