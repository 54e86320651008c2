"""Planning a post from Write."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from pytestqt.qtbot import QtBot

from socialcoach.core.planning.calendar_status import EntryStatus
from socialcoach.core.strategy.strategy import Strategy
from socialcoach.ui.context import AppContext
from socialcoach.ui.hub import Notice
from socialcoach.ui.planning.plan_form import PlanForm
from socialcoach.ui.widgets.day_field import TimeField
from tests.ui.pages_helpers import click, find_button, says


@pytest.fixture
def form(qtbot: QtBot, context: AppContext, bakery: Strategy) -> PlanForm:
    """The form for a written post, with a time of day typed in."""
    made = PlanForm(context)
    qtbot.addWidget(made)
    made.resize(420, 320)
    made.show()
    made.show_post(context.services.drafting.new("Hello", platforms=("facebook",)))
    return made


def test_the_zone_stands_beside_the_time(qtbot: QtBot, form: PlanForm):
    says(qtbot, form, "world time")


def test_plan_it_gives_the_post_its_day_and_says_when(
    qtbot: QtBot, form: PlanForm, context: AppContext
):
    notices: list[Notice] = []
    context.hub.noticed.connect(notices.append)
    (clock,) = form.findChildren(TimeField)
    clock.setSelectedSection(TimeField.Section.HourSection)
    qtbot.keyClicks(clock, "18")
    click(qtbot, form, "Plan it")
    (entry,) = context.services.calendar.planning.coming()
    assert entry.at == datetime(2026, 11, 23, 18, tzinfo=UTC)
    assert entry.status is EntryStatus.PLANNED
    assert notices[-1].text == "Planned for Monday, 23 November, 18:00 world time."
    says(qtbot, form, "Planned for Monday, 23 November, 18:00 world time.")


def test_a_planned_post_is_moved_or_taken_off(qtbot: QtBot, form: PlanForm, context: AppContext):
    click(qtbot, form, "Plan it")
    assert find_button(form, "Move it")
    click(qtbot, form, "Take off the calendar")
    assert not context.services.calendar.planning.coming()
    assert find_button(form, "Plan it")
