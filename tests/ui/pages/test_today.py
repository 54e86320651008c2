"""Today as an owner sees it."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from pytestqt.qtbot import QtBot

from socialcoach.core.changes import Changes
from socialcoach.core.planning.post import Verdict
from socialcoach.core.strategy.strategy import Strategy
from socialcoach.services.bundle import Services
from socialcoach.ui.context import AppContext
from socialcoach.ui.pages.today import TodayPage
from tests.conftest import Clock
from tests.ui.pages_helpers import click, says, visible_buttons, visible_text


@pytest.fixture
def page(qtbot: QtBot, context: AppContext, bakery: Strategy) -> TodayPage:
    """Today, open in a window."""
    made = TodayPage(context)
    qtbot.addWidget(made)
    made.resize(1200, 800)
    made.show()
    return made


@pytest.fixture
def wanted(context: AppContext) -> list[tuple[str, object]]:
    """The pages that were asked for."""
    found: list[tuple[str, object]] = []
    context.hub.page_wanted.connect(lambda page, what: found.append((page, what)))
    return found


def give_post(services: Services, verdict: Verdict, *, is_out: bool) -> int:
    """Write a post of which the owner says what it is."""
    post = services.drafting.new("Keep bread cut side down", platforms=("facebook",))
    services.drafting.keep_verdict(post.id, verdict)
    if is_out:
        entry = services.handing_over.start(post, "facebook").publication
        services.handing_over.went_out(entry.id)
    return post.id


def test_the_owner_is_greeted_by_name_and_hour(qtbot: QtBot, page: TodayPage):
    says(qtbot, page, "Good morning, Ana")


def test_the_time_left_this_week_is_said(qtbot: QtBot, page: TodayPage):
    says(qtbot, page, "You planned 90 minutes for this week. 90 minutes are left.")


def test_a_newcomer_is_led_to_ideas(
    qtbot: QtBot, page: TodayPage, wanted: list[tuple[str, object]]
):
    says(qtbot, page, "Write your first post")
    click(qtbot, page, "See ideas")
    assert wanted == [("write", "ideas")]


def test_an_open_plan_leads_to_the_plan(
    qtbot: QtBot, page: TodayPage, wanted: list[tuple[str, object]]
):
    says(qtbot, page, "Finish your plan")
    click(qtbot, page, "Open")
    assert wanted == [("my_plan", None)]


def test_numbers_are_asked_for(qtbot: QtBot, page: TodayPage, wanted: list[tuple[str, object]]):
    says(qtbot, page, "Bring in your numbers")
    click(qtbot, page, "Show me")
    assert wanted == [("progress", None)]


def test_a_post_that_was_handed_over_is_asked_about(
    qtbot: QtBot,
    page: TodayPage,
    services: Services,
    context: AppContext,
    wanted: list[tuple[str, object]],
):
    post = services.drafting.new("Which crust do you like best?")
    services.handing_over.start(post, "facebook")
    context.hub.tell(Changes.DRAFTS)
    says(qtbot, page, "Did “Which crust do you like best?” go out?")
    click(qtbot, page, "Answer")
    assert wanted == [("write", ("hand_over", post.id))]


def test_a_giving_draft_is_offered_to_be_finished(
    qtbot: QtBot,
    page: TodayPage,
    services: Services,
    context: AppContext,
    wanted: list[tuple[str, object]],
):
    draft = give_post(services, Verdict.GIVING, is_out=False)
    context.hub.tell(Changes.DRAFTS)
    says(qtbot, page, "Finish “Keep bread cut side down”")
    click(qtbot, page, "Write")
    assert wanted == [("write", draft)]


def test_the_feed_is_told_in_a_sentence(
    qtbot: QtBot, page: TodayPage, services: Services, context: AppContext
):
    says(qtbot, page, "Nothing has gone out yet.")
    give_post(services, Verdict.SELLING, is_out=True)
    context.hub.tell(Changes.FEED)
    says(qtbot, page, "Your last post sells.")
    says(qtbot, page, "Write something that gives")


def test_there_are_never_more_than_three_things_to_do(
    qtbot: QtBot, page: TodayPage, services: Services, context: AppContext
):
    give_post(services, Verdict.GIVING, is_out=False)
    post = services.drafting.new("Another")
    services.handing_over.start(post, "facebook")
    context.hub.tell(Changes.DRAFTS)
    says(qtbot, page, "Finish “Keep")
    assert len(visible_buttons(page)) == 3


def test_one_thought_stands_all_day_and_another_tomorrow(
    page: TodayPage, services: Services, clock: Clock, context: AppContext
):
    thoughts = [lesson.thought for lesson in services.lessons]
    first = [thought for thought in thoughts if thought in visible_text(page)]
    clock.set(datetime(2026, 11, 23, 9, tzinfo=UTC))
    context.hub.tell(Changes.DRAFTS)
    second = [thought for thought in thoughts if thought in visible_text(page)]
    assert len(first) == len(second) == 1
    assert first != second


def test_words_that_look_like_markup_are_shown_as_written(
    qtbot: QtBot, page: TodayPage, services: Services, context: AppContext
):
    post = services.drafting.new("<b>Bold</b> & {odd}")
    services.handing_over.start(post, "facebook")
    context.hub.tell(Changes.DRAFTS)
    says(qtbot, page, "Did “<b>Bold</b> & {odd}” go out?")
