"""About you: trade, place, customers."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from socialcoach.core.strategy.business import Reach
from socialcoach.services.bundle import Services
from socialcoach.ui.wizard.wizard import Wizard
from tests.ui.pages_helpers import button, choice, field, visible_text

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture(autouse=True)
def _at_about(wizard: Wizard) -> None:
    wizard.go_to_step("about")


def pick(qtbot: QtBot, wizard: Wizard, question: str, words: str) -> None:
    """Choose from a list with the arrow keys; it begins one above, to save pressing."""
    chooser = choice(wizard, question)
    chooser.setCurrentIndex(chooser.findText(words) - 1)
    qtbot.keyClick(chooser, Qt.Key.Key_Down)


def test_the_trade_is_found_while_typing(qtbot: QtBot, wizard: Wizard, services: Services):
    line = field(wizard, "What do you do?")
    qtbot.keyClicks(line, "baker")
    completer = line.completer()
    qtbot.waitUntil(lambda: completer.completionCount() > 0)
    offers = [completer.model().index(row, 0).data() for row in range(completer.completionCount())]
    assert "Bakery" in offers


def test_a_word_from_the_examples_counts_as_the_trade(
    qtbot: QtBot, wizard: Wizard, services: Services
):
    qtbot.keyClicks(field(wizard, "What do you do?"), "sourdough")
    wizard.keep()
    assert services.planner.strategy().business.trade == "bakery"


def test_a_trade_nobody_knows_is_kept_in_the_owners_word(
    qtbot: QtBot, wizard: Wizard, services: Services
):
    qtbot.keyClicks(field(wizard, "What do you do?"), "Falconer")
    qtbot.mouseClick(button(wizard, "Next"), LEFT)
    qtbot.mouseClick(button(wizard, "Back"), LEFT)
    assert services.planner.strategy().business.trade == "Falconer"
    assert field(wizard, "What do you do?").text() == "Falconer"


def test_the_country_sets_the_clock(qtbot: QtBot, wizard: Wizard, services: Services):
    pick(qtbot, wizard, "Country", "New Zealand")
    wizard.keep()
    business = services.planner.strategy().business
    assert business.country == "NZ"
    assert business.zone == "Pacific/Auckland"
    assert "It is 22:00 there now" in visible_text(wizard)


def test_a_country_with_several_clocks_asks_which(qtbot: QtBot, wizard: Wizard, services: Services):
    pick(qtbot, wizard, "Country", "United States")
    pick(qtbot, wizard, "Which clock do you live by?", "America/Chicago")
    wizard.keep()
    assert services.planner.strategy().business.zone == "America/Chicago"


def test_customers_are_described_with_a_few_clicks(
    qtbot: QtBot, wizard: Wizard, services: Services
):
    for words in ("Other businesses", "30–49", "50–64", "I am the brand"):
        qtbot.mouseClick(button(wizard, words), LEFT)
    wizard.keep()
    business = services.planner.strategy().business
    assert business.reach is Reach.BUSINESSES
    assert business.customer_ages == ("30-49", "50-64")
    assert business.is_brand
