"""What every test of this page begins with."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from socialcoach.core.strategy.business import Business
from socialcoach.core.strategy.strategy import PlatformPurpose, Strategy
from socialcoach.services.bundle import Services
from socialcoach.ui.context import AppContext
from socialcoach.ui.hub import Notice
from socialcoach.ui.pages.calendar import CalendarPage


@pytest.fixture
def london(services: Services) -> Strategy:
    """A bakery in London that is through with the wizard."""
    strategy = Strategy(
        business=Business(name="Hill Street", country="GB", zone="Europe/London", trade="bakery"),
        minutes_per_week=90,
        platforms=(PlatformPurpose("facebook"), PlatformPurpose("instagram")),
    )
    services.planner.keep(strategy)
    services.planner.finish_wizard()
    return strategy


@pytest.fixture
def notices(context: AppContext) -> list[Notice]:
    """The short notices shown, the newest last."""
    found: list[Notice] = []
    context.hub.noticed.connect(found.append)
    return found


@pytest.fixture
def wanted(context: AppContext) -> list[tuple[str, object]]:
    """The pages that were asked for."""
    found: list[tuple[str, object]] = []
    context.hub.page_wanted.connect(lambda page, what: found.append((page, what)))
    return found


@pytest.fixture
def page(qtbot: QtBot, context: AppContext, london: Strategy) -> CalendarPage:
    """The calendar, open in a window."""
    made = CalendarPage(context)
    qtbot.addWidget(made)
    made.resize(1200, 900)
    made.show()
    qtbot.waitUntil(lambda: context.tasks.is_idle, timeout=30_000)
    return made
