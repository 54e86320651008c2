"""The calendar's card in Settings."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from socialcoach.core.strategy.strategy import Strategy
from socialcoach.ui.context import AppContext
from socialcoach.ui.planning.calendar.settings_card import CalendarSettings
from tests.ui.pages_helpers import choice, click

REGION = "Part of the country, for its holidays"


@pytest.fixture
def card(qtbot: QtBot, context: AppContext, bakery: Strategy) -> CalendarSettings:
    """The card of a bakery in Great Britain, with the parts of the country there."""
    business = replace(bakery.business, country="GB")
    context.services.planner.keep(replace(bakery, business=business))
    made = CalendarSettings(context)
    qtbot.addWidget(made)
    made.resize(600, 400)
    made.show()
    made.refresh()
    qtbot.waitUntil(lambda: context.tasks.is_idle, timeout=30_000)
    return made


def test_reminders_are_switched_off_and_on(
    qtbot: QtBot, card: CalendarSettings, context: AppContext
):
    click(qtbot, card, "Remind me when a planned post is due")
    assert not context.services.calendar.reminders.are_on
    click(qtbot, card, "Remind me when a planned post is due")
    assert context.services.calendar.reminders.are_on


def test_the_part_of_the_country_is_kept(qtbot: QtBot, card: CalendarSettings, context: AppContext):
    regions = choice(card, REGION)
    regions.setCurrentIndex(regions.findText("Scotland"))
    regions.activated.emit(regions.currentIndex())
    assert context.services.calendar.options.load().region == "SCT"
    again = CalendarSettings(context)
    qtbot.addWidget(again)
    again.show()
    again.refresh()
    qtbot.waitUntil(lambda: context.tasks.is_idle, timeout=30_000)
    assert choice(again, REGION).currentText() == "Scotland"


def test_without_holidays_their_place_is_not_asked(
    qtbot: QtBot, card: CalendarSettings, context: AppContext
):
    click(qtbot, card, "Show public holidays and seasons")
    assert not context.services.calendar.options.load().holidays
    with pytest.raises(AssertionError, match="no list for"):
        choice(card, REGION)
