"""Monthly figures out of the database."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from socialcoach.app import open_services
from socialcoach.core.planning.post import Post, PostStatus, SavedReading, Verdict
from socialcoach.core.planning.publication import Publication, PublicationStatus
from socialcoach.core.progress.goal_pace import PaceVerdict
from socialcoach.core.progress.numbers import Numbers
from socialcoach.core.progress.overview import Unseen
from socialcoach.core.strategy.goal import Aim, Goal
from socialcoach.paths import DataPaths
from socialcoach.services.bundle import Services
from socialcoach.storage.database import connect
from socialcoach.storage.planning.posts import Posts
from socialcoach.storage.planning.publications import Publications
from socialcoach.storage.progress.numbers import NumberStore
from tests.conftest import Clock


class Shop:
    """A business whose past can be written down."""

    def __init__(self, services: Services) -> None:
        self.services = services
        database = connect(services.paths.database)
        self._database = database
        self._posts, self._publications = Posts(database), Publications(database)
        self._numbers = NumberStore(database)

    def close(self) -> None:
        """Let go of the database."""
        self._database.close()

    def post(
        self,
        at: datetime,
        *platforms: str,
        band: str | None = "giving",
        kind: str = "tip",
        verdict: Verdict | None = None,
        numbers: Numbers | None = None,
    ) -> None:
        """Write down a post that went out; a second platform follows an hour later."""
        reading = SavedReading(0.1, band, kind, 0, "1") if band else None
        post = self._posts.add(
            Post(0, "Hello", PostStatus.OUT, at, at, verdict=verdict, reading=reading)
        )
        for hours, platform in enumerate(platforms):
            out = Publication(
                0,
                post.id,
                platform,
                PublicationStatus.OUT,
                at + timedelta(hours=hours),
                "Hello",
            )
            publication = self._publications.add(out)
            if numbers is not None:
                self._numbers.put(publication.id, numbers, at)


@pytest.fixture
def shop(data_dir: Path, clock: Clock) -> Iterator[Shop]:
    """A shop in Auckland."""
    services = open_services(DataPaths(data_dir), clock)
    strategy = services.planner.strategy()
    business = replace(strategy.business, zone="Pacific/Auckland")
    services.planner.keep(replace(strategy, business=business))
    made = Shop(services)
    yield made
    made.close()


def day(month: int, number: int = 15) -> datetime:
    """Return noon UTC on a day of 2026."""
    return datetime(2026, month, number, 12, tzinfo=UTC)


def test_the_page_opens_with_the_last_full_month_that_has_posts(shop: Shop) -> None:
    shop.post(day(8), "facebook")
    shop.post(day(11), "facebook")
    assert shop.services.months.overview().month == "2026-08"


def test_a_newcomer_with_only_this_month_sees_this_month(shop: Shop) -> None:
    shop.post(day(11), "facebook")
    assert shop.services.months.overview().month == "2026-11"


def test_nothing_out_is_an_empty_overview(shop: Shop) -> None:
    assert shop.services.months.overview().is_empty


def test_months_are_those_of_the_business_and_not_of_greenwich(shop: Shop) -> None:
    shop.post(datetime(2026, 9, 30, 12, tzinfo=UTC), "facebook")
    overview = shop.services.months.overview()
    assert overview.mix("2026-10").posts == 1
    assert overview.months == ("2026-10", "2026-11")


def test_a_post_on_two_platforms_counts_once_over_all_and_once_on_each(shop: Shop) -> None:
    shop.post(day(10), "facebook", "instagram")
    overview = shop.services.months.overview()
    assert overview.mix("2026-10").posts == 1
    assert overview.mix("2026-10", "facebook").posts == 1
    assert overview.mix("2026-10", "instagram").posts == 1


def test_a_post_counts_in_the_month_in_which_it_first_went_out(shop: Shop) -> None:
    shop.post(datetime(2026, 9, 30, 10, 30, tzinfo=UTC), "facebook", "instagram")
    overview = shop.services.months.overview("2026-10")
    assert (overview.mix("2026-09").posts, overview.mix("2026-10").posts) == (1, 0)
    assert overview.mix("2026-10", "instagram").posts == 1


def test_leaning_counts_as_selling_and_the_owners_word_outranks_the_meter(shop: Shop) -> None:
    shop.post(day(10, 1), "facebook", band="leaning")
    shop.post(day(10, 2), "facebook", band="selling", verdict=Verdict.GIVING)
    shop.post(day(10, 3), "facebook", verdict=Verdict.SELLING)
    mix = shop.services.months.overview("2026-10").mix("2026-10")
    assert (mix.posts, mix.selling) == (3, 2)


def test_posts_the_meter_has_not_read_are_told_apart(shop: Shop) -> None:
    shop.post(day(10), "facebook", band=None)
    mix = shop.services.months.overview("2026-10").mix("2026-10")
    assert (mix.unread, mix.giving) == (1, 0)


def test_what_is_not_reported_is_not_counted_as_zero(shop: Shop) -> None:
    shop.post(day(10, 1), "facebook", numbers=Numbers(reach=200, likes=9, comments=1))
    shop.post(day(10, 2), "facebook", numbers=Numbers(reach=300))
    shop.post(day(10, 3), "facebook", numbers=Numbers(likes=4))
    shop.post(day(10, 4), "facebook")
    point = shop.services.months.overview("2026-10").rates()[-1]
    assert (point.posts, point.out) == (1, 4)


def test_likes_of_posts_nobody_can_tell_who_saw_are_added_up_on_their_own(shop: Shop) -> None:
    shop.post(day(10, 1), "bluesky", numbers=Numbers(likes=4, comments=1, shares=2))
    shop.post(day(10, 2), "bluesky", numbers=Numbers(likes=0))
    shop.post(day(10, 3), "bluesky")
    shop.post(day(10, 4), "facebook", numbers=Numbers(reach=100, likes=3))
    shop.post(day(10, 5), "facebook", numbers=Numbers(likes=3))
    overview = shop.services.months.overview("2026-10")
    assert overview.unseen() == {"bluesky": Unseen(posts=2, responses=7)}
    assert overview.unseen("facebook") == {}


def test_the_rate_divides_all_responses_by_all_who_saw(shop: Shop) -> None:
    for number in range(1, 7):
        shop.post(
            day(10, number), "facebook", numbers=Numbers(reach=100 * number, likes=5, shares=1)
        )
    point = shop.services.months.overview("2026-10").rates()[-1]
    assert point.rate is not None
    assert point.rate.value == pytest.approx(36 / 2100)


def test_kinds_are_compared_over_the_last_year_only(shop: Shop) -> None:
    seen = Numbers(reach=500, likes=20)
    for number in range(1, 6):
        shop.post(day(10, number), "facebook", kind="tip", numbers=seen)
        shop.post(day(9, number), "facebook", kind="story", numbers=seen)
        old = datetime(2025, 3, number, 12, tzinfo=UTC)
        shop.post(old, "facebook", kind="fun", numbers=seen)
    kinds = {one.kind: one.posts for one in shop.services.months.kinds("2026-10")}
    assert kinds == {"tip": 5, "story": 5}


def test_minutes_and_new_customers_are_kept_apart_by_month_and_platform(shop: Shop) -> None:
    effort = shop.services.effort
    effort.note_minutes(date(2026, 10, 3), "facebook", 20, "writing")
    effort.note_minutes(date(2026, 10, 9), "facebook", 15, "writing")
    effort.note_found_us(date(2026, 10, 9), "instagram")
    overview = shop.services.months.overview("2026-10")
    assert overview.minutes_spent == {"facebook": 35}
    assert overview.found_us_through == {"instagram": 1}


def test_a_goal_about_new_customers_is_compared_with_the_tally(shop: Shop) -> None:
    keep_goal(shop, "new customers a month who found us online")
    shop.services.effort.note_found_us(date(2026, 10, 9), "instagram")
    pace = shop.services.months.goal("2026-10")
    assert pace is not None
    assert (pace.verdict, pace.missing) == (PaceVerdict.ON_THE_WAY, 3)


def test_a_goal_about_something_else_is_not_judged(shop: Shop) -> None:
    keep_goal(shop, "messages from customers a week")
    assert shop.services.months.goal("2026-10") is None


def keep_goal(shop: Shop, measure: str) -> None:
    """Keep a goal of four by March."""
    planner = shop.services.planner
    goal = Goal(aim=Aim.NEARBY, measure=measure, target=4, by=date(2027, 3, 31))
    planner.keep(replace(planner.strategy(), goal=goal))
