"""Promoters come back as they were kept, with everything around them."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

from sqlite_utils import Database

from socialcoach.core.relations.letters import Letter
from socialcoach.core.relations.promoter import (
    Gift,
    Happening,
    Promoter,
    PromoterEvent,
    PromoterKind,
    Stage,
)
from socialcoach.core.relations.promoter_record import PromoterRecord
from socialcoach.storage.database import connect, open_database
from socialcoach.storage.migrations import migrations
from socialcoach.storage.relations.promoters import Promoters

NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)
KATE = Promoter(
    id=0,
    name="Kate",
    who_follows="cooks",
    value_offered="a morning",
    stage=Stage.OFFERED,
    next_step="write",
    last_contact_at=NOW,
    kind=PromoterKind.BLOGGER,
    gifts=(Gift.HOST, Gift.PRIZES),
    greet="Kate",
    email="kate@example.org",
    next_on=date(2026, 12, 1),
    stage_on=date(2026, 11, 1),
)


def test_a_promoter_comes_back_whole(database: Database):
    store = Promoters(database)
    kate = store.add(KATE)
    assert store.get(kate.id) == kate
    assert kate == replace(KATE, id=kate.id)


def test_all_stand_in_the_order_of_names(database: Database):
    store = Promoters(database)
    zoe, ann = store.add(replace(KATE, name="Zoe")), store.add(replace(KATE, name="Ann"))
    assert store.all() == [ann, zoe]


def test_a_line_counts_what_they_sent_and_can_be_searched(database: Database):
    store = Promoters(database)
    kate = store.add(KATE)
    for what in (Happening.VISIT, Happening.VISIT, Happening.CUSTOMER, Happening.CONTACT):
        store.add_event(PromoterEvent(0, kate.id, NOW, what, "x"))
    (line,) = store.lines()
    assert (line.visits, line.customers) == (2, 1)
    assert "cooks" in line.haystack


def test_only_those_who_said_no_on_request(database: Database):
    store = Promoters(database)
    store.add(KATE)
    closed = store.add(replace(KATE, name="Big", do_not_contact=True))
    assert [one.id for one in store.closed()] == [closed.id]


def test_a_record_can_be_put_back_over_what_came_later(database: Database):
    store = Promoters(database)
    kate = store.add(KATE)
    store.add_event(PromoterEvent(0, kate.id, NOW, Happening.CONTACT, "rang"))
    store.add_letter(Letter(0, kate.id, "hello", "Hi", "Hello", NOW))
    before = store.record(kate.id)
    assert isinstance(before, PromoterRecord)
    store.add_event(PromoterEvent(0, kate.id, NOW, Happening.VISIT))
    store.save(replace(kate, name="Katherine"))
    store.put_back(before)
    assert store.record(kate.id) == before


def test_nothing_is_left_of_a_promoter_who_was_removed(database: Database):
    store = Promoters(database)
    kate = store.add(KATE)
    store.add_event(PromoterEvent(0, kate.id, NOW, Happening.VISIT))
    store.add_letter(Letter(0, kate.id, "hello", "Hi", "Hello", NOW))
    store.remove(kate.id)
    assert store.record(kate.id) is None
    assert not list(database.table("promoter_event").rows)
    assert not list(database.table("letter").rows)


def test_the_letter_being_written_is_the_one_not_sent(database: Database):
    store = Promoters(database)
    kate = store.add(KATE)
    store.add_letter(Letter(0, kate.id, "hello", "Hi", "Hello", NOW, sent_at=NOW))
    assert store.open_letter(kate.id) is None
    begun = store.add_letter(Letter(0, kate.id, "hello", "Hi", "Again", NOW))
    assert store.open_letter(kate.id) == begun


def test_a_promoter_of_an_older_version_keeps_what_it_had(file: Path):
    row = {
        "name": "Femi",
        "who_follows": "plot holders",
        "value_offered": "bread",
        "stage": "working together",
        "next_step": "write",
        "last_contact_at": "2026-11-01T09:00:00.000+00:00",
        "result": "three came",
        "do_not_contact": 1,
    }
    with closing(connect(file)) as old:
        migrations.apply(old, stop_before="step_010_outreach_and_listening")
        old.table("promoter").insert(row)
    with closing(open_database(file)) as database:
        (femi,) = Promoters(database).all()
    assert (femi.name, femi.result, femi.do_not_contact) == ("Femi", "three came", True)
    assert (femi.kind, femi.gifts, femi.next_on) == (PromoterKind.OTHER, (), None)
