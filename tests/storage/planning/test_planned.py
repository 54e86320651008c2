"""Posts read together with their places in time."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from sqlite_utils import Database

from socialcoach.core.planning.post import Post, PostStatus, SavedReading, Verdict
from socialcoach.core.planning.publication import Publication, PublicationStatus, Source
from socialcoach.storage.planning.planned import PlannedPosts
from socialcoach.storage.planning.posts import Posts
from socialcoach.storage.planning.publications import Publications
from socialcoach.storage.planning.versions import VersionTexts

NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)
SOON = NOW + timedelta(days=2)
POST = Post(0, "Hello", PostStatus.READY, NOW, NOW)


@pytest.fixture
def planned(database: Database) -> PlannedPosts:
    """What is tested."""
    return PlannedPosts(database)


def add(database: Database, at: datetime = SOON, **more: object) -> Publication:
    """Plan a post of its own."""
    post = Posts(database).add(POST)
    row = Publication(0, post.id, "facebook", PublicationStatus.PLANNED, at, "", planned_for=at)
    return Publications(database).add(replace(row, **more))


def test_a_span_takes_its_beginning_and_leaves_its_end(database: Database, planned: PlannedPosts):
    first = add(database, SOON)
    add(database, SOON + timedelta(days=1))
    ((post, row),) = planned.between(SOON, SOON + timedelta(days=1))
    assert (post.id, row) == (first.post_id, first)


def test_a_plan_is_left_out_once_the_post_is_out_there(database: Database, planned: PlannedPosts):
    row = add(database)
    out = replace(row, status=PublicationStatus.OUT, at=NOW, planned_for=None)
    Publications(database).add(out)
    assert not planned.between(SOON, SOON + timedelta(days=1))
    assert not planned.planned_from(NOW)
    assert not planned.feed_after(NOW)
    assert planned.next_after(NOW) is None


def test_a_plan_on_another_platform_stays(database: Database, planned: PlannedPosts):
    row = add(database)
    Publications(database).add(
        replace(row, platform="instagram", status=PublicationStatus.OUT, at=NOW)
    )
    assert len(planned.planned_from(NOW)) == 1


def test_the_next_post_is_the_earliest_that_was_not_thrown_away(
    database: Database, planned: PlannedPosts
):
    add(database, SOON + timedelta(days=1))
    gone = add(database, SOON)
    posts = Posts(database)
    post = posts.get(gone.post_id)
    assert post is not None
    posts.save(replace(post, status=PostStatus.DELETED))
    assert planned.next_after(NOW) == SOON + timedelta(days=1)


def test_in_the_plan_too_the_owners_word_outranks_the_meters(
    database: Database, planned: PlannedPosts
):
    row = add(database)
    posts = Posts(database)
    post = posts.get(row.post_id)
    assert post is not None
    assert [one.selling for one in planned.feed_after(NOW)] == [False]
    posts.save(replace(post, reading=SavedReading(0.9, "selling", "offer", 1, "v1")))
    assert [one.selling for one in planned.feed_after(NOW)] == [True]
    posts.save(replace(post, verdict=Verdict.GIVING))
    assert [one.selling for one in planned.feed_after(NOW)] == [False]


def test_in_the_plan_too_own_words_for_a_platform_are_judged_for_themselves(
    database: Database, planned: PlannedPosts
):
    row = add(database)
    Publications(database).add(replace(row, platform="instagram"))
    sells = SavedReading(0.97, "selling", "offer", 3, "v1")
    VersionTexts(database).save(row.post_id, "instagram", "Order now", NOW, sells)
    feed = {post.platform: (post.selling, post.kind) for post in planned.feed_after(NOW)}
    assert feed == {"facebook": (False, "other"), "instagram": (True, "offer")}


def test_the_plan_is_read_no_further_than_asked(database: Database, planned: PlannedPosts):
    add(database)
    assert not planned.feed_after(NOW, SOON)
    assert planned.feed_after(NOW, SOON + timedelta(seconds=1))


def test_only_what_was_written_here_counts_as_written(database: Database, planned: PlannedPosts):
    out = PublicationStatus.OUT
    add(database, NOW, status=out, source=Source.IMPORT)
    add(database, NOW, status=out, source=Source.DIRECT)
    add(database, NOW, source=Source.DIRECT)
    assert planned.count_written(NOW, SOON) == 1


def test_zones_are_those_of_plans_to_come(database: Database, planned: PlannedPosts):
    add(database, zone="Europe/London")
    add(database, NOW - timedelta(days=1), zone="Asia/Tokyo")
    add(database)
    assert planned.zones_after(NOW) == {"Europe/London"}


def test_a_removed_row_comes_back_under_its_old_id(database: Database):
    publications = Publications(database)
    row = add(database)
    publications.remove(row.id)
    assert publications.put_back(row) == row
    assert publications.get(row.id) == row


def test_where_the_id_was_taken_meanwhile_it_comes_back_under_another(database: Database):
    publications = Publications(database)
    row = add(database)
    publications.remove(row.id)
    other = add(database)
    assert other.id == row.id
    back = publications.put_back(row)
    assert back.id != row.id
    assert publications.get(other.id) == other
