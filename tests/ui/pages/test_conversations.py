"""Conversations as an owner uses it: who waits, answering, putting aside, and every way back."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot
from sqlite_utils import Database

from socialcoach.core.changes import Changes
from socialcoach.core.relations.message import Care, Message, MessageStatus, Permission, Shelf
from socialcoach.core.strategy.strategy import Strategy
from socialcoach.services.bundle import Services
from socialcoach.services.relations.conversations import Entry
from socialcoach.ui.context import AppContext
from socialcoach.ui.hub import Notice
from socialcoach.ui.pages.conversations import ConversationsPage
from socialcoach.ui.relations.long_list import LongList
from tests.conftest import Clock
from tests.ui.conftest import RecordingDesktop
from tests.ui.pages_helpers import button, click, field, find_button, says, visible_text

GLUTEN = "Do you do anything gluten free?"


@pytest.fixture
def asked(services: Services, clock: Clock) -> Message:
    """Gemma asked on Facebook thirty hours ago, and nobody else wrote."""
    return write(services, clock, "Gemma T.", GLUTEN, hours_ago=30)


@pytest.fixture
def page(qtbot: QtBot, context: AppContext, bakery: Strategy) -> ConversationsPage:
    """Conversations, not shown yet."""
    made = ConversationsPage(context)
    qtbot.addWidget(made)
    made.resize(1100, 820)
    return made


def write(
    services: Services, clock: Clock, name: str, said: str, *, hours_ago: float = 1
) -> Message:
    """Let somebody write on Facebook."""
    wrote_at = clock.now() - timedelta(hours=hours_ago)
    return services.relations.conversations.note(Entry("facebook", name, said, wrote_at=wrote_at))


def show(qtbot: QtBot, page: ConversationsPage) -> None:
    """Show the page and wait for its list."""
    page.show()
    qtbot.waitUntil(lambda: page.context.tasks.is_idle)


def reply(page: ConversationsPage) -> QPlainTextEdit:
    """Return the box for the answer."""
    boxes = [one for one in page.findChildren(QPlainTextEdit) if one.isVisible()]
    return next(one for one in boxes if one.accessibleName() == "Your answer")


def messages(page: ConversationsPage) -> LongList:
    """Return the list that shows."""
    return next(one for one in page.findChildren(LongList) if one.isVisible())


def now_of(services: Services, message: Message) -> Message:
    """Return a message as it is kept now."""
    return services.relations.conversations.message(message.id)


def entry_text(page: ConversationsPage) -> str:
    """Return what was typed or pasted as what somebody said."""
    return next(one for one in page.findChildren(QPlainTextEdit) if one.isVisible()).toPlainText()


def test_nobody_has_written_yet_says_what_will_stand_here(qtbot: QtBot, page: ConversationsPage):
    show(qtbot, page)
    says(qtbot, page, "Nobody has written yet")
    assert button(page, "Add the first message")


def test_on_an_empty_page_the_keyboard_begins_at_the_one_button_there_is(
    qtbot: QtBot, page: ConversationsPage
):
    page.show()
    page.setFocus()
    qtbot.waitUntil(lambda: find_button(page, "Add the first message") is not None)
    first = button(page, "Add the first message")
    qtbot.waitUntil(first.hasFocus)
    qtbot.keyClick(first, Qt.Key.Key_Space)
    says(qtbot, page, "Somebody wrote")


def test_who_waits_longest_is_open_at_once_with_the_promise_beside_it(
    qtbot: QtBot, page: ConversationsPage, services: Services, clock: Clock, asked: Message
):
    write(services, clock, "Priya", "Lovely rolls", hours_ago=1)
    show(qtbot, page)
    says(qtbot, page, GLUTEN)
    says(qtbot, page, "Has waited 30 hours, longer than you promise.")


def test_an_answer_is_kept_while_it_is_typed(
    qtbot: QtBot, page: ConversationsPage, services: Services, asked: Message
):
    show(qtbot, page)
    qtbot.keyClicks(reply(page), "Not yet, I am afraid")
    qtbot.waitUntil(lambda: now_of(services, asked).answer == "Not yet, I am afraid", timeout=1000)
    assert now_of(services, asked).is_waiting


def test_copy_and_open_copies_the_answer_and_opens_where_it_belongs(
    qtbot: QtBot, page: ConversationsPage, desktop: RecordingDesktop, asked: Message
):
    show(qtbot, page)
    qtbot.keyClicks(reply(page), "We do on Fridays.")
    qtbot.keyClick(reply(page), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert desktop.copied == ["We do on Fridays."]
    assert desktop.addresses == ["https://business.facebook.com/latest/inbox"]


def test_a_message_with_a_link_is_answered_where_it_was_written(
    qtbot: QtBot, page: ConversationsPage, services: Services, desktop: RecordingDesktop
):
    entry = Entry("bluesky", "Zoë", "Hello?", link="https://bsky.app/profile/zoe/post/1")
    services.relations.conversations.note(entry)
    show(qtbot, page)
    qtbot.keyClicks(reply(page), "Hello to you")
    click(qtbot, page, "Copy and open Bluesky")
    assert desktop.addresses == [entry.link]


def test_an_empty_answer_is_not_copied(
    qtbot: QtBot,
    page: ConversationsPage,
    desktop: RecordingDesktop,
    notices: list[Notice],
    asked: Message,
):
    show(qtbot, page)
    click(qtbot, page, "Copy and open Facebook")
    assert desktop.copied == []
    assert notices[-1].text.startswith("There is no answer to copy yet.")


def test_answered_goes_on_to_the_next_one_and_undo_brings_it_back(
    qtbot: QtBot,
    page: ConversationsPage,
    services: Services,
    clock: Clock,
    notices: list[Notice],
    asked: Message,
):
    write(services, clock, "Priya", "My starter has doubled", hours_ago=1)
    show(qtbot, page)
    qtbot.keyClicks(reply(page), "On Fridays.")
    click(qtbot, page, "Answer sent")
    says(qtbot, page, "My starter has doubled")
    kept = now_of(services, asked)
    assert (kept.status, kept.answer) == (MessageStatus.ANSWERED, "On Fridays.")
    assert kept.answered_at == clock.now()
    notices[-1].action()
    assert now_of(services, asked).is_waiting
    assert now_of(services, asked).answer == "On Fridays."


def test_the_last_answer_leaves_a_kind_word(qtbot: QtBot, page: ConversationsPage, asked: Message):
    show(qtbot, page)
    click(qtbot, page, "Done, no answer needed")
    says(qtbot, page, "Nobody is waiting. Well done.")


def test_by_keyboard_alone_down_opens_enter_writes_and_ctrl_shift_enter_is_answered(
    qtbot: QtBot, page: ConversationsPage, services: Services, clock: Clock, asked: Message
):
    priya = write(services, clock, "Priya", "My starter has doubled", hours_ago=1)
    show(qtbot, page)
    messages(page).setFocus()
    qtbot.keyClick(messages(page), Qt.Key.Key_Down)
    says(qtbot, page, "My starter has doubled")
    qtbot.keyClick(messages(page), Qt.Key.Key_Return)
    assert reply(page).hasFocus()
    qtbot.keyClicks(reply(page), "Halve it")
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(reply(page), Qt.Key.Key_Return, both)
    assert now_of(services, priya).status is MessageStatus.ANSWERED


def test_letters_typed_in_the_list_go_to_the_search_and_find(
    qtbot: QtBot, page: ConversationsPage, services: Services, clock: Clock, asked: Message
):
    write(services, clock, "Priya", "My starter has doubled", hours_ago=1)
    show(qtbot, page)
    messages(page).setFocus()
    qtbot.keyClicks(messages(page), "s")
    qtbot.keyClicks(field(page, "Search names and words"), "tart priy")
    says(qtbot, page, "1 message found")
    qtbot.keyClick(field(page, "Search names and words"), Qt.Key.Key_Down)
    says(qtbot, page, "My starter has doubled")


def test_a_message_is_added_in_two_clicks_from_what_was_copied(
    qtbot: QtBot, page: ConversationsPage, services: Services
):
    show(qtbot, page)
    QGuiApplication.clipboard().setText("Thank you so much, the best loaf ever")
    click(qtbot, page, "Add a message")
    box = page.focusWidget()
    qtbot.keyClick(box, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(box, Qt.Key.Key_Tab)
    qtbot.keyClicks(field(page, "Who?"), "Owen R.")
    click(qtbot, page, "Keep it")
    says(qtbot, page, "Thank you so much, the best loaf ever")
    kept = services.relations.conversations.waiting()
    assert [(one.platform, one.mood) for one in kept] == [("facebook", "happy")]
    assert services.relations.people.of_message(kept[0].id).name == "Owen R."


def test_what_was_copied_goes_in_with_the_mouse_too(qtbot: QtBot, page: ConversationsPage):
    show(qtbot, page)
    QGuiApplication.clipboard().setText("Any stollen yet?")
    click(qtbot, page, "Add a message")
    click(qtbot, page, "Paste what I copied")
    assert entry_text(page) == "Any stollen yet?"


def test_an_entry_that_was_left_is_gone_on_with(
    qtbot: QtBot, page: ConversationsPage, services: Services, asked: Message
):
    show(qtbot, page)
    click(qtbot, page, "Add a message")
    qtbot.keyClicks(page.focusWidget(), "Any stollen yet?")
    qtbot.keyClicks(field(page, "Who?"), "Ken")
    qtbot.keyClick(field(page, "Who?"), Qt.Key.Key_Escape)
    click(qtbot, page, "Add a message")
    assert (entry_text(page), field(page, "Who?").text()) == ("Any stollen yet?", "Ken")
    click(qtbot, page, "Keep it")
    click(qtbot, page, "Add a message")
    assert (entry_text(page), field(page, "Who?").text()) == ("", "")


def test_an_entry_is_kept_by_keyboard_alone(
    qtbot: QtBot, page: ConversationsPage, services: Services, asked: Message
):
    show(qtbot, page)
    qtbot.keyClick(messages(page), Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    box = next(one for one in page.findChildren(QPlainTextEdit) if one.isVisible())
    qtbot.waitUntil(box.hasFocus)
    qtbot.keyClicks(box, "Any stollen yet?")
    qtbot.keyClick(box, Qt.Key.Key_Tab)
    qtbot.keyClicks(field(page, "Who?"), "Ken")
    qtbot.keyClick(field(page, "Who?"), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    says(qtbot, page, "Any stollen yet?")
    assert reply(page).hasFocus()
    assert len(services.relations.conversations.waiting()) == 2


def test_an_entry_without_a_name_asks_for_one(
    qtbot: QtBot, page: ConversationsPage, services: Services
):
    show(qtbot, page)
    click(qtbot, page, "Add the first message")
    box = next(one for one in page.findChildren(QPlainTextEdit) if one.isVisible())
    qtbot.keyClicks(box, "Open on Sunday?")
    click(qtbot, page, "Keep it")
    says(qtbot, page, "Please say who wrote.")
    assert services.relations.conversations.waiting() == []


def test_a_heated_message_gets_the_calm_path_and_the_owner_may_say_it_is_fine(
    qtbot: QtBot, page: ConversationsPage, services: Services, clock: Clock
):
    rude = write(services, clock, "M. Hallam", "You are useless liars, shame on you")
    show(qtbot, page)
    says(qtbot, page, "Take a breath first")
    click(qtbot, page, "Use this text: Somebody is angry")
    assert reply(page).toPlainText().startswith("I am sorry that we have let you down.") or (
        "M." in reply(page).toPlainText()
    )
    click(qtbot, page, "This one is fine")
    qtbot.waitUntil(lambda: "Take a breath first" not in visible_text(page))
    assert now_of(services, rude).care is Care.FINE


def test_a_heated_message_can_rest_while_the_next_one_is_answered(
    qtbot: QtBot, page: ConversationsPage, services: Services, clock: Clock
):
    rude = write(services, clock, "M. Hallam", "You are useless liars", hours_ago=3)
    write(services, clock, "Priya", "My starter has doubled")
    show(qtbot, page)
    click(qtbot, page, "Rest for 20 minutes")
    says(qtbot, page, "My starter has doubled")
    assert now_of(services, rude).is_resting(clock.now())


def test_praise_is_shared_only_after_a_yes_and_becomes_a_draft_in_the_spotlight(
    qtbot: QtBot, page: ConversationsPage, services: Services, clock: Clock, context: AppContext
):
    kind = write(services, clock, "Lorna B.", "The best bread in town, my mum loved it")
    wanted: list[tuple[str, object]] = []
    context.hub.page_wanted.connect(lambda page_id, what: wanted.append((page_id, what)))
    show(qtbot, page)
    click(qtbot, page, "Ask whether you may share it")
    assert "May we share your words" in reply(page).toPlainText()
    assert now_of(services, kind).permission is Permission.ASKED
    click(qtbot, page, "They said yes")
    click(qtbot, page, "Write the post")
    draft = services.drafting.drafts()[0]
    assert "“The best bread in town, my mum loved it”" in draft.text
    assert draft.text.startswith("Lorna wrote")
    assert wanted == [("write", draft.id)]


def test_three_alike_questions_offer_a_post_for_everyone(
    qtbot: QtBot, page: ConversationsPage, services: Services, clock: Clock, context: AppContext
):
    for name, said in (
        ("Gemma", GLUTEN),
        ("Lorna", "Is any of your bread gluten free?"),
        ("Bernie", "Hello! Do you sell gluten free rolls?"),
    ):
        write(services, clock, name, said)
    wanted: list[tuple[str, object]] = []
    context.hub.page_wanted.connect(lambda page_id, what: wanted.append((page_id, what)))
    show(qtbot, page)
    says(qtbot, page, "3 people asked something like")
    click(qtbot, page, "Write the post")
    draft = services.drafting.drafts()[0]
    assert "gluten free" in draft.text
    assert wanted == [("write", draft.id)]
    assert services.relations.questions.frequent() == []


def test_a_saved_answer_goes_in_with_the_name_and_one_may_be_kept(
    qtbot: QtBot, page: ConversationsPage, services: Services, asked: Message
):
    show(qtbot, page)
    menu = button(page, "Saved answers").menu()
    menu.aboutToShow.emit()
    titled = {action.text(): action for action in menu.actions()}
    titled["When we are open"].trigger()
    assert reply(page).toPlainText().startswith("Hi Gemma, thanks for asking.")
    reply(page).setPlainText("Ring the bell at the back door.")
    menu.aboutToShow.emit()
    titled = {action.text(): action for action in menu.actions()}
    titled["Keep this answer for next time"].trigger()
    own = [one for one in services.relations.answers.saved() if one.id]
    assert [one.text for one in own] == ["Ring the bell at the back door."]


def test_a_day_to_come_back_puts_it_on_its_own_shelf(
    qtbot: QtBot, page: ConversationsPage, services: Services, asked: Message
):
    show(qtbot, page)
    menu = button(page, "Come back to it").menu()
    menu.aboutToShow.emit()
    next(one for one in menu.actions() if one.text() == "tomorrow").trigger()
    tomorrow = services.planner.today() + timedelta(days=1)
    assert now_of(services, asked).follow_up_on == tomorrow
    says_count = "Come back to 1"
    qtbot.waitUntil(lambda: find_button(page, says_count) is not None)
    assert list(services.relations.conversations.ids(Shelf.FOLLOW_UP)) == [asked.id]


def test_notes_about_a_person_are_there_on_every_platform(
    qtbot: QtBot, page: ConversationsPage, services: Services, asked: Message
):
    show(qtbot, page)
    boxes = [one for one in page.findChildren(QPlainTextEdit) if one.isVisible()]
    notes = next(one for one in boxes if one.accessibleName() == "Notes about Gemma T.")
    qtbot.keyClicks(notes, "Daughter is coeliac")
    person = services.relations.people.of_message(asked.id)
    qtbot.waitUntil(
        lambda: services.relations.people.person(person.id).notes == "Daughter is coeliac",
        timeout=1000,
    )


def test_a_message_taken_away_comes_back_with_undo(
    qtbot: QtBot,
    page: ConversationsPage,
    services: Services,
    notices: list[Notice],
    asked: Message,
):
    show(qtbot, page)
    click(qtbot, page, "Take this message away")
    assert services.relations.conversations.waiting() == []
    notices[-1].action()
    assert services.relations.conversations.waiting() == [asked]


def test_words_that_cannot_be_saved_stay_and_are_not_lost(
    qtbot: QtBot, page: ConversationsPage, services: Services, database: Database, asked: Message
):
    show(qtbot, page)
    database.execute("pragma query_only = on")
    qtbot.keyClicks(reply(page), "Hold on")
    says(qtbot, page, "Not saved yet")
    assert page.has_unsaved()
    assert reply(page).toPlainText() == "Hold on"
    database.execute("pragma query_only = off")
    qtbot.waitUntil(lambda: now_of(services, asked).answer == "Hold on", timeout=4000)


def test_the_page_is_told_of_new_messages_from_elsewhere(
    qtbot: QtBot, page: ConversationsPage, services: Services, clock: Clock, context: AppContext
):
    show(qtbot, page)
    write(services, clock, "Ken", "Any stollen yet?")
    context.hub.tell(Changes.PEOPLE)
    says(qtbot, page, "Any stollen yet?")


def test_without_a_connected_account_there_is_nothing_to_look_up(
    qtbot: QtBot, page: ConversationsPage, asked: Message
):
    show(qtbot, page)
    assert find_button(page, "See who wrote") is None
