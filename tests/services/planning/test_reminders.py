"""What falls due, what was missed, and when to look again. Nothing is ever sent."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from socialcoach.core.planning.publication import PublicationStatus
from socialcoach.core.strategy.strategy import PlatformPurpose, Strategy
from socialcoach.services.bundle import Services
from socialcoach.services.planning.planning_ahead import When
from socialcoach.services.planning.reminders import LONGEST_WAIT, Reminders
from tests.conftest import Clock


@pytest.fixture
def reminders(services: Services) -> Reminders:
    """The use case under test, for a business on Facebook that lives by UTC."""
    services.planner.keep(Strategy(platforms=(PlatformPurpose("facebook"),)))
    return services.calendar.reminders


def plan(services: Services, at: datetime, text: str = "Hello") -> int:
    """Plan a post for a moment."""
    post = services.drafting.new(text)
    services.calendar.planning.plan(post.id, When(at.date(), at.time()))
    return post.id


TEN = datetime(2026, 11, 22, 10, tzinfo=UTC)


def test_a_post_is_due_at_its_minute_and_not_before(
    services: Services, reminders: Reminders, clock: Clock
):
    post = plan(services, TEN)
    start = clock.now()
    clock.set(TEN - timedelta(seconds=1))
    assert not reminders.due_since(start)
    clock.set(TEN)
    assert [entry.post.id for entry in reminders.due_since(start)] == [post]
    assert not reminders.due_since(TEN)


def test_the_next_look_is_at_the_next_post_and_a_minute_away_at_most(
    services: Services, reminders: Reminders, clock: Clock
):
    assert reminders.wait() == LONGEST_WAIT
    plan(services, TEN)
    assert reminders.wait() == LONGEST_WAIT
    clock.set(TEN - timedelta(seconds=20))
    assert reminders.wait() == timedelta(seconds=20)
    clock.set(TEN)
    assert reminders.wait() == LONGEST_WAIT


def test_what_was_due_while_the_app_was_closed_is_still_planned_and_not_sent(
    services: Services, reminders: Reminders, clock: Clock
):
    post = plan(services, TEN)
    clock.advance(days=3)
    assert [entry.post.id for entry in reminders.missed()] == [post]
    (row,) = services.handing_over.of_post(post)
    assert row.status is PublicationStatus.PLANNED


def test_what_is_left_alone_is_not_asked_about_again_unless_that_is_undone(
    services: Services, reminders: Reminders, clock: Clock
):
    plan(services, TEN)
    plan(services, TEN + timedelta(hours=1), "Another")
    clock.advance(days=1)
    first, second = reminders.missed()
    reminders.leave([first])
    assert reminders.missed() == (second,)
    reminders.leave([second])
    assert not reminders.missed()
    reminders.ask_again([first])
    assert reminders.missed() == (first,)


def test_a_thrown_away_post_is_never_due(services: Services, reminders: Reminders, clock: Clock):
    services.drafting.throw_away(plan(services, TEN))
    clock.advance(days=1)
    assert not reminders.missed()
    assert reminders.wait() == LONGEST_WAIT


def test_reminders_can_be_switched_off(services: Services, reminders: Reminders):
    assert reminders.are_on
    services.calendar.options.change(reminders=False)
    assert not reminders.are_on
