"""How the plan is kept, and when to look at it again."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from socialcoach.core.strategy.brand import Brand
from socialcoach.core.strategy.goal import Goal
from socialcoach.core.strategy.review import GoalReview, ReviewVerdict
from socialcoach.core.strategy.strategy import PlatformPurpose, Strategy
from socialcoach.services.bundle import Services
from socialcoach.services.relations.conversations import Entry
from tests.conftest import Clock

PLAN = Strategy(
    brand=Brand(voice=("warm",), never_words=("cheap",)),
    goal=Goal(measure="new customers", target=8.0, by=date(2027, 3, 31)),
    minutes_per_week=90,
    platforms=(PlatformPurpose("facebook"), PlatformPurpose("instagram")),
)
NOW = (("Goal", "8 a month"),)


@pytest.fixture
def planned(services: Services) -> Services:
    """A business with a whole plan."""
    services.planner.keep(
        replace(PLAN, business=replace(services.planner.strategy().business, name="Hill Street"))
    )
    return services


def test_a_draft_with_a_word_never_to_be_used_is_found(planned: Services):
    draft = planned.drafting.new("Cheap rolls today")
    planned.drafting.new("Warm rolls today")
    [found] = planned.living_plan.slips()
    assert found.post.id == draft.id


def test_no_more_than_five_drafts_are_named(planned: Services):
    for number in range(7):
        planned.drafting.new(f"Cheap rolls {number}")
    assert len(planned.living_plan.slips()) == 5


def test_answers_of_the_last_three_months_are_held_against_the_promise(
    planned: Services, clock: Clock
):
    conversations = planned.relations.conversations
    long_ago = clock.now() - timedelta(days=200)
    conversations.note(Entry("facebook", "Old", "Hello", wrote_at=long_ago))
    message = conversations.note(
        Entry("facebook", "Ben", "Rye?", wrote_at=clock.now() - timedelta(hours=3))
    )
    conversations.answered(message.id, "Yes")
    answered = planned.living_plan.answered()
    assert answered is not None
    assert (answered.wrote, answered.in_time) == (1, 1)


def test_a_month_is_looked_back_on_once_and_the_word_can_be_taken_back(
    planned: Services, clock: Clock
):
    clock.set(datetime(2026, 12, 5, 9, tzinfo=UTC))
    plan = planned.living_plan
    assert plan.month_to_review() == "2026-11"
    plan.review("2026-11", ReviewVerdict.KEEP, "  Slow but kind ")
    assert plan.month_to_review() is None
    assert plan.reviews() == [GoalReview("2026-11", ReviewVerdict.KEEP, "Slow but kind")]
    plan.take_back_review("2026-11")
    assert plan.month_to_review() == "2026-11"


def test_the_first_whole_plan_is_remembered_to_compare_with(planned: Services, clock: Clock):
    plan = planned.living_plan
    plan.begin(NOW)
    assert plan.last_look() == planned.planner.today()
    [change] = plan.changes((("Goal", "10 a month"),))
    assert (change.before, change.now) == ("8 a month", "10 a month")


def test_a_plan_with_open_answers_is_not_remembered_yet(services: Services):
    services.living_plan.begin(NOW)
    assert services.living_plan.last_look() is None


def test_a_quarter_later_the_plan_is_due_and_after_a_look_it_is_not(
    planned: Services, clock: Clock
):
    plan = planned.living_plan
    plan.begin(NOW)
    clock.advance(days=91)
    assert plan.revision_is_due()
    before = plan.looked_through(NOW)
    assert not plan.revision_is_due()
    plan.take_back_look(before)
    assert plan.revision_is_due()
