"""What was heard comes back as it was noted."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from sqlite_utils import Database

from socialcoach.core.relations.listening import Talk, TalkTag
from socialcoach.storage.relations.listening import Talks

NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)
RYE = Talk(0, "facebook", "Who sells rye?", "Board", "Jan", (TalkTag.QUESTION,), noted_at=NOW)


def test_a_talk_comes_back_whole(database: Database):
    talk = Talks(database).add(RYE)
    assert Talks(database).get(talk.id) == talk == replace(RYE, id=talk.id)


def test_the_newest_stand_first(database: Database):
    store = Talks(database)
    old = store.add(replace(RYE, noted_at=NOW - timedelta(days=1)))
    new = store.add(RYE)
    assert store.all() == [new, old]


def test_platforms_are_counted_without_those_elsewhere(database: Database):
    store = Talks(database)
    for platform in ("reddit", "facebook", "facebook", ""):
        store.add(replace(RYE, platform=platform))
    assert list(store.counts().items()) == [("facebook", 2), ("reddit", 1)]


def test_a_talk_that_was_removed_can_be_put_back(database: Database):
    store = Talks(database)
    talk = store.add(RYE)
    store.remove(talk.id)
    assert store.get(talk.id) is None
    store.put(talk)
    assert store.get(talk.id) == talk
