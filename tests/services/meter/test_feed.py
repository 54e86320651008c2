"""The feed: what was imported and what was handed over count together."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlite_utils import Database

from socialcoach.core.changes import Changes
from socialcoach.core.meter import Context
from socialcoach.core.planning.post import Post, PostStatus, Verdict
from socialcoach.core.planning.publication import Publication, PublicationStatus, Source
from socialcoach.services.bundle import Services
from socialcoach.services.meter import feed as module
from socialcoach.storage.planning.posts import Posts
from socialcoach.storage.planning.publications import Publications
from tests.conftest import Clock

OFFER = "Order now and get 20% off every loaf, this weekend only!"
THANKS = "Thank you to everyone who came by and told us about your gardens."


def import_post(database: Database, clock: Clock, text: str, platform: str = "facebook") -> Post:
    """Put a post into the history as an import does, not read by the meter yet."""
    now = clock.now()
    post = Posts(database).add(Post(0, text, PostStatus.OUT, now, now, platforms=(platform,)))
    out = PublicationStatus.OUT
    Publications(database).add(
        Publication(0, post.id, platform, out, now, text, source=Source.IMPORT)
    )
    return post


def hand_over(services: Services, text: str, platform: str = "facebook") -> None:
    """Write a post and say that it went out."""
    post = services.drafting.new(text, platforms=(platform,))
    entry = services.handing_over.start(post, platform).publication
    services.handing_over.went_out(entry.id)


def test_imported_and_handed_over_posts_make_one_feed(
    services: Services, database: Database, clock: Clock
):
    import_post(database, clock, THANKS)
    clock.advance(days=1)
    hand_over(services, "What do you grow?")
    clock.advance(days=1)
    hand_over(services, "A recipe for soup", "instagram")
    mixes = services.feed.mixes()
    counts = [mixes.of(key).count for key in ("facebook", "instagram", "", "tiktok")]
    assert counts == [2, 1, 3, 0]
    assert [post.text for post in services.feed.latest(2)] == [
        "A recipe for soup",
        "What do you grow?",
    ]


def test_posts_that_came_in_are_read_once(services: Services, database: Database, clock: Clock):
    for _ in range(3):
        import_post(database, clock, OFFER)
    progress: list[int] = []
    assert services.feed.read_unread(Context(), progress.append) is Changes.FEED
    assert progress == [3]
    assert services.feed.mixes().of().selling_count == 3
    assert services.feed.read_unread(Context(), progress.append) is Changes.NOTHING
    assert progress == [3]


def test_many_posts_are_read_in_parts_and_a_stop_keeps_what_is_done(
    services: Services, database: Database, clock: Clock, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(module, "AT_A_TIME", 2)
    for _ in range(5):
        import_post(database, clock, THANKS)

    def stop_at_four(done: int) -> None:
        if done == 4:
            raise InterruptedError

    with pytest.raises(InterruptedError):
        services.feed.read_unread(Context(), stop_at_four)
    progress: list[int] = []
    services.feed.read_unread(Context(), progress.append)
    assert progress == [1]


def test_the_owners_word_stays_when_the_meter_reads_again(
    services: Services, database: Database, clock: Clock
):
    post = import_post(database, clock, OFFER)
    services.drafting.keep_verdict(post.id, Verdict.GIVING)
    services.feed.read_unread(Context(), lambda _done: None)
    assert services.feed.mixes().of().selling_count == 0
    assert services.drafting.draft(post.id).verdict is Verdict.GIVING


def test_only_the_last_ten_count(services: Services, database: Database, clock: Clock):
    sold = import_post(database, clock, "Buy our bread")
    services.drafting.keep_verdict(sold.id, Verdict.SELLING)
    for _ in range(10):
        clock.advance(days=1)
        import_post(database, clock, THANKS)
    assert services.feed.mixes().of().selling_count == 0
    assert len(services.feed.everything()) == 11


def test_a_worker_reads_over_a_connection_of_its_own(
    services: Services, database: Database, clock: Clock
):
    import_post(database, clock, OFFER)
    with services.in_worker() as own:
        assert own.feed is not services.feed
        own.feed.read_unread(Context(), lambda _done: None)
    assert services.feed.mixes().of().selling_count == 1
    assert clock.now() - services.feed.latest(1)[0].at < timedelta(days=1)
