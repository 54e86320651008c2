"""What every test of this page begins with."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from socialcoach.core.strategy.strategy import Strategy
from socialcoach.services.bundle import Services
from socialcoach.ui.context import AppContext
from socialcoach.ui.pages.outreach import OutreachPage
from tests.ui.pages.outreach.desk import KATE
from tests.ui.pages_helpers import opened


@pytest.fixture
def page(qtbot: QtBot, context: AppContext, bakery: Strategy) -> OutreachPage:
    """Outreach of a bakery without any cards, on screen."""
    return opened(qtbot, context, OutreachPage(context), 1072, 820)


@pytest.fixture
def kate(services: Services) -> int:
    """The card of Kate; ask for it before the page."""
    return services.relations.outreach.new(KATE).promoter_id
