"""The day on which the plan crosses the rule, against a plain search by hand."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from itertools import product
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from socialcoach.core.meter.mix import EVERYWHERE, FeedMix
from socialcoach.core.planning.plan_mix import Crossing, crossings, moment_before
from socialcoach.core.planning.publication import FeedPost

NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)
PLATFORMS = ("facebook", "instagram", "bluesky")
moments = st.integers(1, 60)
posts = st.lists(
    st.tuples(moments, st.booleans(), st.sets(st.sampled_from(PLATFORMS), min_size=1)),
    max_size=25,
    unique_by=lambda drawn: drawn[0],
)


def feed(drawn: list[tuple[int, bool, set[str]]], sign: int, first_id: int) -> list[FeedPost]:
    """Posts so many hours before (-1) or after (+1) now, a row for each platform."""
    return [
        FeedPost(first_id + number, platform, NOW + sign * timedelta(hours=hours), sells)
        for number, (hours, sells, platforms) in enumerate(drawn)
        for platform in sorted(platforms)
    ]


def breaks(row: list[bool]) -> bool:
    """Judge the last of a row of posts the plain way."""
    ten = row[-10:]
    return ten[-1] and (sum(ten) > 2 or (len(ten) > 1 and ten[-2]))


def by_hand(published: list[FeedPost], planned: list[FeedPost], key: str) -> set[int]:
    """Walk along the row of one platform, or of all, and note each planned post that breaks it."""
    row, found, seen = [], set(), set()
    for post in sorted([*published, *planned], key=lambda one: (one.at, one.post_id)):
        if key not in (EVERYWHERE, post.platform) or post.post_id in seen:
            continue
        seen.add(post.post_id)
        row.append(post.selling)
        if post in planned and breaks(row):
            found.add(post.post_id)
    return found


@given(posts, posts)
def test_every_crossing_is_found_and_nothing_else(past: list, ahead: list):  # type: ignore[type-arg]
    published, planned = feed(past, -1, 1), feed(ahead, 1, 1000)
    found = crossings(published, planned)
    overall = by_hand(published, planned, EVERYWHERE)
    assert {one.post_id for one in found if one.platform == EVERYWHERE} == overall
    for key in PLATFORMS:
        there = by_hand(published, planned, key) - overall
        assert {one.post_id for one in found if one.platform == key} == there


@given(posts, posts)
def test_so_many_giving_posts_before_it_mend_it_and_one_fewer_does_not(past: list, ahead: list):  # type: ignore[type-arg]
    published, planned = feed(past, -1, 1), feed(ahead, 1, 1000)
    for crossing in crossings(published, planned)[:1]:
        platform = crossing.platform or "facebook"
        for count in (crossing.giving_first - 1, crossing.giving_first):
            at = crossing.at - timedelta(seconds=1)
            giving = [FeedPost(5000 + n, platform, at, False) for n in range(count)]
            still = [
                one
                for one in crossings(published, [*planned, *giving])
                if (one.post_id, one.platform) == (crossing.post_id, crossing.platform)
            ]
            assert bool(still) is (count < crossing.giving_first)


@given(posts)
def test_a_plan_of_giving_posts_never_crosses(past: list):  # type: ignore[type-arg]
    giving = [FeedPost(1000 + n, "facebook", NOW + timedelta(days=n + 1), False) for n in range(9)]
    assert crossings(feed(past, -1, 1), giving) == ()


def test_a_post_that_is_out_elsewhere_does_not_count_twice_over_all():
    out = [FeedPost(1, "facebook", NOW - timedelta(days=1), True)]
    planned = [FeedPost(1, "instagram", NOW + timedelta(days=1), True)]
    assert crossings(out, planned) == ()


HISTORIES = {
    waits: next(
        bits for bits in product((False, True), repeat=9) if FeedMix(bits).giving_first == waits
    )
    for waits in range(1, 9)
}
"""For each number of giving posts a feed after which a selling one must wait for so many."""


def crossing(after: datetime | None, at: datetime, giving_first: int = 1) -> Crossing:
    """A crossing between two moments."""
    made = Crossing(1, "", at, HISTORIES[giving_first], after)
    assert made.giving_first == giving_first
    return made


LONDON = ZoneInfo("Europe/London")
HERE = NOW.astimezone(LONDON)


def test_the_moment_to_mend_it_is_on_a_day_between_at_the_usual_hour():
    found = moment_before(crossing(None, NOW + timedelta(days=4)), HERE, time(10))
    assert found == datetime(2026, 11, 24, 10, tzinfo=LONDON)


def test_several_giving_posts_share_the_time_there_is():
    found = moment_before(crossing(None, NOW + timedelta(days=9), 2), HERE, time(10))
    assert found == datetime(2026, 11, 25, 10, tzinfo=LONDON)


def test_within_one_day_the_moment_lies_between_the_two_posts():
    at = NOW + timedelta(hours=4)
    found = moment_before(crossing(NOW + timedelta(hours=2), at), HERE, time(9))
    assert found == datetime(2026, 11, 22, 12, tzinfo=LONDON)


def test_where_there_is_no_time_left_nothing_is_offered():
    assert moment_before(crossing(None, NOW + timedelta(minutes=5)), HERE, time(10)) is None


@given(st.integers(1, 20_000), st.integers(-5_000, 19_999), st.integers(1, 8), st.integers(0, 23))
def test_the_moment_always_lies_before_the_crossing_and_after_the_post_before_it(
    minutes: int, before: int, giving_first: int, hour: int
):
    after, at = NOW + timedelta(minutes=before), NOW + timedelta(minutes=minutes)
    found = moment_before(crossing(min(after, at), at, giving_first), HERE, time(hour))
    assert found is None or max(NOW, min(after, at)) < found < at
