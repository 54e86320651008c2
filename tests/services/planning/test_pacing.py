"""The pace from the owner's minutes, and ideas where the plan has gaps."""

from __future__ import annotations

from collections import Counter
from datetime import date, time, timedelta

import pytest

from socialcoach.core.errors import UserError
from socialcoach.core.planning.calendar_status import EntryStatus
from socialcoach.core.planning.post import Verdict
from socialcoach.core.strategy.business import Business
from socialcoach.core.strategy.strategy import PlatformPurpose, Strategy
from socialcoach.services.bundle import Services
from socialcoach.services.planning.pacing import WEEKS, Pacing
from socialcoach.services.planning.planning_ahead import When
from tests.conftest import Clock

TOMORROW = date(2026, 11, 23)


@pytest.fixture
def pacing(services: Services) -> Pacing:
    """The use case under test, for a bakery with two hours a week."""
    services.planner.keep(
        Strategy(
            business=Business(trade="bakery", country="GB", zone="Europe/London"),
            minutes_per_week=120,
            platforms=(PlatformPurpose("facebook"), PlatformPurpose("instagram")),
        )
    )
    return services.calendar.pacing


def test_without_minutes_there_is_no_pace(services: Services):
    assert services.calendar.pacing.outlook().pace is None
    assert not services.calendar.pacing.outlook().free


def test_more_minutes_allow_more_posts(services: Services, pacing: Pacing):
    first = pacing.outlook().pace
    strategy = services.planner.strategy()
    services.planner.keep(Strategy(strategy.business, minutes_per_week=360))
    second = pacing.outlook().pace
    assert first is not None
    assert second is not None
    assert second.posts > first.posts


def test_filling_reaches_the_pace_in_every_week_with_giving_ideas_as_one_step(
    services: Services, pacing: Pacing
):
    outlook = pacing.outlook()
    assert outlook.pace is not None
    step = pacing.fill()
    entries = services.calendar.planning.coming()
    assert len(entries) == WEEKS * outlook.pace.posts
    assert {entry.status for entry in entries} == {EntryStatus.IDEA}
    weeks = Counter((entry.at.date() - TOMORROW).days // 7 for entry in entries)
    assert set(weeks.values()) == {outlook.pace.posts}
    assert len({entry.post.idea for entry in entries}) == len(entries)
    assert not pacing.outlook().free
    services.calendar.planning.undo(step)
    assert not services.calendar.planning.coming()


def test_a_post_on_two_platforms_takes_one_place(services: Services, pacing: Pacing):
    post = services.drafting.new("Hello", platforms=("facebook", "instagram"))
    services.calendar.planning.plan(post.id, When(TOMORROW, time(9)), ("facebook",))
    assert pacing.outlook().this_week == 1
    before = len(pacing.outlook().free)
    services.calendar.planning.plan(post.id, When(TOMORROW, time(9)))
    assert len(pacing.outlook().free) == before


def test_measured_minutes_replace_our_guess(services: Services, pacing: Pacing):
    for number in range(5):
        post = services.drafting.new(f"Post {number}", platforms=("facebook",))
        handed = services.handing_over.start(post, "facebook").publication
        services.handing_over.went_out(handed.id)
    assert not pacing.outlook().is_measured
    services.effort.note_minutes(services.planner.today(), "facebook", 50, "writing")
    outlook = pacing.outlook()
    assert outlook.is_measured
    assert outlook.pace is not None
    assert outlook.pace.minutes_per_post == 10
    assert outlook.pace.posts == 8


def test_ideas_come_at_the_hour_the_owner_mostly_posts(
    services: Services, pacing: Pacing, clock: Clock
):
    clock.advance(hours=9, minutes=20)
    handed = services.handing_over.start(services.drafting.new("Hello"), "facebook").publication
    services.handing_over.went_out(handed.id)
    assert pacing.usual_time() == time(18, 15)
    assert pacing.next_free().clock == time(18, 15)


def sell(services: Services, when: When) -> None:
    """Plan a post that sells."""
    post = services.drafting.new("Order now", platforms=("facebook",))
    services.drafting.keep_verdict(post.id, Verdict.SELLING)
    services.calendar.planning.plan(post.id, when)


def test_one_click_mends_a_crossing(services: Services, pacing: Pacing):
    sell(services, When(TOMORROW, time(9)))
    sell(services, When(TOMORROW + timedelta(days=3), time(9)))
    (crossing,) = services.calendar.planning.crossings()
    (idea,) = pacing.mending_ideas(crossing)
    step = pacing.mend(crossing, idea)
    assert not services.calendar.planning.crossings()
    services.calendar.planning.undo(step)
    assert services.calendar.planning.crossings() == (crossing,)


def test_ideas_on_offer_stay_the_same_until_one_is_used(services: Services, pacing: Pacing):
    for day in (0, 2, 4):
        sell(services, When(TOMORROW + timedelta(days=day), time(9)))
    crossing = services.calendar.planning.crossings()[-1]
    offered = pacing.mending_ideas(crossing)
    assert pacing.mending_ideas(crossing) == offered
    pacing.mend(crossing, offered[0])
    assert offered[0] not in pacing.mending_ideas(crossing)


def test_without_time_in_between_nothing_can_be_put_there(
    services: Services, pacing: Pacing, clock: Clock
):
    sell(services, When(TOMORROW, time(9)))
    sell(services, When(TOMORROW, time(9, 5)))
    (crossing,) = services.calendar.planning.crossings()
    assert pacing.mending_time(crossing) is None
    with pytest.raises(UserError, match=r"plan\.no_room"):
        pacing.mend(crossing, pacing.mending_ideas(crossing)[0])


def test_an_idea_knows_the_first_line_that_came_with_it(services: Services, pacing: Pacing):
    pacing.fill()
    entry = services.calendar.planning.coming()[0]
    assert pacing.starter_of(entry.post)
    assert pacing.starter_of(services.drafting.new("Hello")) == ""
