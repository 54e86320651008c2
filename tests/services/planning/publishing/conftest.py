"""Posting over an empty database and a Bluesky that lives in this process."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

import pytest
from sqlite_utils import Database

from socialcoach.app_publishing import build_publishing
from socialcoach.app_writing import build_writing
from socialcoach.core.changes import Changes
from socialcoach.core.planning.account import Account
from socialcoach.core.planning.outgoing import FoundReply
from socialcoach.core.planning.post import Post
from socialcoach.core.planning.publication import Publication, PublicationStatus
from socialcoach.services.bundle import Services
from socialcoach.services.planning.publishing.bluesky import Bluesky
from socialcoach.services.planning.publishing.bundle import PublishingServices
from socialcoach.services.planning.publishing.parts import Machinery
from socialcoach.services.planning.publishing.sending import Contents
from socialcoach.services.secrets import Secrets
from socialcoach.storage.planning.publications import Publications
from tests.conftest import Clock
from tests.services.planning.publishing.fake_bluesky import DID, HANDLE, FakeBluesky
from tests.services.planning.publishing.fake_network import FakeNetwork


@pytest.fixture
def server() -> FakeBluesky:
    """A server with Rosa's account and one other person."""
    return FakeBluesky()


@pytest.fixture
def rosa() -> Account:
    """Rosa's account, as it is kept."""
    now = datetime(2026, 11, 22, 9, tzinfo=UTC)
    return Account(f"bluesky:{DID}", "bluesky", "bsky.social", HANDLE, "Rosa’s Bakery", now, now)


@pytest.fixture
def bluesky(server: FakeBluesky, clock: Clock) -> Bluesky:
    """The network under test."""
    return server.network(clock)


@dataclass
class Desk:
    """Everything a test of sending needs; ``network`` does as the test says."""

    database: Database
    services: Services
    machinery: Machinery
    network: FakeNetwork
    publishing: PublishingServices
    replies: list[FoundReply]

    def again(self, database: Database) -> PublishingServices:
        """Return the same services over another connection, as a worker has them."""
        return _publishing(database, self.services, self.machinery, self.replies)

    def entry(self, post: Post) -> Publication:
        """Return what is kept of a post on Bluesky."""
        return self.services.handing_over.of_post(post.id)[-1]

    def post(self, text: str = "Which crust do you like?") -> Post:
        """Write a draft for Bluesky."""
        return self.services.drafting.new(text, platforms=("bluesky",))

    def plan(self, post: Post, at: datetime) -> Publication:
        """Plan a post for Bluesky."""
        entry = Publication(0, post.id, "bluesky", PublicationStatus.PLANNED, at, post.text)
        planned = replace(entry, planned_for=at, zone="Europe/Berlin")
        return Publications(self.database).add(planned)


def _publishing(
    database: Database, services: Services, machinery: Machinery, replies: list[FoundReply]
) -> PublishingServices:
    def keep(found: Sequence[FoundReply]) -> Changes:
        replies.extend(found)
        return Changes.PEOPLE if found else Changes.NOTHING

    writing = build_writing(database, services.paths, services.platforms, services.clock)
    contents = Contents(
        text_of=lambda post, _platform: post.text,
        pictures_of=writing.pictures.outgoing,
        language_of=lambda _text: "en",
    )
    return build_publishing(database, machinery, contents, keep, services.platforms, services.clock)


@pytest.fixture
def desk(world: tuple[Database, Services], bluesky: Bluesky) -> Desk:
    """Posting with nobody connected."""
    database, services = world
    network = FakeNetwork()
    machinery = Machinery({"bluesky": network}, bluesky, secrets=Secrets(patience_s=5))
    replies: list[FoundReply] = []
    publishing = _publishing(database, services, machinery, replies)
    return Desk(database, services, machinery, network, publishing, replies)


@pytest.fixture
def connected(desk: Desk, rosa: Account) -> Desk:
    """Posting with Rosa's account connected."""
    desk.publishing.accounts.connect(rosa, "abcd-efgh-ijkl-mnop")
    return desk
