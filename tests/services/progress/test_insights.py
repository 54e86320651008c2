"""Times and platforms compared out of the database."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from sqlite_utils import Database

from socialcoach.core.progress.best_times import Part, Slot
from socialcoach.core.progress.typed_month import TypedMonth
from socialcoach.services.bundle import Services
from tests.services.progress.past_posts import out

MONDAY = datetime(2026, 6, 1, 8, tzinfo=UTC)


def two_times(database: Database) -> None:
    """Post on Monday mornings and, with far more responses, on Monday evenings, in UTC."""
    for week in range(20):
        out(database, MONDAY + timedelta(weeks=week), 15 + week % 5)
        out(database, MONDAY + timedelta(weeks=week, hours=11), 60 + week % 5)


def test_times_are_those_where_the_business_is(services: Services, database: Database) -> None:
    strategy = services.planner.strategy()
    business = replace(strategy.business, zone="Pacific/Auckland")
    services.planner.keep(replace(strategy, business=business))
    two_times(database)
    best = services.insights.best_times("2026-11").best
    # 19:00 in London's summer is already Tuesday morning in Auckland.
    assert best[0].slot == Slot(1, Part.MORNING)


def test_posts_that_only_know_their_day_are_left_out(
    services: Services, database: Database
) -> None:
    for week in range(6):
        number = out(database, MONDAY + timedelta(weeks=week))
        database.execute(
            "update publication set time_known = ? where id = ?", [int(week < 2), number]
        )
    assert services.insights.best_times("2026-11").posts == 2


def test_posts_of_more_than_a_year_ago_are_left_out(services: Services, database: Database) -> None:
    out(database, MONDAY)
    assert services.insights.best_times("2027-05").posts == 1
    assert services.insights.best_times("2027-06").posts == 0


def test_what_a_platform_cost_and_brought_is_added_up_over_three_months(
    services: Services, database: Database
) -> None:
    for month in range(6, 10):
        out(database, MONDAY.replace(month=month), 20)
        services.effort.note_minutes(date(2026, month, 3), "facebook", 100, "noted")
        services.effort.note_found_us(date(2026, month, 3), "facebook")
    [worth] = services.insights.worth_it("2026-09")
    effort = worth.effort
    assert (effort.minutes, effort.posts, effort.responses, effort.customers) == (300, 3, 60, 3)


def test_typed_numbers_stand_in_for_a_platform_without_figures(
    services: Services, database: Database
) -> None:
    out(database, MONDAY, 20)
    for platform in ("facebook", "linkedin"):
        services.typing_in.keep(TypedMonth(platform, "2026-06", 9, 900, 45, minutes=200))
    found = {one.effort.platform: one.effort for one in services.insights.worth_it("2026-06")}
    assert (found["linkedin"].posts, found["linkedin"].responses) == (9, 45)
    assert (found["facebook"].posts, found["facebook"].responses) == (1, 20)
    assert found["facebook"].minutes == 200
