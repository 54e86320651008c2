"""Messages, questions, praise and found replies, as the pages and the networks use them."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlite_utils import Database

from socialcoach.core.changes import Changes
from socialcoach.core.errors import UserError
from socialcoach.core.planning.outgoing import FoundReply
from socialcoach.core.relations.message import MessageStatus, Mood, Shelf
from socialcoach.core.relations.similar import QuestionGroup
from socialcoach.core.strategy.brand import Brand
from socialcoach.core.strategy.strategy import Strategy
from socialcoach.services.bundle import Services
from socialcoach.services.meter.reader import context_of
from socialcoach.services.relations.conversations import Conversations, Entry
from socialcoach.services.relations.taken_away import TAKEN_AWAY
from socialcoach.storage.settings import SettingStore
from tests.conftest import Clock

GLUTEN = ("Do you do anything gluten free?", "Is any bread gluten free?", "Gluten free rolls?")


@pytest.fixture
def talk(services: Services) -> Conversations:
    """The conversations of an empty business."""
    return services.relations.conversations


def reply(clock: Clock, remote_id: str = "at://1", **other: str) -> FoundReply:
    """Return a reply as a network gives it."""
    found = FoundReply(
        platform="bluesky",
        remote_id=remote_id,
        about_remote_id="at://post",
        name="Zoë",
        handle="zoe.example.org",
        text="Love this, thank you so much",
        wrote_at=clock.now() - timedelta(hours=2),
        link="https://bsky.app/profile/zoe.example.org/post/1",
    )
    return replace(found, **other)


def test_a_message_needs_words_and_somebody_who_said_them(talk: Conversations):
    with pytest.raises(UserError, match=r"message\.empty"):
        talk.note(Entry("facebook", "Ana", "  "))
    with pytest.raises(UserError, match=r"message\.no_name"):
        talk.note(Entry("facebook", " ", "Hello"))


def test_a_message_is_never_from_the_future(talk: Conversations, clock: Clock):
    later = clock.now() + timedelta(days=2)
    kept = talk.note(Entry("facebook", "Ana", "Hello", wrote_at=later))
    assert kept.wrote_at == clock.now()


def test_an_answer_waits_with_the_message_until_it_was_sent(talk: Conversations, clock: Clock):
    kept = talk.note(Entry("facebook", "Ana", "Hello"))
    assert talk.keep_reply(kept.id, "Hi An") is Changes.PEOPLE
    assert talk.keep_reply(kept.id, "Hi An") is Changes.NOTHING
    clock.advance(hours=3)
    talk.answered(kept.id, "Hi Ana ")
    answered = talk.message(kept.id)
    assert (answered.answer, answered.answered_at) == ("Hi Ana", clock.now())
    talk.reopen(kept.id)
    assert talk.message(kept.id).is_waiting
    assert talk.message(kept.id).answered_at is None


def test_done_needs_no_day_to_come_back(talk: Conversations, services: Services):
    kept = talk.note(Entry("facebook", "Ana", "Hello"))
    talk.follow_up(kept.id, services.planner.today())
    talk.done(kept.id)
    assert talk.counts() == {
        Shelf.WAITING: 0,
        Shelf.FOLLOW_UP: 0,
        Shelf.ANSWERED: 0,
        Shelf.DONE: 1,
    }


def test_found_replies_are_kept_once_however_often_they_are_found(
    services: Services, talk: Conversations, clock: Clock
):
    inbox = services.relations.inbox
    assert inbox.keep([reply(clock), reply(clock)]) is Changes.PEOPLE
    kept = talk.waiting()[0]
    talk.answered(kept.id, "You are welcome")
    assert inbox.keep([reply(clock)]) is Changes.NOTHING
    assert talk.message(kept.id).status is MessageStatus.ANSWERED
    assert len(talk.ids(Shelf.ANSWERED)) == 1


def test_what_was_taken_away_is_not_found_anew_until_it_is_brought_back(
    services: Services, talk: Conversations, clock: Clock
):
    inbox = services.relations.inbox
    inbox.keep([reply(clock)])
    kept = talk.waiting()[0]
    talk.remove(kept.id)
    assert inbox.keep([reply(clock)]) is Changes.NOTHING
    talk.bring_back(kept)
    talk.remove(kept.id)
    talk.bring_back(kept)
    assert [one.id for one in talk.waiting()] == [kept.id]


def test_somebody_forgotten_is_not_found_anew(
    services: Services, talk: Conversations, database: Database, clock: Clock
):
    inbox, people = services.relations.inbox, services.relations.people
    inbox.keep([reply(clock)])
    people.forget(people.of_message(talk.waiting()[0].id).id)
    assert inbox.keep([reply(clock)]) is Changes.NOTHING
    assert people.count() == 0
    [fingerprint] = SettingStore(database).get(TAKEN_AWAY)
    assert "at://" not in fingerprint


def test_a_found_reply_brings_its_writer_mood_time_and_link(
    services: Services, talk: Conversations, clock: Clock
):
    services.relations.inbox.keep([reply(clock)])
    kept = talk.waiting()[0]
    assert kept.mood == Mood.HAPPY
    assert kept.wrote_at == clock.now() - timedelta(hours=2)
    assert services.relations.answers.address(kept) == kept.link
    person = services.relations.people.of_message(kept.id)
    assert person.name == "Zoë"
    assert services.relations.people.handles(person.id)[0].address == "zoe.example.org"


def test_two_writers_of_one_name_are_told_apart_by_their_address(
    services: Services, talk: Conversations, clock: Clock
):
    other = reply(clock, "at://2", handle="zoe.example.net")
    services.relations.inbox.keep([reply(clock), other, reply(clock, "at://3")])
    assert services.relations.people.count() == 2
    assert len(talk.waiting()) == 3


def test_a_reply_without_words_is_no_message(services: Services, talk: Conversations, clock: Clock):
    assert services.relations.inbox.keep([reply(clock, text=" ")]) is Changes.NOTHING


def test_a_link_that_is_no_web_address_is_not_opened(services: Services, talk: Conversations):
    kept = talk.note(Entry("facebook", "Ana", "Hello", link="file:///etc/passwd"))
    address = services.relations.answers.address(kept)
    assert address == "https://business.facebook.com/latest/inbox"


def ask_three_times(services: Services) -> QuestionGroup:
    """Let three people ask about gluten and return the group."""
    for name, said in zip(("Ana", "Bo", "Cy"), GLUTEN, strict=True):
        services.relations.conversations.note(Entry("facebook", name, said))
    services.relations.conversations.note(Entry("facebook", "Dee", "Where can I park?"))
    (group,) = services.relations.questions.frequent()
    return group


def test_three_alike_questions_begin_a_post_that_gives(services: Services, talk: Conversations):
    group = ask_three_times(services)
    talk.answered(group.message_ids[0], "On Fridays, baked before all other bread.")
    post = services.relations.questions.start_post(group)
    assert "On Fridays, baked before all other bread." in post.text
    reading = services.reader.read(post.text, context_of(services.planner.strategy()))
    assert reading.band == "giving"
    assert services.relations.questions.frequent() == []


def test_questions_set_aside_come_back_when_taken_back(services: Services):
    group = ask_three_times(services)
    services.relations.questions.set_aside(group)
    assert services.relations.questions.frequent() == []
    services.relations.questions.ask_again(group)
    assert len(services.relations.questions.frequent()) == 1


def test_old_questions_have_had_their_time(services: Services, clock: Clock):
    ask_three_times(services)
    clock.advance(days=91)
    assert services.relations.questions.frequent() == []


def test_a_customer_in_the_spotlight_counts_as_giving(services: Services, talk: Conversations):
    kept = talk.note(Entry("facebook", "Lorna B.", "My mum cried when she saw the cake."))
    post = services.relations.praise.start_spotlight(kept, "Lorna B.")
    reading = services.reader.read(post.text, context_of(services.planner.strategy()))
    assert reading.band == "giving"


def test_saved_answers_can_be_added_taken_off_and_brought_back(services: Services):
    answers = services.relations.answers
    bundled = len(answers.saved())
    own = answers.keep("", "Ring the bell at the back door, please.")
    assert own.title == "Ring the bell at the back door, please."
    assert answers.saved()[0] == own
    answers.remove(own)
    first = answers.saved()[0]
    answers.remove(first)
    assert len(answers.saved()) == bundled - 1
    answers.bring_back(first)
    assert len(answers.saved()) == bundled
    with pytest.raises(UserError, match=r"answer\.empty"):
        answers.keep("Nothing", " ")


def test_waits_are_measured_by_the_promise_and_only_when_there_is_one(
    services: Services, talk: Conversations, clock: Clock
):
    times = services.relations.answer_times
    assert not times.is_promised
    services.planner.keep(Strategy(brand=Brand(voice=("warm",), reply_hours=4)))
    assert times.is_promised
    talk.note(Entry("facebook", "Ana", "Hello", wrote_at=clock.now() - timedelta(hours=5)))
    talk.note(Entry("facebook", "Bo", "Hello", wrote_at=clock.now() - timedelta(hours=3)))
    assert times.late() == 1
    found = times.of_month("2026-11")
    assert found is not None
    assert (found.wrote, found.waiting) == (1, 1)


def test_several_replies_come_in_all_or_none(
    services: Services, talk: Conversations, database: Database, clock: Clock
):
    broken = replace(reply(clock, "at://2"), wrote_at=None)  # type: ignore[arg-type]
    odd = replace(broken, name=5)  # type: ignore[arg-type]
    with pytest.raises(AttributeError):
        services.relations.inbox.keep([reply(clock), odd])
    assert database.table("message").count == 0
