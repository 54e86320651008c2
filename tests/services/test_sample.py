"""The sample business can be opened on any day and in any zone."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlite_utils import Database

from socialcoach.paths import resource_dir
from socialcoach.services.bundle import Services
from socialcoach.services.sample import fill_with_sample, latest_day_before, placed_posts
from tests.conftest import Clock

BAKERY = resource_dir() / "sample" / "bakery"
days = st.dates(min_value=date(2024, 1, 1), max_value=date(2040, 12, 31))


@given(days, st.integers(1, 12), st.integers(1, 28))
def test_every_day_of_the_year_falls_into_the_year_before_today(today: date, month: int, day: int):
    found = latest_day_before(f"{month:02}-{day:02}", today)
    assert (found.month, found.day) == (month, day)
    assert timedelta(0) < today - found <= timedelta(days=366)


@pytest.mark.parametrize(
    ("today", "found"),
    [
        (date(2028, 3, 1), date(2028, 2, 29)),
        (date(2028, 2, 29), date(2027, 2, 28)),
        (date(2027, 3, 1), date(2027, 2, 28)),
        (date(2027, 2, 28), date(2026, 2, 28)),
    ],
)
def test_the_29th_of_february_becomes_the_28th_in_other_years(today: date, found: date):
    assert latest_day_before("02-29", today) == found


@pytest.mark.parametrize("zone", ["Europe/London", "Pacific/Kiritimati", "Pacific/Pago_Pago"])
@pytest.mark.parametrize(
    "now",
    [
        datetime(2028, 2, 29, 12, tzinfo=UTC),
        datetime(2027, 1, 1, 0, 30, tzinfo=UTC),
        datetime(2026, 12, 31, 23, 30, tzinfo=UTC),
        datetime(2026, 3, 29, 1, 30, tzinfo=UTC),
        datetime(2026, 10, 25, 1, 30, tzinfo=UTC),
    ],
    ids=["leap day", "new year", "old year", "clocks forward", "clocks back"],
)
def test_posts_lie_in_the_past_in_their_order(zone: str, now: datetime):
    posts = placed_posts(BAKERY / "posts.jsonl", now, ZoneInfo(zone))
    moments = [post.at for post in posts]
    assert moments == sorted(moments)
    assert now - timedelta(days=368) < moments[0] < moments[-1] < now
    assert len(posts) > 100


@pytest.mark.parametrize("now", [datetime(2028, 2, 29, 9, tzinfo=UTC), None])
def test_the_whole_business_can_be_used(
    services: Services, database: Database, clock: Clock, now: datetime | None
):
    clock.set(now or clock.now())
    strategy = fill_with_sample(database, BAKERY, clock.now())
    assert services.planner.strategy() == strategy
    assert strategy.is_complete
    assert strategy.goal.by is not None
    assert strategy.goal.by > clock.now().date()
    assert services.feed.mixes().of().count == 10
    assert services.drafting.drafts()
    assert services.relations.conversations.waiting()
    assert services.relations.outreach.lines()
    assert services.relations.listening.talks()
    assert services.effort.found_us_by_month()
