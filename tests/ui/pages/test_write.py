"""Write as an owner uses it: typing, the meter, drafts, handing over."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from socialcoach.core.planning.post import Post, Verdict
from socialcoach.core.strategy.strategy import Strategy
from socialcoach.services.bundle import Services
from socialcoach.ui.context import AppContext
from socialcoach.ui.pages.write import WritePage
from socialcoach.ui.planning.paper import Paper
from tests.conftest import Clock
from tests.ui.conftest import RecordingDesktop
from tests.ui.pages_helpers import click, says, visible_text

OFFER = "Order now and get 20% off every loaf, this weekend only! "
TIP = "Which crust do you like best? Here is how to keep bread fresh: wrap it in linen. "


@pytest.fixture
def page(qtbot: QtBot, context: AppContext, bakery: Strategy) -> WritePage:
    """Write, open in a window."""
    made = WritePage(context)
    qtbot.addWidget(made)
    made.resize(1200, 800)
    made.show()
    return made


def paper(page: WritePage) -> Paper:
    """Return the sheet one writes on."""
    return page.findChildren(Paper)[0]


def start(qtbot: QtBot, page: WritePage, text: str) -> None:
    """Start a post and type into it."""
    click(qtbot, page, "New post")
    qtbot.keyClicks(paper(page), text)


def the_draft(services: Services) -> Post:
    """Return the only draft."""
    drafts = services.drafting.drafts()
    assert len(drafts) == 1
    return drafts[0]


def test_what_is_typed_is_in_the_database_within_a_second(
    qtbot: QtBot, page: WritePage, services: Services
):
    start(qtbot, page, TIP)
    qtbot.waitUntil(lambda: the_draft(services).text == TIP, timeout=1000)


def test_typing_on_and_on_does_not_put_the_saving_off(
    qtbot: QtBot, page: WritePage, services: Services
):
    start(qtbot, page, "a")
    keys = iter("bcdefghijklmnopqrstuvwxyz" * 20)

    def type_on_until_something_is_kept() -> bool:
        qtbot.keyClicks(paper(page), next(keys))
        return the_draft(services).text != ""

    qtbot.waitUntil(type_on_until_something_is_kept, timeout=1500)


def test_an_offer_is_called_selling_and_its_words_are_named(qtbot: QtBot, page: WritePage):
    start(qtbot, page, OFFER)
    qtbot.waitUntil(lambda: "Selling" in visible_text(page) or "Leaning" in visible_text(page))
    says(qtbot, page, "20%")


def test_a_tip_is_called_giving(qtbot: QtBot, page: WritePage):
    start(qtbot, page, TIP)
    says(qtbot, page, "It gives, so it always fits.")


def test_the_words_that_count_are_underlined_in_the_text(qtbot: QtBot, page: WritePage):
    start(qtbot, page, OFFER)
    marked = [mark.cursor.selectedText() for mark in paper(page).extraSelections()]
    assert any("20%" in words for words in marked)


def test_a_second_selling_post_in_a_row_is_told_how_many_giving_posts_come_first(
    qtbot: QtBot, page: WritePage, services: Services, context: AppContext
):
    sell_once(services, context)
    start(qtbot, page, OFFER)
    says(qtbot, page, "Write 1 giving post first")


def test_the_owner_has_the_last_word(qtbot: QtBot, page: WritePage, services: Services):
    start(qtbot, page, OFFER)
    click(qtbot, page, "This is not a selling post")
    assert the_draft(services).verdict is Verdict.GIVING
    says(qtbot, page, "It gives, so it always fits.")
    click(qtbot, page, "You decided this. Take it back")
    assert the_draft(services).verdict is None


def test_a_draft_thrown_away_comes_back_with_undo(
    qtbot: QtBot, page: WritePage, services: Services, context: AppContext
):
    notices = []
    context.hub.noticed.connect(notices.append)
    start(qtbot, page, TIP)
    click(qtbot, page, "Throw this draft away")
    assert services.drafting.drafts() == []
    notices[-1].action()
    assert the_draft(services).text == TIP
    assert paper(page).text() == TIP


def test_a_post_left_empty_leaves_no_row(qtbot: QtBot, page: WritePage, services: Services):
    click(qtbot, page, "New post")
    page.leave()
    assert services.drafting.drafts() == []


def test_copy_and_open_copies_the_text_opens_the_page_and_asks_whether_it_went_out(
    qtbot: QtBot, page: WritePage, desktop: RecordingDesktop
):
    start(qtbot, page, TIP)
    click(qtbot, page, "Ready to post")
    click(qtbot, page, "Copy and open Facebook")
    assert desktop.copied == [TIP]
    assert desktop.addresses[0].startswith("https://")
    assert "facebook" in desktop.addresses[0]
    says(qtbot, page, "Did it go out on Facebook?")


def test_only_what_the_owner_confirms_counts_in_the_feed(
    qtbot: QtBot, page: WritePage, services: Services
):
    start(qtbot, page, TIP)
    click(qtbot, page, "Ready to post")
    click(qtbot, page, "Copy and open Facebook")
    assert services.feed.mixes().of().count == 0
    click(qtbot, page, "Yes, it is out")
    assert services.feed.mixes().of("facebook").count == 1
    says(qtbot, page, "Out on Facebook, just now.")


def test_a_link_from_another_site_is_not_taken(qtbot: QtBot, page: WritePage, services: Services):
    start(qtbot, page, TIP)
    click(qtbot, page, "Ready to post")
    click(qtbot, page, "Copy and open Facebook")
    field = next(
        one
        for one in page.findChildren(QLineEdit)
        if one.accessibleName() == "Link to the post on Facebook"
    )
    qtbot.keyClicks(field, "https://facebook.com.example.org/posts/1")
    click(qtbot, page, "Yes, it is out")
    says(qtbot, page, "does not look like a link to a post on Facebook")
    assert services.feed.mixes().of().count == 0


def test_a_browser_that_does_not_open_is_said_and_the_text_stays_copied(
    qtbot: QtBot, page: WritePage, desktop: RecordingDesktop, context: AppContext
):
    notices = []
    context.hub.noticed.connect(notices.append)
    desktop.browser_opens = False
    start(qtbot, page, TIP)
    click(qtbot, page, "Ready to post")
    click(qtbot, page, "Copy and open Facebook")
    assert "The browser did not open" in notices[-1].text
    assert desktop.copied == [TIP]


def test_an_idea_starts_a_post(qtbot: QtBot, page: WritePage, services: Services):
    click(qtbot, page, "Ideas")
    click(qtbot, page, "Write this")
    assert the_draft(services).idea
    assert paper(page).text() == the_draft(services).text


def test_each_platform_counts_in_its_own_way(qtbot: QtBot, page: WritePage):
    start(qtbot, page, "Bread")
    says(qtbot, page, "5 of 2,200")


@pytest.mark.parametrize(
    "strange",
    [
        "\u05e9\u05dc\u05d5\u05dd " * 20,
        "👨‍👩‍👧‍👦" * 300,
        "a\u00a0b\u2028c",
        "ab" * 50_000,
        "x\0y",
        "\ud800 half",
    ],
    ids=["right to left", "emoji", "hard space", "very long", "NUL", "half a character"],
)
def test_strange_text_is_taken_and_kept(
    qtbot: QtBot, page: WritePage, services: Services, strange: str
):
    click(qtbot, page, "New post")
    data = QMimeData()
    data.setText(strange)
    paper(page).insertFromMimeData(data)
    page.leave()
    kept = the_draft(services).text
    assert kept.replace("\n", "\u2028") == clean_of(strange)


def clean_of(text: str) -> str:
    """Return what can be kept of a text: no NULs, no halves of characters (Qt drops those)."""
    return text.replace("\0", "").replace("\ud800", "")


def test_drafts_are_listed_with_the_latest_first(
    qtbot: QtBot, page: WritePage, services: Services, clock: Clock
):
    services.drafting.new("An older one")
    clock.advance(hours=1)
    start(qtbot, page, TIP)
    page.leave()
    titles = [draft.title for draft in services.drafting.drafts()]
    assert titles == [TIP.strip(), "An older one"]


def test_the_text_survives_the_page_being_killed(
    qtbot: QtBot, page: WritePage, services: Services, context: AppContext
):
    start(qtbot, page, TIP)
    qtbot.waitUntil(lambda: the_draft(services).text == TIP, timeout=1000)
    another = WritePage(context)
    qtbot.addWidget(another)
    another.show()
    assert paper(another).text() == TIP


def test_a_minute_later_the_draft_says_so(
    qtbot: QtBot, page: WritePage, services: Services, clock: Clock
):
    start(qtbot, page, TIP)
    page.leave()
    clock.advance(minutes=5)
    assert clock.now() - the_draft(services).updated_at == timedelta(minutes=5)


def test_a_selling_draft_can_be_turned_around_and_stays_as_it_is(
    qtbot: QtBot, page: WritePage, services: Services
):
    start(qtbot, page, OFFER)
    click(qtbot, page, "Turn it around")
    click(qtbot, page, "Write this: Ask and listen")
    texts = {draft.text for draft in services.drafting.drafts()}
    assert OFFER in texts
    assert len(texts) == 2


def sell_once(services: Services, context: AppContext) -> None:
    """Let one selling post be out already."""
    sold = services.drafting.new("Buy our bread", platforms=("facebook",))
    services.drafting.keep_verdict(sold.id, Verdict.SELLING)
    step = services.handing_over.start(services.drafting.draft(sold.id), "facebook")
    context.hub.tell(services.handing_over.went_out(step.publication.id))


def test_in_a_launch_week_selling_more_is_meant_and_the_pay_back_is_named(
    qtbot: QtBot, page: WritePage, services: Services, context: AppContext
):
    for _ in range(3):
        sell_once(services, context)
    start(qtbot, page, OFFER)
    click(qtbot, page, "It is our launch week")
    says(qtbot, page, "giving posts pay it back")
    click(qtbot, page, "End the launch week")
    says(qtbot, page, "giving posts first, or turn this one around")


def test_a_text_in_another_language_is_left_to_the_owner(qtbot: QtBot, page: WritePage):
    start(qtbot, page, "Heute backen wir wieder das dunkle Brot, das ihr so gern habt. ")
    says(qtbot, page, "The meter reads English so far.")


def test_one_key_leads_to_the_next_words_that_count_and_says_why(qtbot: QtBot, page: WritePage):
    start(qtbot, page, OFFER)
    qtbot.waitUntil(lambda: bool(paper(page).extraSelections()))
    paper(page).moveCursor(QTextCursor.MoveOperation.Start)
    paper(page).show_next_cue()
    chosen = paper(page).textCursor().selectedText()
    assert chosen
    assert chosen in paper(page).accessibleDescription()


def test_a_post_that_is_out_stays_as_it_went_out(qtbot: QtBot, page: WritePage, services: Services):
    start(qtbot, page, TIP)
    click(qtbot, page, "Ready to post")
    click(qtbot, page, "Copy and open Facebook")
    click(qtbot, page, "Yes, it is out")
    says(qtbot, page, "Out on Facebook, just now.")
    qtbot.keyClicks(paper(page), "more")
    assert paper(page).text() == TIP


def test_the_minutes_spent_writing_are_noted_for_the_posts_platforms(
    qtbot: QtBot, page: WritePage, services: Services, clock: Clock
):
    start(qtbot, page, "Bread")
    for _ in range(4):
        clock.advance(seconds=90)
        qtbot.keyClicks(paper(page), "!")
    page.leave()
    assert services.effort.minutes_this_week(services.planner.today()) == 6
