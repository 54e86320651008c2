"""The card to go back with: choose a copy, see what is in it, go back; trouble is said in place."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QComboBox
from pytestqt.qtbot import QtBot

from socialcoach.core.strategy.strategy import Strategy
from socialcoach.services.bundle import Services
from socialcoach.ui.context import AppContext
from socialcoach.ui.settings.restore_card import RestoreCard
from tests.conftest import Clock
from tests.ui.pages_helpers import click, find_button, says, visible_text


@pytest.fixture
def card(qtbot: QtBot, context: AppContext, bakery: Strategy) -> RestoreCard:
    """The card, open in a window; it has not looked for copies yet."""
    made = RestoreCard(context)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def asked(context: AppContext) -> list[Callable[[], str]]:
    """What was to be done while no window is open."""
    found: list[Callable[[], str]] = []
    context.hub.start_anew.connect(found.append)
    return found


def test_without_a_copy_it_says_that_one_comes_by_itself(card: RestoreCard):
    card.refresh()
    assert "One is made each day" in visible_text(card)
    assert find_button(card, "Look inside") is None
    assert find_button(card, "Choose a file") is not None


def test_copies_are_listed_by_day_and_one_is_looked_into_and_gone_back_to(
    qtbot: QtBot,
    card: RestoreCard,
    services: Services,
    clock: Clock,
    asked: list[Callable[[], str]],
):
    services.drafting.new("How we keep our bread")
    services.keeping.daily()
    clock.advance(hours=3, minutes=5)
    services.keeping.copy_now()
    card.refresh()
    (copies,) = card.findChildren(QComboBox)
    assert copies.accessibleName() == "Copies on this computer"
    assert [copies.itemText(n) for n in range(copies.count())] == [
        "22 November, 12:05 world time",
        "22 November",
    ]
    click(qtbot, card, "Look inside")
    says(qtbot, card, "In it: 1 post, 0 people, 0 pictures.")
    assert QApplication.focusWidget() is find_button(card, "Go back to this")
    click(qtbot, card, "Go back to this")
    (act,) = asked
    assert act() == (
        "You are back at that copy. "
        "What you had before was kept as socialcoach-set-aside-2026-11-22-120500.db."
    )


def test_a_file_that_is_no_copy_is_said_on_the_card(
    qtbot: QtBot, card: RestoreCard, tmp_path: Path
):
    file = tmp_path / "letter.db"
    file.write_text("Dear all")
    card.look_into(file)
    says(qtbot, card, "letter.db is not a copy or an export of SocialCoach.")
    assert find_button(card, "Go back to this") is None


def test_a_copy_that_went_bad_meanwhile_is_said_and_nothing_is_lost(
    qtbot: QtBot, card: RestoreCard, services: Services, asked: list[Callable[[], str]]
):
    copy = services.keeping.copy_now()
    card.look_into(copy)
    says(qtbot, card, "In it: 0 posts")
    copy.write_text("scrambled")
    click(qtbot, card, "Go back to this")
    assert asked[0]().endswith("Nothing was changed.")


def test_the_sample_takes_no_file_from_elsewhere(
    qtbot: QtBot, context: AppContext, services: Services
):
    card = RestoreCard(replace(context, services=replace(services, is_sample=True)))
    qtbot.addWidget(card)
    card.show()
    card.refresh()
    assert find_button(card, "Choose a file") is None
