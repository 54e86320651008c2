"""Giving posts a day, another day or none, and taking every step back."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest

from socialcoach.core.errors import UserError
from socialcoach.core.meter import Kind
from socialcoach.core.planning.calendar_entry import Entry
from socialcoach.core.planning.calendar_status import EntryStatus
from socialcoach.core.planning.calendar_times import ClockChange
from socialcoach.core.planning.idea import Idea
from socialcoach.core.planning.post import PostStatus, Verdict
from socialcoach.core.planning.publication import PublicationStatus
from socialcoach.core.strategy.business import Business
from socialcoach.core.strategy.strategy import PlatformPurpose, Strategy
from socialcoach.services.bundle import Services
from socialcoach.services.planning.planning_ahead import IdeaPlace, PlanningAhead, When
from tests.conftest import Clock

TUESDAY = When(date(2026, 11, 24), time(10))
FRIDAY = When(date(2026, 11, 27), time(18, 30))
IDEA = Idea("x-1", "Ask for a recipe", Kind.QUESTION, "Old bakes", 10, ("facebook",), "Which cake")
BOTH = ("facebook", "instagram")


@pytest.fixture(autouse=True)
def bakery(services: Services) -> Strategy:
    """A bakery in London on two platforms."""
    strategy = Strategy(
        business=Business(name="Hill Street", country="GB", zone="Europe/London", trade="bakery"),
        minutes_per_week=120,
        platforms=(PlatformPurpose("facebook"), PlatformPurpose("instagram")),
    )
    services.planner.keep(strategy)
    return strategy


@pytest.fixture
def planning(services: Services) -> PlanningAhead:
    """The use case under test."""
    return services.calendar.planning


def write(services: Services, text: str = "Keep bread cut side down") -> int:
    """Write a draft for both platforms."""
    return services.drafting.new(text, platforms=BOTH).id


def november(planning: PlanningAhead) -> list[Entry]:
    """What stands on the days of November."""
    return list(planning.entries(date(2026, 11, 1), date(2026, 11, 30)))


def only(planning: PlanningAhead) -> Entry:
    """The one entry there is."""
    (entry,) = november(planning)
    return entry


def test_a_planned_post_is_a_row_for_each_platform(services: Services, planning: PlanningAhead):
    post = write(services)
    step = planning.plan(post, TUESDAY)
    entry = only(planning)
    assert entry.platforms == BOTH
    assert entry.at == datetime(2026, 11, 24, 10, tzinfo=UTC)
    rows = services.handing_over.of_post(post)
    assert {row.status for row in rows} == {PublicationStatus.PLANNED}
    assert {row.zone for row in rows} == {"Europe/London"}
    assert all(row.planned_for == row.at for row in rows)
    assert step.added_rows == entry.key


def test_a_draft_stays_a_draft_until_it_is_said_to_be_ready(
    services: Services, planning: PlanningAhead
):
    post = write(services)
    planning.plan(post, TUESDAY)
    assert only(planning).status is EntryStatus.DRAFT
    planning.mark_ready(post, ready=True)
    assert only(planning).status is EntryStatus.PLANNED
    planning.mark_ready(post, ready=False)
    assert only(planning).status is EntryStatus.DRAFT


def test_planning_from_write_says_it_is_ready(services: Services, planning: PlanningAhead):
    step = planning.plan(write(services), TUESDAY, ready=True)
    assert only(planning).status is EntryStatus.PLANNED
    planning.undo(step)
    assert services.drafting.drafts()[0].status is PostStatus.DRAFT


def test_an_empty_post_cannot_be_ready(services: Services, planning: PlanningAhead):
    with pytest.raises(UserError, match=r"handover\.empty"):
        planning.mark_ready(write(services, " "), ready=True)


def test_a_ready_post_that_is_emptied_is_a_draft_again(services: Services, planning: PlanningAhead):
    post = write(services)
    planning.plan(post, TUESDAY, ready=True)
    services.drafting.keep_text(post, "", None)
    assert only(planning).status is EntryStatus.DRAFT


def test_moving_keeps_the_rows_and_can_be_undone(services: Services, planning: PlanningAhead):
    planning.plan(write(services), TUESDAY)
    before = only(planning)
    step = planning.move(before, FRIDAY)
    after = only(planning)
    assert after.key == before.key
    assert after.at == datetime(2026, 11, 27, 18, 30, tzinfo=UTC)
    planning.undo(step)
    assert only(planning) == before


def test_planning_again_moves_what_was_planned(services: Services, planning: PlanningAhead):
    post = write(services)
    planning.plan(post, TUESDAY)
    before = only(planning)
    step = planning.plan(post, FRIDAY)
    assert only(planning).at.day == 27
    planning.undo(step)
    assert only(planning) == before


def test_taken_off_it_waits_among_the_posts_without_a_day(
    services: Services, planning: PlanningAhead
):
    post = write(services)
    planning.plan(post, TUESDAY)
    assert not planning.not_planned()
    entry = only(planning)
    step = planning.unplan(entry)
    assert [one.id for one in planning.not_planned()] == [post]
    assert not november(planning)
    planning.undo(step)
    assert only(planning) == entry


def test_steps_taken_back_one_by_one_lead_to_the_beginning(
    services: Services, planning: PlanningAhead
):
    post = write(services)
    steps = [planning.plan(post, TUESDAY)]
    steps.append(planning.move(only(planning), FRIDAY))
    steps.append(planning.unplan(only(planning)))
    other = write(services, "Another")
    steps.append(planning.plan(other, TUESDAY))
    for step in reversed(steps):
        planning.undo(step)
    assert not november(planning)
    assert {one.id for one in planning.not_planned()} == {post, other}


def test_a_thrown_away_post_leaves_the_calendar_and_comes_back_with_its_day(
    services: Services, planning: PlanningAhead
):
    post = write(services)
    planning.plan(post, TUESDAY)
    services.drafting.throw_away(post)
    assert not november(planning)
    assert not planning.coming()
    services.drafting.bring_back(post)
    assert only(planning).at.day == 24


def test_throwing_away_here_can_be_undone_too(services: Services, planning: PlanningAhead):
    post = write(services)
    planning.plan(post, TUESDAY, ready=True)
    step = planning.throw_away(post)
    assert not november(planning)
    planning.undo(step)
    assert only(planning).status is EntryStatus.PLANNED


def test_handing_over_takes_the_planned_row_with_it(services: Services, planning: PlanningAhead):
    post = write(services)
    planning.plan(post, TUESDAY)
    rows = {row.platform: row.id for row in services.handing_over.of_post(post)}
    handed = services.handing_over.start(services.drafting.draft(post), "facebook").publication
    assert handed.id == rows["facebook"]
    assert [entry.status for entry in november(planning)] == [
        EntryStatus.ASKED,
        EntryStatus.DRAFT,
    ]


def test_what_was_not_posted_after_all_goes_back_to_its_place(
    services: Services, planning: PlanningAhead
):
    post = write(services)
    planning.plan(post, TUESDAY)
    before = only(planning)
    handed = services.handing_over.start(services.drafting.draft(post), "facebook").publication
    services.handing_over.did_not_go_out(handed.id)
    assert (only(planning).key, only(planning).at) == (before.key, before.at)


def test_what_went_out_earlier_stands_on_the_day_it_did(
    services: Services, planning: PlanningAhead, clock: Clock
):
    post = write(services)
    planning.plan(post, TUESDAY, ("facebook",))
    handed = services.handing_over.start(services.drafting.draft(post), "facebook").publication
    services.handing_over.went_out(handed.id)
    entry = only(planning)
    assert entry.status is EntryStatus.OUT
    assert entry.at == clock.now()
    assert entry.publications[0].planned_for == datetime(2026, 11, 24, 10, tzinfo=UTC)


def test_a_plan_is_void_once_the_post_went_out_there_by_another_way(
    services: Services, planning: PlanningAhead
):
    post = write(services)
    handed = services.handing_over.start(services.drafting.draft(post), "facebook").publication
    planning.plan(post, TUESDAY)
    services.handing_over.went_out(handed.id)
    assert [entry.platforms for entry in planning.coming()] == [("instagram",)]
    with pytest.raises(UserError, match=r"plan\.already_out"):
        planning.plan(post, TUESDAY, ("facebook",))


def test_what_has_moved_on_in_the_meantime_cannot_be_moved(
    services: Services, planning: PlanningAhead
):
    post = write(services)
    planning.plan(post, TUESDAY, ("facebook",))
    entry = only(planning)
    services.handing_over.start(services.drafting.draft(post), "facebook")
    for step in (lambda: planning.move(entry, FRIDAY), lambda: planning.unplan(entry)):
        with pytest.raises(UserError, match=r"plan\.not_movable"):
            step()


def test_undo_leaves_alone_what_was_handed_over_since(services: Services, planning: PlanningAhead):
    post = write(services)
    step = planning.plan(post, TUESDAY, ("facebook",))
    services.handing_over.start(services.drafting.draft(post), "facebook")
    planning.undo(step)
    assert only(planning).status is EntryStatus.ASKED


def test_undo_of_a_move_leaves_alone_what_was_handed_over_since(
    services: Services, planning: PlanningAhead
):
    post = write(services)
    planning.plan(post, TUESDAY, ("facebook",))
    step = planning.move(only(planning), FRIDAY)
    handed = services.handing_over.start(services.drafting.draft(post), "facebook").publication
    planning.undo(step)
    assert services.handing_over.of_post(post) == [handed]


def test_undo_does_not_bring_back_what_was_thrown_away_since(
    services: Services, planning: PlanningAhead
):
    post = write(services)
    step = planning.plan(post, TUESDAY, ready=True)
    services.drafting.throw_away(post)
    planning.undo(step)
    assert services.drafting.draft(post).status is PostStatus.DELETED


def test_undo_keeps_words_written_since(services: Services, planning: PlanningAhead):
    post = write(services)
    step = planning.plan(post, TUESDAY, ready=True)
    services.drafting.keep_text(post, "Better words", None)
    planning.undo(step)
    assert services.drafting.draft(post).text == "Better words"


def test_nothing_is_planned_into_the_past(services: Services, planning: PlanningAhead):
    post = write(services)
    for when in (When(date(2026, 11, 22), time(9)), When(date(2026, 11, 1), time(10))):
        with pytest.raises(UserError, match=r"plan\.past"):
            planning.plan(post, when)
    assert planning.not_planned()


def test_without_any_platform_it_is_asked_for(
    services: Services, planning: PlanningAhead, bakery: Strategy
):
    services.planner.keep(replace(bakery, platforms=()))
    post = services.drafting.new("Hello")
    with pytest.raises(UserError, match=r"plan\.no_platform"):
        planning.plan(post.id, TUESDAY)


def test_a_post_that_is_gone_is_said_to_be(planning: PlanningAhead):
    with pytest.raises(UserError, match=r"draft\.gone"):
        planning.plan(99, TUESDAY)


def test_an_hour_that_clocks_leave_out_is_told(services: Services, planning: PlanningAhead):
    step = planning.plan(write(services), When(date(2027, 3, 28), time(1, 15)))
    assert step.placed is not None
    assert step.placed.change is ClockChange.SKIPPED
    assert step.placed.at == datetime(2027, 3, 28, 1, 15, tzinfo=UTC)


def test_a_missed_post_can_be_given_another_day(
    services: Services, planning: PlanningAhead, clock: Clock
):
    planning.plan(write(services), TUESDAY)
    clock.advance(days=3)
    assert only(planning).status is EntryStatus.MISSED
    planning.move(only(planning), FRIDAY)
    assert only(planning).status is EntryStatus.DRAFT


def test_ideas_get_places_as_one_step(planning: PlanningAhead):
    step = planning.plan_ideas([IdeaPlace(IDEA, TUESDAY), IdeaPlace(IDEA, FRIDAY)])
    entries = november(planning)
    assert [entry.status for entry in entries] == [EntryStatus.IDEA, EntryStatus.IDEA]
    assert entries[0].name == "Ask for a recipe"
    assert entries[0].platforms == ("facebook",)
    planning.undo(step)
    assert not november(planning)
    assert not planning.not_planned()


def test_an_idea_written_becomes_a_draft_and_keeps_its_place(
    services: Services, planning: PlanningAhead
):
    planning.plan_ideas([IdeaPlace(IDEA, TUESDAY)])
    entry = only(planning)
    planning.start_writing(entry.post.id, IDEA.starter)
    assert only(planning).status is EntryStatus.DRAFT
    assert services.drafting.draft(entry.post.id).text == "Which cake"
    assert only(planning).key == entry.key


def test_an_idea_that_was_begun_is_not_lost_by_undo(services: Services, planning: PlanningAhead):
    step = planning.plan_ideas([IdeaPlace(IDEA, TUESDAY)])
    post = only(planning).post.id
    planning.start_writing(post, IDEA.starter)
    planning.undo(step)
    assert services.drafting.draft(post).text == "Which cake"
    assert not november(planning)


def test_two_selling_posts_in_a_row_are_found(services: Services, planning: PlanningAhead):
    for number, when in enumerate((TUESDAY, FRIDAY)):
        post = write(services, f"Order {number} now")
        services.drafting.keep_verdict(post, Verdict.SELLING)
        planning.plan(post, when)
    (crossing,) = planning.crossings()
    assert crossing.follows_selling
    assert crossing.at == datetime(2026, 11, 27, 18, 30, tzinfo=UTC)


def test_only_the_days_asked_for_are_read(services: Services, planning: PlanningAhead):
    planning.plan(write(services), TUESDAY)
    assert not planning.entries(date(2026, 11, 25), date(2026, 11, 30))
    assert planning.entries(date(2026, 11, 24), date(2026, 11, 24))


@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "Pacific/Pago_Pago"])
def test_at_the_ends_of_the_world_a_day_is_the_owners_day(
    services: Services, planning: PlanningAhead, bakery: Strategy, zone: str
):
    business = replace(bakery.business, zone=zone)
    services.planner.keep(replace(bakery, business=business))
    day = services.planner.today() + timedelta(days=1)
    for clock in (time(0, 0), time(23, 59)):
        planning.plan(write(services), When(day, clock))
    assert len(planning.entries(day, day)) == 2
    assert not planning.entries(day + timedelta(days=1), day + timedelta(days=1))
