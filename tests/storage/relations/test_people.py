"""Conversations and promoters come back as they were kept."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from sqlite_utils import Database

from socialcoach.core.relations.people import Conversation, Promoter, Stage
from socialcoach.storage.relations.people import Conversations, Promoters

NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)
ASKED = Conversation(0, "facebook", "Zoë 👩‍🍳", "Open on Monday?", "curious", "hours", NOW)


def test_a_conversation_comes_back(database: Database):
    store = Conversations(database)
    answered = replace(ASKED, answered_at=NOW + timedelta(hours=1), answer="Yes, from 8.")
    kept = store.add(answered)
    assert store.all() == [kept] == [replace(answered, id=kept.id)]


def test_who_waits_longest_stands_first(database: Database):
    store = Conversations(database)
    late = store.add(replace(ASKED, wrote_at=NOW + timedelta(hours=1)))
    early = store.add(ASKED)
    store.add(replace(ASKED, answered_at=NOW))
    assert store.waiting() == [early, late]


def test_a_promoter_comes_back_in_the_order_of_names(database: Database):
    store = Promoters(database)
    zoe = store.add(Promoter(0, "Zoe", "runners", "a class", Stage.OFFERED, "write", NOW))
    ann = store.add(
        Promoter(0, "Ann", "parents", "a tasting", Stage.RESTING, "", do_not_contact=True)
    )
    assert store.all() == [ann, zoe]
