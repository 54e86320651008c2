"""What every test of this page begins with."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from socialcoach.core.strategy.strategy import Strategy
from socialcoach.services.bundle import Services
from socialcoach.ui.context import AppContext
from socialcoach.ui.hub import Notice
from socialcoach.ui.pages.outreach import OutreachPage
from tests.ui.pages.outreach.desk import KATE


@pytest.fixture
def notices(context: AppContext) -> list[Notice]:
    """The notices that were shown."""
    shown: list[Notice] = []
    context.hub.noticed.connect(shown.append)
    return shown


@pytest.fixture
def wanted(context: AppContext) -> list[tuple[str, object]]:
    """The pages that were asked for."""
    pages: list[tuple[str, object]] = []
    context.hub.page_wanted.connect(lambda page, what: pages.append((page, what)))
    return pages


@pytest.fixture
def page(qtbot: QtBot, context: AppContext, bakery: Strategy) -> OutreachPage:
    """Outreach of a bakery without any cards, on screen."""
    made = OutreachPage(context)
    qtbot.addWidget(made)
    made.resize(1072, 820)
    made.show()
    qtbot.waitUntil(lambda: context.tasks.is_idle)
    return made


@pytest.fixture
def kate(services: Services) -> int:
    """The card of Kate; ask for it before the page."""
    return services.relations.outreach.new(KATE).promoter_id
