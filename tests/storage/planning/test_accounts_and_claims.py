"""Accounts on disk, and the claim that lets only one caller send a post."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from sqlite_utils import Database

from socialcoach.core.planning.account import Account
from socialcoach.core.planning.post import Post, PostStatus
from socialcoach.core.planning.publication import Publication, PublicationStatus, Source
from socialcoach.storage.planning.accounts import Accounts
from socialcoach.storage.planning.claims import Claims
from socialcoach.storage.planning.posts import Posts
from socialcoach.storage.planning.publications import Publications

NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)
ACCOUNT = Account("bluesky:did", "bluesky", "bsky.social", "rosa.test", "Rosa", NOW)


def test_an_account_comes_back_as_it_was_kept(database: Database):
    accounts = Accounts(database)
    full = replace(ACCOUNT, checked_at=NOW, problem="account.sign_in", limits={"max": 500})
    accounts.save(ACCOUNT)
    accounts.save(full)
    assert accounts.all() == [full]
    assert accounts.get("bluesky:did") == full
    accounts.remove("bluesky:did")
    assert accounts.get("bluesky:did") is None


@pytest.fixture
def entry(database: Database) -> Publication:
    """A sending of a post, not yet claimed."""
    post = Posts(database).add(Post(0, "Bread", PostStatus.DRAFT, NOW, NOW))
    return Publication(
        id=0,
        post_id=post.id,
        platform="bluesky",
        status=PublicationStatus.SENDING,
        at=NOW,
        text="Bread",
        source=Source.DIRECT,
        account_id="bluesky:did",
        attempt_key="key",
    )


def test_a_new_post_is_claimed_once(database: Database, entry: Publication):
    claims = Claims(database)
    assert claims.take_new(entry)
    assert not claims.take_new(entry)
    (kept,) = Publications(database).of_post(entry.post_id)
    assert kept == replace(entry, id=kept.id)


@pytest.mark.parametrize("status", list(PublicationStatus))
def test_only_what_is_planned_or_failed_can_be_claimed(
    database: Database, entry: Publication, status: PublicationStatus
):
    planned = Publications(database).add(replace(entry, status=status, attempt_key=""))
    free = status in (PublicationStatus.PLANNED, PublicationStatus.FAILED)
    assert Claims(database).take(replace(planned, attempt_key="key")) is free
    kept = Publications(database).get(planned.id)
    assert kept is not None
    assert (kept.status, kept.attempt_key) == (("sending", "key") if free else (status, ""))


@pytest.mark.parametrize(
    "status",
    [PublicationStatus.SENDING, PublicationStatus.HANDED_OVER, PublicationStatus.OUT],
)
def test_a_second_plan_cannot_be_claimed_while_the_first_may_be_out(
    database: Database, entry: Publication, status: PublicationStatus
):
    publications = Publications(database)
    publications.add(replace(entry, status=status))
    second = publications.add(replace(entry, status=PublicationStatus.PLANNED))
    assert not Claims(database).take(second)
    assert not Claims(database).take_new(entry)


def test_the_same_post_on_another_platform_is_another_matter(
    database: Database, entry: Publication
):
    claims = Claims(database)
    assert claims.take_new(entry)
    assert claims.take_new(replace(entry, platform="mastodon"))
