"""People on Conversations: who they are, one or two, their data, and contacts from a file."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from socialcoach.core.errors import UserError
from socialcoach.core.relations.person import Person
from socialcoach.core.strategy.strategy import Strategy
from socialcoach.services.bundle import Services
from socialcoach.services.relations.contacts import ContactBook
from socialcoach.services.relations.conversations import Entry
from socialcoach.ui.context import AppContext
from socialcoach.ui.hub import Notice
from socialcoach.ui.pages.conversations import ConversationsPage
from tests.ui.conftest import RecordingDesktop
from tests.ui.pages_helpers import button, click, field, find_button, says, visible_text

CARDS = "BEGIN:VCARD\nVERSION:3.0\nFN:{name}\nEMAIL:{email}\nEND:VCARD\n"


@pytest.fixture
def kay(services: Services) -> Person:
    """Kay, who wrote on Facebook."""
    return wrote(services, "facebook", "Kay", "Look at my scones")


@pytest.fixture
def page(qtbot: QtBot, context: AppContext, bakery: Strategy) -> ConversationsPage:
    """Conversations, not shown yet."""
    made = ConversationsPage(context)
    qtbot.addWidget(made)
    made.resize(1100, 820)
    return made


def wrote(services: Services, platform: str, name: str, said: str) -> Person:
    """Let somebody write, and return them."""
    message = services.relations.conversations.note(Entry(platform, name, said))
    return services.relations.people.of_message(message.id)


def show(qtbot: QtBot, page: ConversationsPage, person: Person) -> None:
    """Show the page with a person open."""
    page.show()
    page.open_item(("person", person.id))
    qtbot.waitUntil(lambda: page.context.tasks.is_idle)


def test_fields_are_kept_as_they_are_typed(
    qtbot: QtBot, page: ConversationsPage, services: Services, kay: Person
):
    show(qtbot, page, kay)
    qtbot.keyClicks(field(page, "E-mail"), "kay@example.org")
    people = services.relations.people
    qtbot.waitUntil(lambda: people.person(kay.id).email == "kay@example.org", timeout=1500)


def test_an_emptied_name_is_not_kept_and_says_why(
    qtbot: QtBot, page: ConversationsPage, services: Services, kay: Person
):
    show(qtbot, page, kay)
    field(page, "Name").selectAll()
    qtbot.keyClicks(field(page, "Name"), " ")
    says(qtbot, page, "A person needs a name.")
    assert services.relations.people.person(kay.id).name == "Kay"


def test_two_who_look_alike_become_one_and_two_again(
    qtbot: QtBot,
    page: ConversationsPage,
    services: Services,
    notices: list[Notice],
    kay: Person,
):
    wrote(services, "instagram", "kay", "Which flour?")
    show(qtbot, page, kay)
    says(qtbot, page, "There is another kay (Instagram). Is it the same person?")
    click(qtbot, page, "One person")
    says(qtbot, page, "Which flour?")
    assert services.relations.people.count() == 1
    notices[-1].action()
    assert services.relations.people.count() == 2


def test_two_of_different_names_become_one_by_looking_for_the_other_name(
    qtbot: QtBot, page: ConversationsPage, services: Services, kay: Person, notices: list[Notice]
):
    oven = wrote(services, "instagram", "littleoven", "Steam?")
    show(qtbot, page, kay)
    click(qtbot, page, "They have another name here")
    qtbot.keyClicks(page.focusWidget(), "nobody at all")
    says(qtbot, page, "Nobody found.")
    page.focusWidget().clear()
    qtbot.keyClicks(page.focusWidget(), "littleo")
    click(qtbot, page, "littleoven (Instagram · 1 message)")
    says(qtbot, page, "Instagram: littleoven")
    assert services.relations.people.count() == 1
    notices[-1].action()
    assert services.relations.people.person(oven.id).name == "littleoven"


def test_escape_closes_the_search_for_another_name(
    qtbot: QtBot, page: ConversationsPage, kay: Person
):
    show(qtbot, page, kay)
    click(qtbot, page, "They have another name here")
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Escape)
    assert button(page, "They have another name here").hasFocus()


def test_two_people_of_one_name_are_not_asked_about_again(
    qtbot: QtBot, page: ConversationsPage, services: Services, kay: Person
):
    wrote(services, "instagram", "kay", "Which flour?")
    show(qtbot, page, kay)
    click(qtbot, page, "Two people")
    qtbot.waitUntil(lambda: "same person?" not in visible_text(page))


def test_a_name_that_is_somebody_else_becomes_a_person_of_its_own(
    qtbot: QtBot,
    page: ConversationsPage,
    services: Services,
    notices: list[Notice],
    kay: Person,
):
    other = wrote(services, "instagram", "kay", "Which flour?")
    services.relations.people.join(kay.id, other.id)
    show(qtbot, page, kay)
    click(qtbot, page, "Instagram: kay is somebody else")
    qtbot.waitUntil(lambda: "Which flour?" not in visible_text(page))
    assert services.relations.people.count() == 2
    notices[-1].action()
    assert services.relations.people.count() == 1


def test_one_click_saves_everything_kept_about_somebody(
    qtbot: QtBot,
    page: ConversationsPage,
    services: Services,
    desktop: RecordingDesktop,
    notices: list[Notice],
    kay: Person,
):
    show(qtbot, page, kay)
    click(qtbot, page, "Save their data")
    qtbot.waitUntil(lambda: bool(notices))
    assert {one.suffix for one in services.paths.people.iterdir()} == {".txt", ".json"}
    notices[-1].action()
    assert desktop.folders == [services.paths.people]


def test_one_click_deletes_somebody_and_undo_brings_them_back(
    qtbot: QtBot,
    page: ConversationsPage,
    services: Services,
    notices: list[Notice],
    kay: Person,
):
    wrote(services, "facebook", "Owen", "Hello")
    show(qtbot, page, kay)
    click(qtbot, page, "Delete them")
    qtbot.waitUntil(lambda: bool(notices))
    assert services.relations.people.count() == 1
    qtbot.waitUntil(lambda: find_button(page, "Delete Kay") is None)
    notices[-1].action()
    assert services.relations.people.count() == 2


def test_contacts_are_looked_at_before_they_come_in_and_can_be_taken_back(
    qtbot: QtBot,
    page: ConversationsPage,
    services: Services,
    notices: list[Notice],
    tmp_path: Path,
    kay: Person,
):
    file = tmp_path / "people.vcf"
    cards = [CARDS.format(name=name, email=f"{name}@example.org") for name in ("Ana", "Bo")]
    file.write_text("".join(cards) + "BEGIN:VCARD\nnonsense\nEND:VCARD\n")
    page.show()
    page.open_item(file)
    says(qtbot, page, "2 new people in people.vcf")
    says(qtbot, page, "1 entry is left out")
    assert services.relations.people.count() == 1
    click(qtbot, page, "Bring in 2 people")
    qtbot.waitUntil(lambda: bool(notices))
    assert services.relations.people.count() == 3
    notices[-1].action()
    qtbot.waitUntil(lambda: services.relations.people.count() == 1)


def test_contacts_that_cannot_be_written_leave_a_way_on(
    qtbot: QtBot,
    page: ConversationsPage,
    services: Services,
    tmp_path: Path,
    kay: Person,
    monkeypatch: pytest.MonkeyPatch,
):
    file = tmp_path / "people.vcf"
    file.write_text(CARDS.format(name="Ana", email="ana@example.org"))
    page.show()
    page.open_item(file)
    says(qtbot, page, "1 new person in people.vcf")

    def full(*_: object) -> None:
        raise UserError("database.disk_full", file="socialcoach.db")

    monkeypatch.setattr(ContactBook, "bring_in", full)
    click(qtbot, page, "Bring in 1 person")
    says(qtbot, page, "That file did not come in")
    click(qtbot, page, "Close")
    assert services.relations.people.count() == 1


def test_a_bad_file_says_what_is_wrong_and_offers_another(
    qtbot: QtBot, page: ConversationsPage, services: Services, tmp_path: Path, kay: Person
):
    file = tmp_path / "prices.csv"
    file.write_text("Day,Price\n1,2\n")
    page.show()
    page.open_item(file)
    says(qtbot, page, "SocialCoach found nobody in prices.csv.")
    click(qtbot, page, "Close")
    says(qtbot, page, "Pick a message")


def test_where_there_is_little_room_the_list_and_the_message_take_turns(
    qtbot: QtBot, page: ConversationsPage, services: Services, kay: Person
):
    page.resize(600, 820)
    page.show()
    qtbot.waitUntil(lambda: page.context.tasks.is_idle)
    assert find_button(page, "Copy and open Facebook") is None
    page.open_item(int(services.relations.conversations.waiting()[0].id))
    assert find_button(page, "Copy and open Facebook") is not None
    assert find_button(page, "People") is None
    click(qtbot, page, "Back to the list")
    assert find_button(page, "People") is not None


def test_another_page_can_ask_for_a_list(
    qtbot: QtBot, page: ConversationsPage, services: Services, kay: Person
):
    page.resize(600, 820)
    page.show()
    page.open_item("new")
    assert find_button(page, "Keep it") is not None
    page.open_item("waiting")
    qtbot.waitUntil(lambda: find_button(page, "Waiting 1") is not None)
    assert find_button(page, "Keep it") is None


def test_people_who_may_be_here_twice_are_offered_below_the_list(
    qtbot: QtBot, page: ConversationsPage, services: Services, kay: Person
):
    wrote(services, "instagram", "kay", "Which flour?")
    page.show()
    click(qtbot, page, "People")
    click(qtbot, page, "1 person may be here twice")
    says(qtbot, page, "Is it the same person?")
