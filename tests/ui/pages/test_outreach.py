"""Outreach as an owner uses it: cards, stages, letters, a final no, and listening."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QListView,
    QMenu,
    QTableView,
    QTextEdit,
)
from pytestqt.qtbot import QtBot

from socialcoach.core.relations.listening import Talk, TalkTag
from socialcoach.core.relations.promoter import Gift, Promoter, PromoterKind, Stage
from socialcoach.core.strategy.strategy import Strategy
from socialcoach.services.bundle import Services
from socialcoach.ui.context import AppContext
from socialcoach.ui.hub import Notice
from socialcoach.ui.pages.outreach import OutreachPage
from tests.ui.conftest import RecordingDesktop
from tests.ui.pages_helpers import (
    button,
    choice,
    click,
    field,
    find_button,
    says,
    visible_buttons,
    visible_text,
)

KATE = Promoter(
    0,
    "Kitchen table Kate",
    who_follows="home cooks",
    stage=Stage.WARMING_UP,
    kind=PromoterKind.BLOGGER,
    gifts=(Gift.HOST,),
    greet="Kate",
    email="kate@example.org",
    link="kate.example.org",
)
PEOPLE_VIEW = "People who can recommend you"
LISTENING_VIEW = "Listening: where people already talk"


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


def stage_list(page: OutreachPage, stage: str) -> QListView:
    """Return the column of a stage on the board."""
    views = [view for view in page.findChildren(QListView) if view.isVisible()]
    return next(view for view in views if view.accessibleName().startswith(stage))


def cards(page: OutreachPage, stage: str) -> list[str]:
    """Return the names on the cards of a stage."""
    model = stage_list(page, stage).model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def first_card(qtbot: QtBot, page: OutreachPage, stage: str) -> QListView:
    """Put the keyboard on the first card of a stage and return its column."""
    view = stage_list(page, stage)
    page.window().activateWindow()
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)
    view.setCurrentIndex(view.model().index(0, 0))
    return view


def drop_on(view: QListView, data: QMimeData) -> None:
    """Carry something over a column with the left button and let go."""
    move, buttons = Qt.DropAction.MoveAction, Qt.MouseButton.LeftButton
    keys, where = Qt.KeyboardModifier.NoModifier, QPoint(20, 20)
    QApplication.sendEvent(view.viewport(), QDragEnterEvent(where, move, data, buttons, keys))
    QApplication.sendEvent(view.viewport(), QDragMoveEvent(where, move, data, buttons, keys))
    dropped = QDropEvent(where.toPointF(), move, data, buttons, keys)
    QApplication.sendEvent(view.viewport(), dropped)


def undo(notices: list[Notice]) -> None:
    """Press Undo on the last notice."""
    assert notices[-1].button == "Undo"
    assert notices[-1].action is not None
    notices[-1].action()


def stage_of(services: Services, promoter_id: int) -> Stage:
    return services.relations.outreach.record(promoter_id).promoter.stage


# all of them


def test_an_empty_page_leads_to_whom_to_look_for(qtbot: QtBot, page: OutreachPage):
    says(qtbot, page, "Nobody on your list yet")
    click(qtbot, page, "See whom to look for")
    says(qtbot, page, "Home bakers who show their failures too")


def test_a_card_is_begun_from_the_guided_list(qtbot: QtBot, page: OutreachPage, services: Services):
    click(qtbot, page, "Whom to look for")
    click(qtbot, page, "Start a card: Home bakers who show their failures too")
    qtbot.keyClicks(field(page, "What are they called?"), "Crumb by Ed")
    click(qtbot, page, "Make the card")
    says(qtbot, page, "Crumb by Ed")
    (line,) = services.relations.outreach.lines()
    promoter = services.relations.outreach.record(line.id).promoter
    assert promoter.kind is PromoterKind.BLOGGER
    assert promoter.gifts == (Gift.HOST,)
    assert promoter.value_offered.startswith("a night at the ovens")


def test_a_new_card_wants_a_name(qtbot: QtBot, page: OutreachPage, notices: list[Notice]):
    click(qtbot, page, "New card")
    click(qtbot, page, "Make the card")
    assert notices[-1].text.startswith("Give the card a name")


def test_keys_move_a_card_and_the_notice_takes_it_back(
    qtbot: QtBot, kate: int, page: OutreachPage, services: Services, notices: list[Notice]
):
    qtbot.waitUntil(lambda: cards(page, "Getting to know") == ["Kitchen table Kate"])
    view = first_card(qtbot, page, "Getting to know")
    qtbot.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: cards(page, "Offer made") == ["Kitchen table Kate"])
    assert stage_of(services, kate) is Stage.OFFERED
    undo(notices)
    qtbot.waitUntil(lambda: cards(page, "Getting to know") == ["Kitchen table Kate"])


def test_a_dragged_card_moves(qtbot: QtBot, kate: int, page: OutreachPage, services: Services):
    qtbot.waitUntil(lambda: cards(page, "Getting to know") == ["Kitchen table Kate"])
    source, target = stage_list(page, "Getting to know"), stage_list(page, "Working together")
    data: QMimeData = source.model().mimeData([source.model().index(0, 0)])
    drop_on(target, data)
    qtbot.waitUntil(lambda: cards(page, "Working together") == ["Kitchen table Kate"])
    assert stage_of(services, kate) is Stage.WORKING_TOGETHER


def test_a_card_dropped_on_another_card_moves_to_its_stage(
    qtbot: QtBot, kate: int, page: OutreachPage, services: Services
):
    services.relations.outreach.new(Promoter(0, "Beth", stage=Stage.RESTING))
    page.refresh()
    qtbot.waitUntil(lambda: cards(page, "Resting") == ["Beth"])
    source = stage_list(page, "Getting to know")
    data: QMimeData = source.model().mimeData([source.model().index(0, 0)])
    drop_on(stage_list(page, "Resting"), data)
    qtbot.waitUntil(lambda: len(cards(page, "Resting")) == 2)
    assert stage_of(services, kate) is Stage.RESTING


def test_the_menu_of_a_card_moves_it_too(
    qtbot: QtBot, kate: int, page: OutreachPage, services: Services
):
    qtbot.waitUntil(lambda: cards(page, "Getting to know") == ["Kitchen table Kate"])
    view = first_card(qtbot, page, "Getting to know")
    view.customContextMenuRequested.emit(QPoint(5, 5))
    menu = view.findChildren(QMenu)[0]
    actions = {action.text(): action for action in menu.actions()}
    assert not actions["Move to “Getting to know”"].isEnabled()
    actions["Move to “Resting”"].trigger()
    menu.close()
    assert stage_of(services, kate) is Stage.RESTING


def test_arrow_keys_walk_from_column_to_column(
    qtbot: QtBot, kate: int, page: OutreachPage, services: Services
):
    other = services.relations.outreach.new(Promoter(0, "Beth", stage=Stage.RESTING))
    page.refresh()
    qtbot.waitUntil(lambda: cards(page, "Resting") == ["Beth"])
    view = first_card(qtbot, page, "Getting to know")
    qtbot.keyClick(view, Qt.Key.Key_Right)
    resting = stage_list(page, "Resting")
    assert resting.hasFocus()
    assert resting.currentIndex().data() == "Beth"
    assert other.promoter_id


def test_a_search_looks_through_notes_too(
    qtbot: QtBot, kate: int, page: OutreachPage, services: Services
):
    services.relations.outreach.new(Promoter(0, "Beth", who_follows="120 runners"))
    page.refresh()
    qtbot.waitUntil(lambda: cards(page, "To look up") == ["Beth"])
    qtbot.keyClicks(field(page, "Search people who can recommend you"), "runners")
    qtbot.waitUntil(lambda: cards(page, "Getting to know") == [])
    assert cards(page, "To look up") == ["Beth"]
    says(qtbot, page, "1 found")


def test_the_list_sorts_by_what_is_chosen(
    qtbot: QtBot, kate: int, page: OutreachPage, services: Services
):
    services.relations.outreach.new(Promoter(0, "Beth"))
    page.refresh()
    qtbot.waitUntil(lambda: cards(page, "To look up") == ["Beth"])
    click(qtbot, page, "List")
    order = choice(page, "Order of the list")
    order.setCurrentIndex(order.findText("By name"))
    order.activated.emit(order.currentIndex())
    table = next(view for view in page.findChildren(QTableView) if view.isVisible())
    names = [table.model().index(row, 0).data() for row in range(table.model().rowCount())]
    assert names == ["Beth", "Kitchen table Kate"]


def test_who_is_due_is_shown_with_the_reason(qtbot: QtBot, page: OutreachPage, services: Services):
    day = services.planner.today() - timedelta(days=2)
    services.relations.outreach.new(Promoter(0, "Femi", next_step="Write the page", next_on=day))
    page.refresh()
    says(qtbot, page, "Femi: Write the page")
    says(qtbot, page, "You wanted to do this 2 days ago.")
    click(qtbot, page, "Open Femi")
    says(qtbot, page, "Who they are")


def test_delete_on_the_board_can_be_taken_back(
    qtbot: QtBot, kate: int, page: OutreachPage, services: Services, notices: list[Notice]
):
    qtbot.waitUntil(lambda: cards(page, "Getting to know") == ["Kitchen table Kate"])
    view = first_card(qtbot, page, "Getting to know")
    qtbot.keyClick(view, Qt.Key.Key_Delete)
    says(qtbot, page, "Nobody on your list yet")
    undo(notices)
    says(qtbot, page, "Offer made")
    qtbot.waitUntil(lambda: cards(page, "Getting to know") == ["Kitchen table Kate"])
    assert services.relations.outreach.lines()[0].id == kate


# one card


def test_what_is_typed_on_a_card_is_kept_and_can_be_undone(
    qtbot: QtBot, kate: int, page: OutreachPage, services: Services
):
    page.open_item(kate)
    qtbot.keyClicks(field(page, "What will you do?"), "Bring bread")
    record = services.relations.outreach.record
    qtbot.waitUntil(lambda: record(kate).promoter.next_step == "Bring bread")
    click(qtbot, page, "Undo: Changed the next step.")
    assert record(kate).promoter.next_step == ""
    assert field(page, "What will you do?").text() == ""


def test_leaving_the_page_keeps_the_last_words(
    kate: int, page: OutreachPage, services: Services, qtbot: QtBot
):
    page.open_item(kate)
    qtbot.keyClicks(field(page, "What came of it?"), "She came by")
    page.leave()
    assert services.relations.outreach.record(kate).promoter.result == "She came by"


def test_one_more_customer_with_one_click(
    qtbot: QtBot, kate: int, page: OutreachPage, services: Services, notices: list[Notice]
):
    page.open_item(kate)
    click(qtbot, page, "One more: customers they sent")
    assert services.relations.outreach.lines()[0].customers == 1
    undo(notices)
    assert services.relations.outreach.lines()[0].customers == 0


def test_noting_a_contact_shows_in_the_history(
    qtbot: QtBot, kate: int, page: OutreachPage, services: Services
):
    page.open_item(kate)
    line = field(page, "Did you get in touch?")
    qtbot.keyClicks(line, "rang, she likes the idea")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    says(qtbot, page, "Got in touch: rang, she likes the idea")
    assert services.relations.outreach.record(kate).promoter.last_contact_at is not None


def test_a_stage_is_chosen_on_the_card(
    qtbot: QtBot, kate: int, page: OutreachPage, services: Services
):
    page.open_item(kate)
    stages: QComboBox = choice(page, "Where it stands")
    stages.setCurrentIndex(stages.findText("Resting"))
    stages.activated.emit(stages.currentIndex())
    assert stage_of(services, kate) is Stage.RESTING
    says(qtbot, page, "Moved to “Resting”")


def test_a_no_needs_one_confirmation_and_is_final(
    qtbot: QtBot, kate: int, page: OutreachPage, services: Services
):
    page.open_item(kate)
    click(qtbot, page, "They do not want to be contacted")
    says(qtbot, page, "This is final.")
    assert not services.relations.outreach.record(kate).promoter.do_not_contact
    click(qtbot, page, "Yes, leave them in peace for good")
    assert services.relations.outreach.record(kate).promoter.do_not_contact
    assert find_button(page, "Write a letter") is None
    shown = {"All people", "Copy all about them", "Delete the card"}
    assert set(visible_buttons(page)) == shown


def test_a_name_that_said_no_cannot_be_begun_again(
    qtbot: QtBot, kate: int, page: OutreachPage, services: Services
):
    services.relations.outreach.stop_contact(kate)
    click(qtbot, page, "New card")
    qtbot.keyClicks(field(page, "What are they called?"), "kitchen TABLE kate")
    says(qtbot, page, "Kitchen table Kate asked not to be contacted.")
    assert not button(page, "Make the card").isEnabled()
    click(qtbot, page, "Look at the card")
    says(qtbot, page, "Do not contact")


def test_a_no_is_known_again_when_its_card_is_deleted(
    qtbot: QtBot, kate: int, page: OutreachPage, services: Services
):
    services.relations.outreach.stop_contact(kate)
    services.relations.outreach.delete(kate)
    click(qtbot, page, "New card")
    qtbot.keyClicks(field(page, "What are they called?"), "Kitchen table Kate")
    says(qtbot, page, "Kitchen table Kate asked not to be contacted. That stays so.")
    assert not button(page, "Make the card").isEnabled()


def test_everything_about_somebody_is_copied_in_one_click(
    qtbot: QtBot, kate: int, page: OutreachPage, desktop: RecordingDesktop
):
    page.open_item(kate)
    click(qtbot, page, "Copy all about them")
    assert "Name: Kitchen table Kate" in desktop.copied[0]
    assert "kate@example.org" in desktop.copied[0]


# letters


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
