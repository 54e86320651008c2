"""Promoters as the page uses them: every change has a way back, and a no is final."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlite_utils import Database

from socialcoach.core.changes import Changes
from socialcoach.core.errors import UserError
from socialcoach.core.relations.listening import Talk
from socialcoach.core.relations.outreach_due import DueReason
from socialcoach.core.relations.promoter import Happening, Promoter, Stage
from socialcoach.core.strategy.business import Business
from socialcoach.core.strategy.strategy import Strategy
from socialcoach.services.bundle import Services
from socialcoach.services.relations.outreach import Outreach
from socialcoach.services.relations.said_no import DELETED
from socialcoach.storage.settings import SettingStore

TODAY = date(2026, 11, 22)


@pytest.fixture
def outreach(services: Services) -> Outreach:
    return services.relations.outreach


@pytest.fixture
def kate(outreach: Outreach) -> int:
    return outreach.new(Promoter(0, " Kate ", next_step="say hello", next_on=TODAY)).promoter_id


def test_a_new_card_is_tidied_and_knows_its_day(outreach: Outreach, kate: int):
    promoter = outreach.record(kate).promoter
    assert (promoter.name, promoter.stage_on) == ("Kate", TODAY)


def test_a_card_without_a_name_is_not_kept(outreach: Outreach):
    with pytest.raises(UserError, match=r"outreach\.nameless"):
        outreach.new(Promoter(0, "  "))


def test_a_new_card_can_be_taken_back(outreach: Outreach):
    step = outreach.new(Promoter(0, "Kate"))
    outreach.undo(step)
    assert outreach.lines() == []


def test_moving_asks_nothing_and_records_the_day(outreach: Outreach, kate: int):
    step = outreach.move(kate, Stage.OFFERED)
    record = outreach.record(kate)
    assert (record.promoter.stage, record.promoter.stage_on) == (Stage.OFFERED, TODAY)
    assert [(event.what, event.words) for event in record.events] == [(Happening.STAGE, "offered")]
    outreach.undo(step)
    assert outreach.record(kate).promoter.stage is Stage.TO_LOOK_UP
    assert not outreach.record(kate).events


def test_moving_to_where_it_stands_changes_nothing(outreach: Outreach, kate: int):
    assert outreach.move(kate, Stage.TO_LOOK_UP).changes is Changes.NOTHING


def test_getting_in_touch_does_the_step_that_was_due(outreach: Outreach, kate: int):
    assert [due.why for due in outreach.due()] == [DueReason.YOUR_DATE]
    step = outreach.got_in_touch(kate, "rang her")
    promoter = outreach.record(kate).promoter
    assert promoter.last_contact_at is not None
    assert (promoter.next_step, promoter.next_on) == ("", None)
    assert outreach.due() == ()
    outreach.undo(step)
    assert outreach.record(kate).promoter.next_step == "say hello"


def test_a_step_for_later_stays_when_getting_in_touch_before(outreach: Outreach, kate: int):
    later = TODAY + timedelta(days=3)
    outreach.change(replace(outreach.record(kate).promoter, next_on=later))
    outreach.got_in_touch(kate, "met her")
    assert outreach.record(kate).promoter.next_on == later


def test_one_click_counts_one_customer_and_can_be_taken_back(outreach: Outreach, kate: int):
    outreach.tally(kate, Happening.CUSTOMER)
    step = outreach.tally(kate, Happening.CUSTOMER)
    assert outreach.lines()[0].customers == 2
    outreach.undo(step)
    assert outreach.lines()[0].customers == 1


def test_the_stage_is_not_changed_by_an_old_form(outreach: Outreach, kate: int):
    old = outreach.record(kate).promoter
    outreach.move(kate, Stage.OFFERED)
    outreach.change(replace(old, result="she came"))
    promoter = outreach.record(kate).promoter
    assert (promoter.stage, promoter.result) == (Stage.OFFERED, "she came")


def test_a_deleted_card_comes_back_whole(outreach: Outreach, kate: int):
    outreach.tally(kate, Happening.VISIT)
    before = outreach.record(kate)
    step = outreach.delete(kate)
    assert outreach.lines() == []
    outreach.undo(step)
    assert outreach.record(kate) == before


def test_whoever_said_no_can_only_be_deleted(services: Services, outreach: Outreach, kate: int):
    services.relations.letters.open(kate)
    outreach.stop_contact(kate, "asked us on the telephone")
    record = outreach.record(kate)
    assert record.promoter.do_not_contact
    assert (record.promoter.next_step, record.promoter.next_on, record.letters) == ("", None, ())
    assert outreach.due() == ()
    for forbidden in (
        lambda: outreach.change(replace(record.promoter, result="x")),
        lambda: outreach.move(kate, Stage.OFFERED),
        lambda: outreach.got_in_touch(kate, "x"),
        lambda: outreach.tally(kate, Happening.VISIT),
        lambda: services.relations.letters.open(kate),
        lambda: services.relations.letters.begin(kate, "hello"),
        lambda: outreach.stop_contact(kate),
    ):
        with pytest.raises(UserError, match=r"outreach\.do_not_contact"):
            forbidden()
    outreach.delete(kate)
    assert outreach.lines() == []


def test_no_earlier_undo_brings_contact_back(outreach: Outreach, kate: int):
    step = outreach.move(kate, Stage.OFFERED)
    outreach.stop_contact(kate)
    with pytest.raises(UserError, match=r"outreach\.do_not_contact"):
        outreach.undo(step)
    assert outreach.record(kate).promoter.do_not_contact


def test_a_deleted_no_comes_back_as_a_no(outreach: Outreach, kate: int):
    outreach.stop_contact(kate)
    outreach.undo(outreach.delete(kate))
    assert outreach.record(kate).promoter.do_not_contact
    assert outreach.said_no.holds("KATE")


@pytest.mark.parametrize("is_deleted", [False, True])
def test_a_no_holds_by_every_way_to_a_new_card(
    services: Services, outreach: Outreach, kate: int, *, is_deleted: bool
):
    outreach.change(replace(outreach.record(kate).promoter, email="kate@example.org"))
    other = outreach.new(Promoter(0, "The choir")).promoter_id
    outreach.stop_contact(kate)
    if is_deleted:
        outreach.delete(kate)
    listening, heard = services.relations.listening, services.relations.heard
    talk = listening.note(Talk(0, "facebook", "Best buns in town", who="@Kate"))
    choir = outreach.record(other).promoter
    for forbidden in (
        lambda: outreach.new(Promoter(0, "kate")),
        lambda: outreach.new(Promoter(0, "Somebody", email="KATE@example.org")),
        lambda: outreach.change(replace(choir, name="Kate")),
        lambda: outreach.change(replace(choir, email="kate@example.org")),
        lambda: heard.make_card(talk.talk_id),
    ):
        with pytest.raises(UserError, match=r"outreach\.do_not_contact"):
            forbidden()
    outreach.change(replace(choir, result="They sang"))


def test_what_is_left_of_a_deleted_no_tells_nobody_who_it_was(
    outreach: Outreach, database: Database, kate: int
):
    outreach.stop_contact(kate)
    step = outreach.delete(kate)
    [fingerprint] = SettingStore(database).get(DELETED)
    assert "kate" not in fingerprint.casefold()
    outreach.undo(step)
    assert SettingStore(database).get(DELETED) == []


def test_the_list_of_whom_to_ask_fits_the_trade(services: Services, outreach: Outreach):
    services.planner.keep(Strategy(business=Business(trade="plumber")))
    assert "Managers of blocks of flats" in [line.who for line in outreach.whom()]
    services.planner.keep(Strategy(business=Business(trade="falconer")))
    assert len(outreach.whom()) == 6


def test_a_card_that_is_gone_says_so(outreach: Outreach):
    with pytest.raises(UserError, match=r"outreach\.gone"):
        outreach.record(99)
