"""Today as an owner sees it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from socialcoach.core.changes import Changes
from socialcoach.core.planning.post import Verdict
from socialcoach.core.relations.promoter import Promoter
from socialcoach.core.strategy.strategy import Strategy
from socialcoach.services.bundle import Services
from socialcoach.services.relations.conversations import Entry
from socialcoach.ui.context import AppContext
from socialcoach.ui.hub import Notice
from socialcoach.ui.pages.today import TodayPage
from tests.conftest import Clock
from tests.drawn_pictures import as_bytes, drawn
from tests.ui.pages_helpers import click, says, visible_buttons, visible_text


@pytest.fixture
def page(qtbot: QtBot, context: AppContext, bakery: Strategy) -> TodayPage:
    """Today, open in a window."""
    made = TodayPage(context)
    qtbot.addWidget(made)
    made.resize(1200, 800)
    made.show()
    return made


def choose_later(page: TodayPage, title: str, choice: str) -> None:
    """Choose how long to put a task off, from the menu of its button."""
    buttons = page.findChildren(QPushButton)
    [button] = [one for one in buttons if one.menu() and one.accessibleDescription() == title]
    [action] = [one for one in button.menu().actions() if one.text() == choice]
    action.trigger()


def task_button(page: TodayPage, title: str) -> QPushButton:
    """Return the button that does a task."""
    buttons = page.findChildren(QPushButton)
    [found] = [one for one in buttons if not one.menu() and one.accessibleDescription() == title]
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


def test_a_photo_without_words_has_a_name_when_it_is_asked_about(
    qtbot: QtBot, page: TodayPage, services: Services, context: AppContext
):
    post = services.drafting.new(platforms=("facebook",))
    services.writing.pictures.add(post.id, as_bytes(drawn()), "bread.jpg")
    services.handing_over.start(post, "facebook")
    context.hub.tell(Changes.DRAFTS)
    says(qtbot, page, "Did “Picture without words” go out?")


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
    assert visible_buttons(page).count("Not now") == 3


def test_one_thought_stands_all_day_and_another_tomorrow(
    qtbot: QtBot, page: TodayPage, services: Services, clock: Clock, context: AppContext
):
    def thoughts() -> list[str]:
        said = visible_text(page)
        return [lesson.thought for lesson in services.lessons if lesson.thought in said]

    qtbot.waitUntil(lambda: len(thoughts()) == 1)
    first = thoughts()
    clock.set(datetime(2026, 11, 23, 9, tzinfo=UTC))
    context.hub.tell(Changes.DRAFTS)
    qtbot.waitUntil(lambda: len(thoughts()) == 1 and thoughts() != first)


def test_the_thought_says_what_in_the_data_called_for_it(qtbot: QtBot, page: TodayPage):
    says(qtbot, page, "Because ")


def test_a_task_that_is_put_off_makes_room_and_comes_back_by_undo(
    qtbot: QtBot, page: TodayPage, context: AppContext
):
    notices: list[Notice] = []
    context.hub.noticed.connect(notices.append)
    says(qtbot, page, "Bring in your numbers")
    choose_later(page, "Bring in your numbers", "Until next week")
    qtbot.waitUntil(lambda: "Bring in your numbers" not in visible_text(page))
    assert notices[-1].text == "Put off until next week: Bring in your numbers"
    assert notices[-1].action is not None
    notices[-1].action()
    says(qtbot, page, "Bring in your numbers")


def test_what_was_put_off_until_tomorrow_is_back_tomorrow(
    qtbot: QtBot, page: TodayPage, clock: Clock, context: AppContext
):
    says(qtbot, page, "Bring in your numbers")
    choose_later(page, "Bring in your numbers", "Until tomorrow")
    qtbot.waitUntil(lambda: "Bring in your numbers" not in visible_text(page))
    clock.advance(days=1)
    context.hub.tell(Changes.DRAFTS)
    says(qtbot, page, "Bring in your numbers")


def test_somebody_who_waits_comes_first_and_opens_their_message(
    qtbot: QtBot,
    page: TodayPage,
    services: Services,
    context: AppContext,
    clock: Clock,
    wanted: list[tuple[str, object]],
):
    wrote_at = clock.now() - timedelta(hours=30)
    entry = Entry("facebook", "Ben", "Do you have rye today?", wrote_at=wrote_at)
    message = services.relations.conversations.note(entry)
    context.hub.tell(Changes.PEOPLE)
    says(qtbot, page, "Answer Ben")
    click(qtbot, page, "Open")
    assert wanted == [("conversations", message.id)]


def test_a_day_to_come_back_leads_to_the_message(
    qtbot: QtBot,
    page: TodayPage,
    services: Services,
    context: AppContext,
    clock: Clock,
    wanted: list[tuple[str, object]],
):
    talk = services.relations.conversations
    message = talk.note(Entry("facebook", "Ben", "Do you bake for weddings?"))
    talk.answered(message.id, "We do. I will ask again on the day.")
    talk.follow_up(message.id, clock.now().date())
    context.hub.tell(Changes.PEOPLE)
    says(qtbot, page, "Come back to Ben")
    says(qtbot, page, "You set this day yourself. It is how a promise is kept.")
    click(qtbot, page, "Open")
    assert wanted == [("conversations", message.id)]


def test_somebody_to_get_in_touch_with_comes_with_the_step_and_why(
    qtbot: QtBot,
    page: TodayPage,
    services: Services,
    context: AppContext,
    clock: Clock,
    wanted: list[tuple[str, object]],
):
    card = Promoter(0, "The choir", next_step="Offer the room", next_on=clock.now().date())
    promoter_id = services.relations.outreach.new(card).promoter_id
    context.hub.tell(Changes.PEOPLE)
    says(qtbot, page, "Get in touch with The choir")
    says(qtbot, page, "Offer the room. You wanted to do this today.")
    assert task_button(page, "Get in touch with The choir").text() == "Open"
    qtbot.mouseClick(task_button(page, "Get in touch with The choir"), Qt.MouseButton.LeftButton)
    assert wanted == [("outreach", promoter_id)]


def test_when_the_weeks_minutes_are_used_it_says_that_it_is_enough(
    qtbot: QtBot, page: TodayPage, services: Services, context: AppContext, clock: Clock
):
    services.effort.note_minutes(clock.now().date(), "facebook", 500, "writing")
    context.hub.tell(Changes.NUMBERS)
    says(qtbot, page, "That is enough for this week.")


def test_words_that_look_like_markup_are_shown_as_written(
    qtbot: QtBot, page: TodayPage, services: Services, context: AppContext
):
    post = services.drafting.new("<b>Bold</b> & {odd}")
    services.handing_over.start(post, "facebook")
    context.hub.tell(Changes.DRAFTS)
    says(qtbot, page, "Did “<b>Bold</b> & {odd}” go out?")
