"""Letters to people who can recommend one, and listening to where people talk."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QTextEdit,
)
from pytestqt.qtbot import QtBot

from socialcoach.core.relations.listening import Talk, TalkTag
from socialcoach.core.strategy.strategy import Strategy
from socialcoach.services.bundle import Services
from socialcoach.ui.hub import Notice
from socialcoach.ui.pages.outreach import OutreachPage
from tests.ui.conftest import RecordingDesktop
from tests.ui.pages.outreach.desk import LISTENING_VIEW, undo
from tests.ui.pages_helpers import (
    button,
    choice,
    click,
    field,
    find_button,
    says,
    visible_text,
)


def paper(page: OutreachPage) -> QTextEdit:
    return next(one for one in page.findChildren(QTextEdit) if one.isVisible())


def write(qtbot: QtBot, page: OutreachPage, text: str) -> None:
    """Write a letter of one's own over the template."""
    paper(page).selectAll()
    qtbot.keyClicks(paper(page), text)


def test_a_letter_begins_from_a_template_and_is_kept(
    qtbot: QtBot, kate: int, page: OutreachPage, services: Services
):
    page.open_item(kate)
    click(qtbot, page, "Write a letter")
    assert paper(page).toPlainText().startswith("Hello Kate,")
    says(qtbot, page, "in brackets wait for your own words.")
    write(qtbot, page, "Hello Kate, come by.")
    letters = services.relations.letters
    qtbot.waitUntil(lambda: letters.open(kate).text == "Hello Kate, come by.")


def test_pushy_words_are_pointed_out_with_a_tip(qtbot: QtBot, kate: int, page: OutreachPage):
    page.open_item(("letter", kate))
    write(qtbot, page, "Hurry! Order now, the offer ends today, the best bread ever!")
    says(qtbot, page, "“Order now”: asks to buy or come")


def test_a_social_link_is_swapped_for_the_shops_address(
    qtbot: QtBot, kate: int, page: OutreachPage, services: Services, bakery: Strategy
):
    shop = replace(bakery.business, shop_link="hill.example/order")
    services.planner.keep(replace(bakery, business=shop))
    page.open_item(("letter", kate))
    write(qtbot, page, "Look at facebook.com/hill and see")
    says(qtbot, page, "This link leads to Facebook.")
    click(qtbot, page, "Put hill.example/order instead")
    assert paper(page).toPlainText() == "Look at hill.example/order and see"
    assert find_button(page, "Put hill.example/order instead") is None


def test_a_letter_goes_to_one_person_and_only_by_hand(
    qtbot: QtBot, kate: int, page: OutreachPage, desktop: RecordingDesktop
):
    page.open_item(("letter", kate))
    write(qtbot, page, "Hello Kate")
    assert desktop.addresses == []
    click(qtbot, page, "Open in mail")
    assert desktop.addresses[0].startswith("mailto:kate@example.org?subject=")
    assert desktop.addresses[0].endswith("&body=Hello%20Kate")
    click(qtbot, page, "Open their page")
    assert desktop.addresses[1] == "https://kate.example.org"
    assert desktop.copied == ["Hello Kate"]


def test_i_sent_it_notes_the_contact_and_goes_back_to_the_card(
    qtbot: QtBot, kate: int, page: OutreachPage, services: Services, notices: list[Notice]
):
    page.open_item(("letter", kate))
    write(qtbot, page, "Hello Kate")
    click(qtbot, page, "I sent it")
    says(qtbot, page, "What happened")
    assert "Sent a letter" in visible_text(page)
    undo(notices)
    assert services.relations.letters.open(kate).text == "Hello Kate"


def test_the_template_can_be_changed_and_taken_back(
    qtbot: QtBot, kate: int, page: OutreachPage, notices: list[Notice]
):
    page.open_item(("letter", kate))
    write(qtbot, page, "My own words")
    templates = choice(page, "Begin with")
    templates.setCurrentIndex(templates.findText("A first hello"))
    templates.activated.emit(templates.currentIndex())
    assert "I wanted you to know that it did somebody good." in paper(page).toPlainText()
    undo(notices)
    assert paper(page).toPlainText() == "My own words"


# readiness


def test_the_readiness_questions_guide_and_never_block(
    qtbot: QtBot, page: OutreachPage, services: Services
):
    click(qtbot, page, "Three short questions")
    click(qtbot, page, "Not yet")
    says(qtbot, page, "Put the product right first.")
    assert services.relations.ready.readiness().product == "not_yet"
    assert button(page, "New card").isEnabled()


# listening


def test_a_search_opens_only_by_a_click(
    qtbot: QtBot, page: OutreachPage, desktop: RecordingDesktop
):
    page.open_item("listening")
    click(qtbot, page, "bread")
    click(qtbot, page, "looking for…")
    assert desktop.addresses == []
    click(qtbot, page, "Facebook groups")
    wanted = "https://www.facebook.com/search/groups/?q=looking%20for%20bread"
    assert desktop.addresses == [wanted]
    assert choice(page, "On which platform?").currentText() == "Facebook"


def test_a_word_of_ones_own_is_remembered(qtbot: QtBot, page: OutreachPage, services: Services):
    click(qtbot, page, LISTENING_VIEW)
    line = field(page, "A word of your own")
    qtbot.keyClicks(line, "nut cake")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    says(qtbot, page, "Search for “nut cake” on:")
    assert services.relations.listening_words.words()[0] == "nut cake"


def test_a_talk_is_noted_in_one_line_and_taken_back(
    qtbot: QtBot, page: OutreachPage, services: Services, notices: list[Notice]
):
    page.open_item("listening")
    qtbot.keyClicks(field(page, "What was said?"), "Who sells rye?")
    click(qtbot, page, "Note it")
    says(qtbot, page, "So far: 1 talk on Facebook.")
    undo(notices)
    assert services.relations.listening.talks() == []


def test_a_talk_becomes_a_post(
    qtbot: QtBot, page: OutreachPage, services: Services, wanted: list[tuple[str, object]]
):
    services.relations.listening.note(
        Talk(0, "facebook", "Who sells rye?", tags=(TalkTag.QUESTION,))
    )
    page.refresh()
    page.open_item("listening")
    click(qtbot, page, "Make this a post")
    (draft,) = services.drafting.drafts()
    assert wanted == [("write", draft.id)]
    assert "Who sells rye?" in draft.text
    click(qtbot, page, "Open the post")
    assert len(services.drafting.drafts()) == 1


def test_a_talk_is_kept_among_the_ideas_once_and_can_be_taken_back(
    qtbot: QtBot, page: OutreachPage, services: Services, notices: list[Notice]
):
    services.relations.listening.note(Talk(0, "facebook", "Who sells rye?"))
    page.refresh()
    page.open_item("listening")
    click(qtbot, page, "Keep as an idea")
    first = services.writing.ideas.all()[0]
    assert first.title == "Who sells rye?"
    assert "Who sells rye?" in first.starter
    assert first.value.startswith("Heard on Facebook.")
    click(qtbot, page, "Keep as an idea")
    assert notices[-1].text == "It is among your ideas already."
    notices[-2].action()
    assert "Who sells rye?" not in [one.title for one in services.writing.ideas.all()]


def test_a_talk_becomes_a_card(qtbot: QtBot, page: OutreachPage, services: Services):
    services.relations.listening.note(Talk(0, "facebook", "Answers everybody", who="Jan"))
    page.refresh()
    page.open_item("listening")
    click(qtbot, page, "Make this a card")
    says(qtbot, page, "Who they are")
    assert services.relations.outreach.lines()[0].name == "Jan"
    assert field(page, "Name").text() == "Jan"


def test_talks_are_searched_and_changed(qtbot: QtBot, page: OutreachPage, services: Services):
    listening = services.relations.listening
    listening.note(Talk(0, "facebook", "Who sells rye?"))
    listening.note(Talk(0, "reddit", "Cake for Sunday", place="Baking"))
    page.refresh()
    page.open_item("listening")
    qtbot.keyClicks(field(page, "Search what you heard"), "baking")
    says(qtbot, page, "Cake for Sunday")
    click(qtbot, page, "Change")
    assert field(page, "Where exactly?").text() == "Baking"
    qtbot.keyClicks(field(page, "Who?"), "Ruth")
    click(qtbot, page, "Note it")
    assert listening.talks()[0].who == "Ruth"
