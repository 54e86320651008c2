"""Mastodon on snac2, a small real server with odd habits, through its own page to log in on."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import httpx
import pytest

from socialcoach.core.planning.account import Account
from socialcoach.core.planning.outgoing import OutgoingPost, Visibility
from socialcoach.services.planning.publishing.mastodon import MastodonNetwork
from socialcoach.services.planning.publishing.mastodon_sign_in import MastodonSignIn
from socialcoach.services.planning.publishing.network import AnswerLost, NothingSent, SignInAgain
from socialcoach.services.planning.publishing.web import Web
from tests.conftest import Clock
from tests.integration.fault_proxy import Fault, FaultProxy
from tests.integration.mastodon_desk import as_bob, log_in_as, own_posts, picture, sign_in
from tests.integration.servers import Mastodon, MastodonAccount

pytestmark = [pytest.mark.integration, pytest.mark.network]

Alice = tuple[Account, str]


@pytest.fixture
def network(clock: Clock) -> MastodonNetwork:
    """The network under test, as patient as in the app: snac2 now and then takes some seconds."""
    return MastodonNetwork(Web(), clock)


@pytest.fixture
def alice(snac: Mastodon, clock: Clock) -> Alice:
    """Alice, signed in on the server's own page."""
    return sign_in(snac, snac.accounts[0], clock)


def with_text(snac: Mastodon, alice: Alice, text: str) -> int:
    """Return how many posts have this text."""
    return sum(text in str(post["content"]) for post in own_posts(snac, *alice))


def test_signing_in_on_its_page_tells_who_it_is_and_what_it_takes(
    snac: Mastodon, alice: Alice
) -> None:
    account, secret = alice
    assert account.server == snac.host
    assert account.handle == f"alice@{snac.host}"
    assert account.limits["max_characters"] == 100_000
    assert account.limits["characters_reserved_per_url"] == 32
    assert account.limits["image_size_limit"] == 16_777_216
    assert secret


def test_a_wrong_password_stays_on_its_page(snac: Mastodon, clock: Clock) -> None:
    steps = MastodonSignIn(Web(), clock, loopback=True)
    begun = steps.begin(snac.host)
    shown = log_in_as(begun.address, MastodonAccount("alice", "not-it"))
    assert "LOGIN INCORRECT" in shown.text


def test_a_made_up_code_connects_nothing(snac: Mastodon, clock: Clock) -> None:
    steps = MastodonSignIn(Web(), clock, loopback=True)
    with pytest.raises(NothingSent) as caught:
        steps.finish(steps.begin(snac.host), "made-up")
    assert caught.value.code == "mastodon.code_wrong"


def test_a_post_goes_out_with_its_picture_and_description(
    snac: Mastodon, network: MastodonNetwork, alice: Alice, tmp_path: Path
) -> None:
    text = "Frisches *Brot* 🥐 & mehr\n\nhttps://example.org/brot?a=1&b=2 #Bäckerei"
    shown = picture(tmp_path, 'Ein Korb "Brot"')
    sent = network.send(*alice, OutgoingPost(text, (shown,), "de"), "k")
    there = as_bob(snac, alice[1])("GET", f"/api/v1/statuses/{sent.remote_id}").json()
    [media] = there["media_attachments"]
    assert media["description"] == 'Ein Korb "Brot"'
    assert httpx.get(media["url"], trust_env=False).content == shown.file.read_bytes()
    assert sent.permalink == there["url"]
    assert "#Bäckerei" in there["content"]


def test_a_post_goes_out_now_and_once(
    snac: Mastodon, network: MastodonNetwork, alice: Alice
) -> None:
    network.send(*alice, OutgoingPost("Just this one"), "k")
    assert with_text(snac, alice, "Just this one") == 1


def test_many_questions_in_a_row_survive_its_dropped_connections(
    network: MastodonNetwork, alice: Alice
) -> None:
    names = {network.check(*alice).name for _ in range(30)}
    assert names == {"alice"}


def test_an_unknown_secret_asks_to_sign_in_again(network: MastodonNetwork, alice: Alice) -> None:
    for ask in (
        lambda: network.check(alice[0], "revoked"),
        lambda: network.send(alice[0], "revoked", OutgoingPost("Hello"), "k"),
        lambda: network.responses(alice[0], "revoked", ["1"]),
    ):
        with pytest.raises(SignInAgain) as caught:
            ask()
        assert caught.value.code == "account.sign_in"


@pytest.mark.parametrize("visibility", Visibility)
def test_a_lost_answer_is_found_whoever_may_see_the_post(
    snac: Mastodon,
    network: MastodonNetwork,
    alice: Alice,
    clock: Clock,
    visibility: Visibility,
) -> None:
    post = OutgoingPost(f"Lost on {visibility}, with *stars* and @bob", (), "en", visibility)
    with FaultProxy(snac.url) as proxy:
        account = replace(alice[0], server=proxy.host)
        proxy.next(Fault.CUT_AFTER, "POST", "/api/v1/statuses")
        with pytest.raises(AnswerLost):
            network.send(account, alice[1], post, "k")
        found = network.find(account, alice[1], OutgoingPost(post.text), "k", clock.now())
    assert found is not None


def test_what_never_arrived_is_not_found(
    snac: Mastodon, network: MastodonNetwork, alice: Alice, clock: Clock
) -> None:
    post = OutgoingPost("This one never arrived")
    with FaultProxy(snac.url) as proxy:
        account = replace(alice[0], server=proxy.host)
        proxy.next(Fault.CUT_BEFORE, "POST", "/api/v1/statuses")
        with pytest.raises(AnswerLost):
            network.send(account, alice[1], post, "k")
        assert network.find(account, alice[1], post, "k", clock.now()) is None


@pytest.mark.parametrize("hours_off", [-9, 9])
def test_a_lost_answer_is_found_though_nobody_knows_the_right_time(
    snac: Mastodon, alice: Alice, hours_off: int
) -> None:
    wrong = Clock(datetime.now(UTC) + timedelta(hours=hours_off))
    network = MastodonNetwork(Web(), wrong)
    post = OutgoingPost(f"Wrong by {hours_off} hours")
    sent = network.send(*alice, post, "k")
    found = network.find(*alice, post, "k", wrong.now())
    assert found is not None
    assert found.remote_id == sent.remote_id


def test_replies_are_counted(snac: Mastodon, network: MastodonNetwork, alice: Alice) -> None:
    sent = network.send(*alice, OutgoingPost("Which crust do you like?"), "k")
    own = as_bob(snac, alice[1])
    own("POST", f"/api/v1/statuses/{sent.remote_id}/favourite")
    thanks = {"status": "Thanks to all", "in_reply_to_id": sent.remote_id}
    own("POST", "/api/v1/statuses", json=thanks)
    [found] = network.responses(*alice, [sent.remote_id, "123"])
    assert found.reply_count == 1
    assert found.replies == ()


def test_whoever_names_the_owner_is_asked_for_without_trouble(
    network: MastodonNetwork, alice: Alice
) -> None:
    network.send(*alice, OutgoingPost("Nobody in particular"), "k")
    since = datetime.now(UTC) - timedelta(days=1)
    assert network.written_to(*alice, since) == []
