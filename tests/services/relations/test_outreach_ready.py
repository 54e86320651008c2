"""The readiness answers are kept with their day and judged beside the owner's own figures."""

from __future__ import annotations

from datetime import date

from sqlite_utils import Database

from socialcoach.core.relations.readiness import Readiness, ReadyAnswer, ReadyCode
from socialcoach.services.bundle import Services
from socialcoach.services.relations.conversations import Entry
from socialcoach.services.words.readiness import figures_sentence
from socialcoach.storage.settings import SettingStore
from tests.conftest import Clock


def test_answers_are_kept_with_their_day(services: Services):
    ready = services.relations.ready
    assert ready.readiness() == Readiness()
    ready.keep(ReadyAnswer.YES, None, " bread ")
    assert ready.readiness() == Readiness(ReadyAnswer.YES, None, "bread", date(2026, 11, 22))


def test_people_who_wait_too_long_show_in_the_advice(services: Services, clock: Clock):
    ready = services.relations.ready
    ready.keep(ReadyAnswer.YES, ReadyAnswer.YES, "bread")
    assert ready.notes() == (ReadyCode.READY,)
    services.relations.conversations.note(Entry("facebook", "Gemma", "Are you open?"))
    clock.advance(hours=30)
    assert ready.figures().late == 1
    assert ready.notes() == (ReadyCode.ANSWER_FIRST,)
    assert "1 has waited longer than you promised." in figures_sentence(ready.figures())


def test_damaged_answers_count_as_not_given(services: Services, database: Database):
    store = SettingStore(database)
    for damaged in ([], {"product": 7, "on": "soon", "gain": None}, "x"):
        store.put("outreach.ready", damaged)
        assert services.relations.ready.readiness() == Readiness()
