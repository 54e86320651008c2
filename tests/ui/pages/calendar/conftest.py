"""What every test of this page begins with."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from socialcoach.core.strategy.strategy import Strategy
from socialcoach.services.bundle import Services
from socialcoach.ui.context import AppContext
from socialcoach.ui.pages.calendar import CalendarPage
from tests.ui.pages_helpers import opened


@pytest.fixture
def london(services: Services, bakery: Strategy) -> Strategy:
    """The bakery, in London."""
    there = replace(bakery.business, country="GB", zone="Europe/London")
    strategy = replace(bakery, business=there)
    services.planner.keep(strategy)
    return strategy


@pytest.fixture
def page(qtbot: QtBot, context: AppContext, london: Strategy) -> CalendarPage:
    """The calendar, open in a window."""
    return opened(qtbot, context, CalendarPage(context), 1200, 900)
