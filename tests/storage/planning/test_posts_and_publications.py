"""Posts and where they went, letter for letter, and the feed in its order."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlite_utils import Database

from socialcoach.core.planning.post import Post, PostStatus, SavedReading, Verdict
from socialcoach.core.planning.publication import Publication, PublicationStatus, Source
from socialcoach.storage.planning.posts import Posts
from socialcoach.storage.planning.publications import Publications

NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)
SELLS = SavedReading(0.97, "selling", "offer", 3, "v1")
LEANS = SavedReading(0.6, "leaning", "product", 1, "v1")
GIVES = SavedReading(0.1, "giving", "tip", 0, "v1")
words = st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=30)
moments = st.datetimes(min_value=datetime(1990, 1, 1), timezones=st.just(UTC)).map(
    lambda moment: moment.replace(microsecond=moment.microsecond // 1000 * 1000)
)
readings = st.builds(
    SavedReading, st.floats(0, 1), st.just("giving"), st.just("tip"), st.integers(0, 3), words
)
posts = st.builds(
    Post,
    id=st.just(0),
    text=words,
    status=st.sampled_from(PostStatus),
    created_at=moments,
    updated_at=moments,
    platforms=st.lists(words, max_size=2).map(tuple),
    notes=words,
    idea=words,
    verdict=st.none() | st.sampled_from(Verdict),
    reading=st.none() | readings,
)


def draft(text: str = "Hello", **more: object) -> Post:
    """A draft of now."""
    return replace(Post(0, text, PostStatus.DRAFT, NOW, NOW), **more)


def published(post: Post, at: datetime, platform: str = "facebook", **more: object) -> Publication:
    """A publication that is out."""
    out = PublicationStatus.OUT
    return replace(Publication(0, post.id, platform, out, at, post.text), **more)


@given(posts)
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_every_post_comes_back_letter_for_letter(database: Database, post: Post):
    kept = Posts(database).add(post)
    assert Posts(database).get(kept.id) == kept == replace(post, id=kept.id)


@pytest.mark.parametrize(
    "text", ["a\0b", "👨‍👩‍👧‍👦" * 200, "‏שלום‏", "\r\n\t ", "'; drop table post; --"]
)
def test_odd_text_comes_back(database: Database, text: str):
    kept = Posts(database).add(draft(text, notes=text))
    found = Posts(database).get(kept.id)
    assert found is not None
    assert (found.text, found.notes) == (text, text)


def test_saving_changes_one_post_and_no_other(database: Database):
    store = Posts(database)
    one, other = store.add(draft("one")), store.add(draft("other"))
    store.save(replace(one, text="changed"))
    assert [post and post.text for post in map(store.get, (one.id, other.id))] == [
        "changed",
        "other",
    ]


def test_posts_come_with_the_latest_change_first(database: Database):
    store = Posts(database)
    for hours, text in ((2, "middle"), (3, "newest"), (1, "oldest")):
        store.add(draft(text, updated_at=NOW + timedelta(hours=hours)))
    store.add(draft("out", status=PostStatus.OUT))
    assert [post.text for post in store.with_status(PostStatus.DRAFT)] == [
        "newest",
        "middle",
        "oldest",
    ]


def test_only_published_posts_an_older_meter_read_wait_to_be_read(database: Database):
    store = Posts(database)
    out = PostStatus.OUT
    store.add(draft("a draft"))
    store.add(draft("read by this one", status=out, reading=GIVES))
    store.add(draft("never read", status=out))
    store.add(draft("read by another", status=out, reading=replace(GIVES, version="v0")))
    waiting = {post.text for post in store.with_older_reading("v1", 10)}
    assert waiting == {"never read", "read by another"}
    assert len(store.with_older_reading("v1", 1)) == 1


def test_a_post_that_was_handed_over_is_not_taken_away(database: Database):
    store = Posts(database)
    kept = store.add(draft())
    Publications(database).add(published(kept, NOW, status=PublicationStatus.HANDED_OVER))
    assert not store.remove(kept.id)
    assert store.get(kept.id) == kept


def test_a_publication_comes_back_and_can_be_changed(database: Database):
    post = Posts(database).add(draft())
    store = Publications(database)
    kept = store.add(published(post, NOW, external_key="77", source=Source.IMPORT))
    assert store.get(kept.id) == kept
    changed = replace(kept, permalink="https://www.facebook.com/1", external_key="")
    store.save(changed)
    assert store.of_post(post.id) == [changed]


def test_publications_without_a_key_of_the_platform_stand_side_by_side(database: Database):
    post = Posts(database).add(draft())
    store = Publications(database)
    for _ in range(2):
        store.add(published(post, NOW))
    assert len(store.of_post(post.id)) == 2
    assert store.by_external_key("facebook") == {}


def test_what_was_handed_over_waits_in_its_order(database: Database):
    post = Posts(database).add(draft())
    store = Publications(database)
    waits = PublicationStatus.HANDED_OVER
    later = store.add(published(post, NOW + timedelta(hours=1), status=waits))
    first = store.add(published(post, NOW, status=waits))
    store.add(published(post, NOW))
    assert store.waiting() == [first, later]


def test_the_feed_is_what_is_out_with_the_newest_first(database: Database):
    store = Publications(database)
    for hours, text in ((1, "older"), (2, "newer")):
        post = Posts(database).add(draft(text, status=PostStatus.OUT))
        store.add(published(post, NOW + timedelta(hours=hours)))
    waiting = Posts(database).add(draft("not out yet"))
    store.add(published(waiting, NOW, status=PublicationStatus.HANDED_OVER))
    assert [post.text for post in store.feed()] == ["newer", "older"]
    assert [post.text for post in store.feed(1)] == ["newer"]


@pytest.mark.parametrize(
    ("verdict", "reading", "selling"),
    [
        (None, SELLS, True),
        (None, LEANS, True),
        (None, GIVES, False),
        (None, None, False),
        (Verdict.GIVING, SELLS, False),
        (Verdict.SELLING, GIVES, True),
        (Verdict.SELLING, None, True),
    ],
)
def test_the_owners_word_outranks_the_meters_in_the_feed(
    database: Database, verdict: Verdict | None, reading: SavedReading | None, selling: bool
):
    post = Posts(database).add(draft(verdict=verdict, reading=reading))
    Publications(database).add(published(post, NOW))
    assert Publications(database).feed()[0].selling is selling
    assert bool(post.selling) is selling


def test_several_readings_are_kept_all_or_none(database: Database):
    store = Posts(database)
    kept = store.add(draft(status=PostStatus.OUT))
    with pytest.raises(AttributeError):
        store.save_readings([(kept.id, SELLS), (kept.id, "no reading")])
    assert store.get(kept.id) == kept
