"""My plan, living: promises, signs of trust, looking back and going through it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from pytestqt.qtbot import QtBot

from socialcoach.core.strategy.brand import Brand
from socialcoach.core.strategy.goal import Aim, Goal
from socialcoach.core.strategy.strategy import PlatformPurpose, Strategy
from socialcoach.services.bundle import Services
from socialcoach.ui.context import AppContext
from socialcoach.ui.hub import Notice
from socialcoach.ui.pages.my_plan import MyPlanPage
from tests.conftest import Clock
from tests.ui.pages_helpers import click, field, says, visible_text


@pytest.fixture
def page(
    qtbot: QtBot, context: AppContext, bakery: Strategy, services: Services, clock: Clock
) -> MyPlanPage:
    """The page of a business with a whole plan, two weeks into December."""
    goal = Goal("likes", Aim.NEARBY, "new customers a month", 2, 8, date(2027, 3, 31), "Winter")
    brand = Brand(("warm", "witty"), "Good bread", ("Every question is welcome",), ("cheap",), 24)
    platforms = (PlatformPurpose("facebook", "Chat"), PlatformPurpose("instagram", "Show"))
    services.planner.keep(replace(bakery, goal=goal, brand=brand, platforms=platforms))
    clock.set(datetime(2026, 12, 14, 9, tzinfo=UTC))
    made = MyPlanPage(context)
    qtbot.addWidget(made)
    made.resize(1072, 820)
    return made


def test_a_draft_with_a_word_never_to_be_used_can_be_opened(
    qtbot: QtBot, page: MyPlanPage, services: Services, context: AppContext
):
    wanted: list[tuple[str, object]] = []
    context.hub.page_wanted.connect(lambda where, what: wanted.append((where, what)))
    draft = services.drafting.new("Cheap rolls today")
    page.show()
    says(qtbot, page, "It says “cheap”, a word you chose not to use.")
    click(qtbot, page, "Open “Cheap rolls today”")
    assert wanted == [("write", draft.id)]


def test_what_only_people_can_judge_is_left_to_them(qtbot: QtBot, page: MyPlanPage):
    page.show()
    says(qtbot, page, "Whether your drafts sound witty is for you to judge.")


def test_trust_is_shown_without_likes(qtbot: QtBot, page: MyPlanPage):
    page.show()
    says(qtbot, page, "Signs of trust, three months")
    assert "People answered" in visible_text(page)


def test_a_month_is_looked_back_on_with_a_note_and_undo(
    qtbot: QtBot, page: MyPlanPage, services: Services, notices: list[Notice]
):
    page.show()
    says(qtbot, page, "How did November 2026 go?")
    field(page, "A note to yourself").setText("Slow but kind")
    click(qtbot, page, "Keep the goal")
    says(qtbot, page, "November 2026: goal kept. “Slow but kind”")
    assert "How did November 2026 go?" not in visible_text(page)
    assert notices[-1].action is not None
    notices[-1].action()
    says(qtbot, page, "How did November 2026 go?")


def test_changing_the_goal_leads_to_where_it_is_changed(
    qtbot: QtBot, page: MyPlanPage, context: AppContext
):
    wanted: list[tuple[str, object]] = []
    context.hub.page_wanted.connect(lambda where, what: wanted.append((where, what)))
    page.show()
    click(qtbot, page, "Change the goal")
    assert wanted == [("wizard", "goal")]


def test_what_changed_since_the_last_look_stands_beside_what_was(
    qtbot: QtBot, page: MyPlanPage, services: Services, context: AppContext
):
    page.show()
    says(qtbot, page, "You last went through it on 14 December.")
    assert "What has changed since then" not in visible_text(page)
    plan = services.planner.strategy()
    brand = replace(plan.brand, stands_for="Slow bread")
    context.hub.tell(services.planner.keep(replace(plan, brand=brand)))
    says(qtbot, page, "What has changed since then")
    says(qtbot, page, "We stand for: Slow bread")
    click(qtbot, page, "I have gone through it")
    qtbot.waitUntil(lambda: "What has changed since then" not in visible_text(page))


def test_today_leads_straight_to_the_note(qtbot: QtBot, page: MyPlanPage):
    page.show()
    page.open_item("review")
    qtbot.waitUntil(lambda: "How did November 2026 go?" in visible_text(page))
    qtbot.waitUntil(lambda: field(page, "A note to yourself").hasFocus())
