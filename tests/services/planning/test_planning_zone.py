"""The business moves to another time zone: what becomes of the plan."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time

import pytest

from socialcoach.core.strategy.business import Business
from socialcoach.core.strategy.strategy import PlatformPurpose, Strategy
from socialcoach.services.bundle import Services
from socialcoach.services.planning.planning_ahead import When

LONDON = Strategy(
    business=Business(country="GB", zone="Europe/London"), platforms=(PlatformPurpose("facebook"),)
)
TEN_IN_LONDON = datetime(2026, 11, 24, 10, tzinfo=UTC)
TEN_IN_NEW_YORK = datetime(2026, 11, 24, 15, tzinfo=UTC)


@pytest.fixture
def moved(services: Services) -> Services:
    """A post planned for ten in London by a business that then went to New York."""
    services.planner.keep(LONDON)
    post = services.drafting.new("Hello")
    services.calendar.planning.plan(post.id, When(date(2026, 11, 24), time(10)))
    move_to(services, "America/New_York")
    return services


def move_to(services: Services, zone: str) -> None:
    """Let the business live somewhere else."""
    services.planner.keep(replace(LONDON, business=replace(LONDON.business, zone=zone)))


def planned(services: Services) -> datetime:
    """When the one post is planned for."""
    (entry,) = services.calendar.planning.coming()
    return entry.at


def test_at_home_nothing_is_asked(services: Services):
    services.planner.keep(LONDON)
    post = services.drafting.new("Hello")
    services.calendar.planning.plan(post.id, When(date(2026, 11, 24), time(10)))
    assert services.calendar.zones.question() is None


def test_after_moving_it_is_asked_and_nothing_moves_by_itself(moved: Services):
    question = moved.calendar.zones.question()
    assert question is not None
    assert (question.old, question.new) == ("Europe/London", "America/New_York")
    assert question.post_count == 1
    assert planned(moved) == TEN_IN_LONDON


def test_ten_stays_ten(moved: Services):
    question = moved.calendar.zones.question()
    assert question is not None
    step = moved.calendar.zones.keep_wall_clock(question)
    assert planned(moved) == TEN_IN_NEW_YORK
    assert moved.calendar.zones.question() is None
    moved.calendar.planning.undo(step)
    assert planned(moved) == TEN_IN_LONDON
    assert moved.calendar.zones.question() == question


def test_the_moment_stays(moved: Services):
    question = moved.calendar.zones.question()
    assert question is not None
    moved.calendar.zones.keep_moment(question)
    assert planned(moved) == TEN_IN_LONDON
    assert moved.calendar.zones.question() is None


def test_moving_back_home_withdraws_the_question(moved: Services):
    move_to(moved, "Europe/London")
    assert moved.calendar.zones.question() is None


def test_plans_of_two_former_homes_are_asked_about_one_after_the_other(moved: Services):
    post = moved.drafting.new("Hello again")
    moved.calendar.planning.plan(post.id, When(date(2026, 11, 25), time(10)))
    move_to(moved, "Pacific/Auckland")
    first = moved.calendar.zones.question()
    assert first is not None
    moved.calendar.zones.keep_wall_clock(first)
    second = moved.calendar.zones.question()
    assert second is not None
    assert {first.old, second.old} == {"Europe/London", "America/New_York"}


def test_a_thrown_away_post_is_not_asked_about(moved: Services):
    (entry,) = moved.calendar.planning.coming()
    moved.drafting.throw_away(entry.post.id)
    assert moved.calendar.zones.question() is None
