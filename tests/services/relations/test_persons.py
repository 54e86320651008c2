"""One person on several platforms: joined, split, saved for them, forgotten; with a way back."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from socialcoach.core.errors import UserError
from socialcoach.core.relations.person import Person
from socialcoach.services.bundle import Services
from socialcoach.services.relations.conversations import Entry
from socialcoach.services.relations.persons import People


def write(services: Services, platform: str, name: str, said: str) -> Person:
    """Let somebody write, and return them."""
    message = services.relations.conversations.note(Entry(platform, name, said))
    return services.relations.people.of_message(message.id)


@pytest.fixture
def people(services: Services) -> People:
    """The people of an empty business."""
    return services.relations.people


def said_by(people: People, person: Person) -> list[str]:
    """Return what somebody wrote, the newest first."""
    return sorted(message.said for message in people.history(person.id))


def test_the_same_name_on_the_same_platform_is_the_same_person(services: Services, people: People):
    one = write(services, "facebook", "Gemma T.", "Hello")
    same = write(services, "facebook", " gemma  t. ", "Hello again")
    other = write(services, "instagram", "Gemma T.", "Hi")
    assert one == same != other
    assert people.count() == 2


def test_two_made_one_share_history_notes_and_fields_and_can_be_two_again(
    services: Services, people: People
):
    gemma = write(services, "facebook", "Gemma T.", "Gluten free?")
    oven = write(services, "instagram", "littleoven", "Steam?")
    people.change(gemma.id, notes="Daughter is nine")
    people.change(oven.id, notes="Bakes at home", email="g@example.org")
    gemma, oven = people.person(gemma.id), people.person(oven.id)
    joined = people.join(gemma.id, oven.id)
    assert said_by(people, gemma) == ["Gluten free?", "Steam?"]
    now = people.person(gemma.id)
    assert now.notes == "Daughter is nine\nBakes at home"
    assert now.email == "g@example.org"
    assert people.count() == 1
    assert len(people.found("littleoven")) == 1
    people.part(joined)
    assert people.person(gemma.id) == gemma
    assert people.person(oven.id) == oven
    assert said_by(people, oven) == ["Steam?"]


def test_what_was_typed_after_joining_stays_when_they_are_two_again(
    services: Services, people: People
):
    gemma = write(services, "facebook", "Gemma T.", "Gluten free?")
    oven = write(services, "instagram", "littleoven", "Steam?")
    people.change(oven.id, email="g@example.org")
    joined = people.join(gemma.id, oven.id)
    people.change(gemma.id, notes="Comes on Fridays")
    people.part(joined)
    assert (people.person(gemma.id).notes, people.person(gemma.id).email) == (
        "Comes on Fridays",
        "",
    )


def test_a_name_that_is_somebody_else_takes_its_messages_along_and_can_come_back(
    services: Services, people: People
):
    gemma = write(services, "facebook", "Gemma T.", "Gluten free?")
    oven = write(services, "instagram", "littleoven", "Steam?")
    people.join(gemma.id, oven.id)
    handle = people.handles(gemma.id)[1]
    apart = people.split(handle.id)
    assert said_by(people, gemma) == ["Gluten free?"]
    assert said_by(people, apart.new) == ["Steam?"]
    assert list(services.relations.conversations.found("steam littleoven"))
    people.unsplit(apart)
    assert said_by(people, gemma) == ["Gluten free?", "Steam?"]
    assert people.count() == 1


def test_the_only_name_of_somebody_stays(services: Services, people: People):
    gemma = write(services, "facebook", "Gemma T.", "Hello")
    with pytest.raises(UserError, match=r"person\.last_name"):
        people.split(people.handles(gemma.id)[0].id)


def test_two_people_of_one_name_are_asked_about_once(services: Services, people: People):
    one = write(services, "facebook", "Kay", "Hello")
    other = write(services, "instagram", "kay", "Hi")
    assert [person.id for person in people.may_be_same(one.id)] == [other.id]
    people.are_two(one.id, other.id)
    assert people.may_be_same(one.id) == people.may_be_same(other.id) == []
    assert people.pairs(5) == []
    people.may_be_one(one.id, other.id)
    assert people.may_be_same(other.id)


def test_a_person_needs_a_name(services: Services, people: People):
    gemma = write(services, "facebook", "Gemma T.", "Hello")
    with pytest.raises(UserError, match=r"person\.no_name"):
        people.change(gemma.id, name="  ")
    assert people.person(gemma.id).name == "Gemma T."


def test_somebody_forgotten_is_gone_from_the_file_and_can_come_back_while_remembered(
    services: Services, people: People
):
    gemma = write(services, "facebook", "Gemma Tarragonia", "About my sourdoughish daughter")
    write(services, "facebook", "Kay", "Hello")
    record = people.forget(gemma.id)
    assert people.count() == 1
    with pytest.raises(UserError, match=r"person\.gone"):
        people.person(gemma.id)
    everything = b"".join(
        file.read_bytes() for file in services.paths.folder.iterdir() if file.is_file()
    )
    assert b"sourdoughish" not in everything
    assert b"arragonia" not in everything
    people.bring_back(record)
    assert people.record(gemma.id) == record
    assert len(services.relations.conversations.found("sourdoughish")) == 1


def test_what_is_kept_about_somebody_is_saved_to_read_and_as_data(
    services: Services, people: People
):
    gemma = write(services, "facebook", "Gemma/T. “../x”", "Gluten free?")
    people.change(gemma.id, notes="Daughter is nine", email="g@example.org")
    message = people.history(gemma.id)[0]
    services.relations.conversations.answered(message.id, "On Fridays.")
    file = services.relations.person_files.write(gemma.id)
    assert file.parent == services.paths.people
    text = file.read_text("utf-8-sig")
    for words in ("Gluten free?", "On Fridays.", "Daughter is nine", "g@example.org"):
        assert words in text
    data = json.loads(file.with_suffix(".json").read_text("utf-8"))
    assert data["person"]["email"] == "g@example.org"
    assert data["messages"][0]["answer"] == "On Fridays."
    assert data["goes_by"][0]["platform"] == "facebook"


def test_a_folder_that_cannot_be_written_is_said_in_words(services: Services, people: People):
    gemma = write(services, "facebook", "Gemma T.", "Hello")
    Path(services.paths.people).write_text("in the way")
    with pytest.raises(UserError, match=r"file\.not_written"):
        services.relations.person_files.write(gemma.id)
