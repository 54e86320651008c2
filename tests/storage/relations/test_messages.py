"""Messages and the people who wrote them come back as they were kept, and are found by any word."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlite_utils import Database

from socialcoach.core.progress.answering import Exchange
from socialcoach.core.relations.message import (
    Care,
    Message,
    MessageStatus,
    Mood,
    Permission,
    Shelf,
)
from socialcoach.core.relations.person import Handle, Person
from socialcoach.storage.relations.messages import Messages
from socialcoach.storage.relations.persons import Persons

NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)
HOUR = timedelta(hours=1)


def add_person(database: Database, name: str = "Zoë 👩‍🍳", platform: str = "facebook") -> Handle:
    """Add somebody with one handle and return it."""
    persons = Persons(database)
    person = persons.add(Person(0, name, NOW))
    return persons.add_handle(Handle(0, person.id, platform, name))


@pytest.fixture
def asked(database: Database) -> Message:
    """A question of Zoë's, not kept yet."""
    return Message(0, add_person(database).id, "facebook", "Open on Monday?", NOW)


def test_a_message_comes_back_with_all_it_holds(database: Database, asked: Message):
    full = replace(
        asked,
        mood=Mood.WORRIED,
        needs="the hours",
        status=MessageStatus.ANSWERED,
        answered_at=NOW + HOUR,
        answer="Yes, from 8.",
        link="https://example.org/1",
        remote_id="1",
        follow_up_on=date(2026, 12, 1),
        permission=Permission.ASKED,
        care=Care.FINE,
        rests_until=NOW + HOUR,
        post_id=7,
    )
    kept = Messages(database).add(full)
    assert Messages(database).get(kept.id) == kept == replace(full, id=kept.id)


def test_who_waits_longest_stands_first(database: Database, asked: Message):
    store = Messages(database)
    late = store.add(replace(asked, wrote_at=NOW + HOUR))
    early = store.add(asked)
    store.add(replace(asked, status=MessageStatus.ANSWERED, answered_at=NOW))
    assert list(store.ids(Shelf.WAITING)) == [early.id, late.id]
    assert store.waiting(5) == [early, late]
    assert store.counts()[Shelf.WAITING] == 2


def test_a_message_is_found_by_the_beginning_of_a_word_and_by_its_writer(
    database: Database, asked: Message
):
    store = Messages(database)
    kept = store.add(asked)
    for words in ("mond", "zoe", "zoë monday", "ZOE open"):
        assert list(store.found(words)) == [kept.id], words
    assert list(store.found("zoe tuesday")) == []


@pytest.mark.parametrize("words", ['"', "*", "a OR", "(((", "said:", "NEAR(", "-", "^", "'; --"])
def test_signs_that_mean_something_to_a_search_do_no_harm(
    database: Database, asked: Message, words: str
):
    Messages(database).add(asked)
    assert list(Messages(database).found(words)) in ([], [1])


def test_the_search_follows_a_new_answer_and_a_new_name(database: Database, asked: Message):
    store, persons = Messages(database), Persons(database)
    kept = store.add(asked)
    store.save(replace(kept, answer="We open at eight"))
    assert list(store.found("eight")) == [kept.id]
    person = persons.get(1)
    assert person is not None
    persons.save(replace(person, name="Margaret"))
    assert list(store.found("margaret")) == [kept.id]
    store.remove([kept.id])
    assert list(store.found("margaret")) == []


def test_people_are_found_by_any_of_their_names(database: Database):
    zoe = add_person(database)
    persons = Persons(database)
    persons.add_handle(Handle(0, zoe.person_id, "mastodon", "Z", "@zed@example.org"))
    assert list(persons.found("zed")) == [zoe.person_id]
    assert persons.lines([zoe.person_id])[zoe.person_id].platforms == ("facebook", "mastodon")


def test_somebody_forgotten_leaves_no_word_in_the_file_and_can_be_put_back(
    database: Database, asked: Message
):
    store, persons = Messages(database), Persons(database)
    kept = store.add(replace(asked, said="A very peculiarword"))
    record = persons.record(1)
    assert record is not None
    persons.forget(record)
    persons.wipe()
    assert list(store.found("peculiarword")) == list(persons.found("zoe")) == []
    for table in ("message", "handle", "person"):
        assert database.table(table).count == 0
    blocks = database.execute("select block from message_search_data").fetchall()
    assert not any(b"peculiar" in block for (block,) in blocks)
    persons.put_back(record)
    assert persons.record(1) == record
    assert list(store.found("peculiarword zoe")) == [kept.id]


def test_what_needs_no_answer_counts_for_no_waiting_time(database: Database, asked: Message):
    store = Messages(database)
    store.add(asked)
    store.add(replace(asked, status=MessageStatus.DONE))
    store.add(replace(asked, status=MessageStatus.ANSWERED, answered_at=NOW + HOUR))
    store.add(replace(asked, wrote_at=NOW + HOUR))
    assert store.exchanges(NOW, NOW + HOUR) == [Exchange(NOW), Exchange(NOW, NOW + HOUR)]


def test_nothing_comes_from_a_network_twice(database: Database, asked: Message):
    store = Messages(database)
    store.add(replace(asked, remote_id="at://1"))
    assert store.has_remote("facebook", "at://1")
    assert not store.has_remote("mastodon", "at://1")
    assert not store.has_remote("facebook", "")
