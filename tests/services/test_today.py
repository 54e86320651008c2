"""Today puts together what all rooms know."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from sqlite_utils import Database

from socialcoach.core.meter import Context
from socialcoach.core.planning.post import Verdict
from socialcoach.core.planning.today import Task
from socialcoach.core.strategy.business import Business
from socialcoach.core.strategy.goal import Goal
from socialcoach.core.strategy.strategy import PlatformPurpose, Strategy
from socialcoach.services.bundle import Services
from socialcoach.services.relations.conversations import Entry
from socialcoach.storage.progress.numbers import NumberStore
from tests.conftest import Clock

PLAN = Strategy(
    business=Business(name="Hill Street Bakery"),
    goal=Goal(measure="new customers", target=8.0, by=date(2027, 3, 31)),
    minutes_per_week=90,
    platforms=(PlatformPurpose("facebook"), PlatformPurpose("instagram")),
)


def tasks(services: Services) -> list[Task]:
    """What Today suggests."""
    return [one.task for one in services.today.suggestions()]


def note_import(database: Database, clock: Clock) -> None:
    """Note that numbers came in now."""
    row = {"file_name": "posts.csv", "layout": "meta", "imported_at": clock.now().isoformat()}
    NumberStore(database).add_import({**row, "added": 1, "updated": 0, "unchanged": 0})


def test_a_newcomer_is_pointed_to_the_plan_the_first_post_and_the_numbers(services: Services):
    assert tasks(services) == [Task.FINISH_PLAN, Task.FIRST_POST, Task.BRING_NUMBERS]


def test_a_complete_plan_is_not_asked_for_again(services: Services):
    services.planner.keep(PLAN)
    assert Task.FINISH_PLAN not in tasks(services)


def test_a_post_that_was_handed_over_is_asked_about_first(services: Services):
    post = services.drafting.new("Which crust do you like?")
    services.handing_over.start(post, "facebook")
    first = services.today.suggestions()[0]
    assert (first.task, first.about) == (Task.CONFIRM, post.id)


def test_people_who_wait_are_counted_once_however_often_they_wrote(services: Services):
    for name, said in (("Ben", "Rye?"), ("Ben", "And buns?"), ("Ana", "Open on Monday?")):
        services.relations.conversations.note(Entry("facebook", name, said))
    answer = next(one for one in services.today.suggestions() if one.task is Task.ANSWER)
    assert (answer.count, answer.minutes) == (2, 6)


def test_what_rests_or_is_for_a_later_day_is_not_asked_for_now(services: Services, clock: Clock):
    talk = services.relations.conversations
    heated = talk.note(Entry("facebook", "Ben", "NEVER AGAIN"))
    later = talk.note(Entry("facebook", "Ana", "Do you bake for weddings?"))
    talk.rest(heated.id)
    talk.follow_up(later.id, date(2026, 11, 24))
    assert Task.ANSWER not in tasks(services)
    clock.advance(days=2)
    answer = next(one for one in services.today.suggestions() if one.task is Task.ANSWER)
    assert (answer.about, answer.count) == (heated.id, 2)


def test_an_answer_to_come_back_to_is_suggested_from_its_day_on(services: Services, clock: Clock):
    talk = services.relations.conversations
    asked = talk.note(Entry("facebook", "Ana", "Do you bake for weddings?"))
    talk.answered(asked.id, "We do. I will ask on Tuesday how many you are.")
    talk.follow_up(asked.id, date(2026, 11, 24))
    assert Task.COME_BACK not in tasks(services)
    clock.advance(days=2)
    back = next(one for one in services.today.suggestions() if one.task is Task.COME_BACK)
    assert (back.about, back.count) == (asked.id, 1)
    talk.done(asked.id)
    assert Task.COME_BACK not in tasks(services)


def test_a_giving_draft_is_worth_finishing_and_a_selling_one_is_not(services: Services):
    selling = services.drafting.new("Buy our bread")
    services.drafting.keep_verdict(selling.id, Verdict.SELLING)
    assert Task.FINISH_DRAFT not in tasks(services)
    giving = services.drafting.new("How to keep bread fresh")
    services.drafting.keep_verdict(giving.id, Verdict.GIVING)
    found = [one for one in services.today.suggestions() if one.task is Task.FINISH_DRAFT]
    assert [one.about for one in found] == [giving.id]


def test_after_a_selling_post_something_that_gives_is_suggested(services: Services):
    post = services.drafting.new("Buy our bread")
    services.drafting.keep_verdict(post.id, Verdict.SELLING)
    entry = services.handing_over.start(post, "facebook").publication
    services.handing_over.went_out(entry.id)
    assert Task.GIVE in tasks(services)


def test_numbers_are_asked_for_once_a_month(services: Services, database: Database, clock: Clock):
    services.planner.keep(PLAN)
    note_import(database, clock)
    assert Task.BRING_NUMBERS not in tasks(services)
    clock.advance(days=32)
    assert Task.BRING_NUMBERS in tasks(services)


def test_minutes_count_from_monday_and_never_fall_below_none(services: Services):
    services.planner.keep(PLAN)
    services.effort.note_minutes(date(2026, 11, 15), "facebook", 40, "last Sunday")
    services.effort.note_minutes(date(2026, 11, 16), "facebook", 60, "this Monday")
    assert services.today.minutes_left() == 30
    services.effort.note_minutes(date(2026, 11, 22), "facebook", 60, "today")
    assert services.today.minutes_left() == 0


def test_without_a_time_set_there_is_no_limit(services: Services):
    services.planner.keep(replace(PLAN, minutes_per_week=0))
    assert services.today.minutes_left() is None


@pytest.mark.parametrize("minutes", [0, -5])
def test_less_than_a_minute_is_not_noted(services: Services, minutes: int):
    services.planner.keep(PLAN)
    assert not services.effort.note_minutes(date(2026, 11, 22), "facebook", minutes, "nothing")
    assert services.today.minutes_left() == 90


def test_a_draft_the_meter_finds_giving_counts_as_giving(services: Services):
    text = "Which crust do you like best? Here is how to keep bread fresh: wrap it in linen."
    made = services.drafting.new(text)
    reading = services.reader.read(text, Context())
    services.drafting.keep_text(made.id, text, reading)
    assert (Task.FINISH_DRAFT in tasks(services)) is not reading.selling
