"""A real server does not take a picture: nothing goes out, the draft is whole, it is said why."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from PIL import Image

import socialcoach.app
from socialcoach.core.planning.account import Account
from socialcoach.core.planning.picture import Picture
from socialcoach.core.planning.post import Post, PostStatus
from socialcoach.core.planning.publication import PublicationStatus
from socialcoach.core.planning.sending import Ending, Outcome
from socialcoach.services.bundle import Services
from socialcoach.services.planning.publishing.mastodon import MastodonNetwork
from socialcoach.services.planning.publishing.network import Network
from socialcoach.services.planning.publishing.parts import Machinery
from socialcoach.services.planning.publishing.web import Web
from socialcoach.services.secrets import Secrets
from socialcoach.services.words.publishing import why
from tests.conftest import Clock
from tests.drawn_pictures import as_bytes, drawn, photograph
from tests.integration.bluesky_shop import network_at, posts_with
from tests.integration.conftest import STRICT_BYTES
from tests.integration.mastodon_desk import own_posts, sign_in
from tests.integration.servers import Bluesky, Mastodon
from tests.worlds import open_world

pytestmark = [pytest.mark.integration, pytest.mark.network]

TEXT = "The oven at four in the morning"


@dataclass(frozen=True)
class Shop:
    """The app with one account; ``posts_there()`` counts its posts with the text on the server."""

    services: Services
    account: Account
    posts_there: Callable[[], int]

    def draft(self, *images: Image.Image) -> Post:
        """Return a draft with pictures."""
        post = self.services.drafting.new(TEXT, platforms=(self.account.platform,))
        for image in images:
            self.services.writing.pictures.add(post.id, as_bytes(image), "oven.jpg")
        return post

    def pictures(self, post: Post) -> list[tuple[Picture, bytes]]:
        """Return the pictures of a draft with what is in their files."""
        kept = self.services.writing.pictures
        return [(one, kept.path(one).read_bytes()) for one in kept.of_post(post.id)]

    def post_now(self, post: Post) -> Outcome:
        """Press the button."""
        return self.services.publishing.sending.post_now(post.id, self.account.platform)


@pytest.fixture(params=["bluesky", "mastodon", "snac"])
def shop(
    request: pytest.FixtureRequest,
    tmp_path: Path,
    clock: Clock,
    monkeypatch: pytest.MonkeyPatch,
) -> Shop:
    """The app on each network, with a server that takes small pictures only."""
    made = {"bluesky": on_bluesky, "mastodon": on_mastodon, "snac": on_snac}[request.param]
    network, account, secret, count = made(request, clock)
    machinery = Machinery({network.platform: network}, network, {}, Secrets(patience_s=5))  # type: ignore[arg-type]
    monkeypatch.setattr(socialcoach.app, "build_machinery", lambda _clock: machinery)
    _database, services = open_world(tmp_path / "data", clock)
    services.publishing.accounts.connect(account, secret)
    return Shop(services, account, count)


Connected = tuple[Network, Account, str, Callable[[], int]]


def on_bluesky(request: pytest.FixtureRequest, clock: Clock) -> Connected:
    """Connect Alice on Bluesky's own server, told to take small pictures only."""
    server: Bluesky = request.getfixturevalue("strict_pds")
    network, known = network_at(server, clock), server.accounts[0]
    account, secret = network.connect(known.handle, known.app_password, server.url)
    return network, account, secret, lambda: len(posts_with(server, TEXT))


def on_mastodon(request: pytest.FixtureRequest, clock: Clock) -> Connected:
    """Connect Alice on the server that answers as Mastodon does, behind nginx with a limit."""
    return behind_a_front(request, clock, request.getfixturevalue("mastodon_mock"))


def on_snac(request: pytest.FixtureRequest, clock: Clock) -> Connected:
    """Connect Alice on snac2, behind nginx with a limit."""
    return behind_a_front(request, clock, request.getfixturevalue("snac"))


def behind_a_front(request: pytest.FixtureRequest, clock: Clock, server: Mastodon) -> Connected:
    """Connect Alice; signed in on the server itself, she posts by way of what stands before it."""
    account, secret = sign_in(server, server.accounts[0], clock)
    front = request.getfixturevalue("strict_front")(server)

    def count() -> int:
        return sum(TEXT in str(one["content"]) for one in own_posts(server, account, secret))

    return MastodonNetwork(Web(), clock), replace(account, server=front), secret, count


def test_a_picture_the_server_refuses_stops_the_post_and_it_is_said_what_to_do(shop: Shop):
    before, post = shop.posts_there(), shop.draft(photograph())
    kept = shop.pictures(post)
    assert len(kept[0][1]) > STRICT_BYTES
    outcome = shop.post_now(post)
    assert (outcome.ending, outcome.code) == (Ending.FAILED, "sending.picture_too_large")
    name = shop.account.platform.capitalize()
    assert why(outcome.code, outcome.facts, shop.account) == (
        f"A picture is too large for your server on {name}. Nothing went out. Take the picture "
        "out or add a smaller one."
    )
    assert shop.posts_there() == before
    draft = shop.services.drafting.draft(post.id)
    assert (draft.text, draft.status) == (TEXT, PostStatus.DRAFT)
    assert shop.pictures(post) == kept


def test_trying_again_doubles_nothing_and_a_smaller_picture_goes_out_once(shop: Shop):
    before, post = shop.posts_there(), shop.draft(drawn((320, 240)), photograph())
    for _ in range(2):
        assert shop.post_now(post).ending is Ending.FAILED
    heavy = shop.pictures(post)[-1][0]
    shop.services.writing.pictures.remove(heavy.id)
    assert shop.post_now(post).ending is Ending.OUT
    assert shop.posts_there() == before + 1
    (entry,) = shop.services.handing_over.of_post(post.id)
    assert entry.status is PublicationStatus.OUT
    assert entry.permalink
