"""Outreach as an owner uses it: cards, stages, letters, a final no, and listening."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtWidgets import (
    QComboBox,
    QMenu,
    QTableView,
)
from pytestqt.qtbot import QtBot

from socialcoach.core.relations.promoter import Gift, Promoter, PromoterKind, Stage
from socialcoach.services.bundle import Services
from socialcoach.ui.hub import Notice
from socialcoach.ui.pages.outreach import OutreachPage
from tests.ui.conftest import RecordingDesktop
from tests.ui.pages.outreach.desk import cards, drop_on, first_card, stage_list, stage_of, undo
from tests.ui.pages_helpers import (
    button,
    choice,
    click,
    field,
    find_button,
    says,
    visible_buttons,
)


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
