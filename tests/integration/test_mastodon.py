"""Mastodon, on a server that answers as Mastodon 4 does: from signing in to replies."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest

from socialcoach.core.planning.account import Account
from socialcoach.core.planning.outgoing import OutgoingPost, Visibility
from socialcoach.services.clock import SystemClock
from socialcoach.services.planning.publishing.mastodon import MastodonNetwork
from socialcoach.services.planning.publishing.mastodon_sign_in import MastodonSignIn
from socialcoach.services.planning.publishing.network import (
    AnswerLost,
    NetworkTrouble,
    NothingSent,
    SignInAgain,
    TryLater,
)
from socialcoach.services.planning.publishing.web import Web
from tests.conftest import Clock
from tests.integration.fault_proxy import Fault, FaultProxy
from tests.integration.mastodon_desk import as_bob, log_in_as, own_posts, picture, sign_in
from tests.integration.servers import Mastodon

pytestmark = [pytest.mark.integration, pytest.mark.network]

Alice = tuple[Account, str]


@pytest.fixture
def network(clock: Clock) -> MastodonNetwork:
    """The network under test; it does not wait long for an answer."""
    return MastodonNetwork(Web(answer_s=2), clock)


@pytest.fixture
def alice(mastodon_mock: Mastodon, clock: Clock) -> Alice:
    """Alice, signed in through the browser."""
    return sign_in(mastodon_mock, mastodon_mock.accounts[0], clock)


def status(server: Mastodon, alice: Alice, post_id: str) -> dict[str, Any]:
    return dict(as_bob(server, alice[1])("GET", f"/api/v1/statuses/{post_id}").json())


def test_signing_in_through_the_browser_tells_who_it_is_and_what_the_server_takes(
    mastodon_mock: Mastodon, alice: Alice
) -> None:
    account, secret = alice
    assert account.server == mastodon_mock.host
    assert account.handle.startswith("alice@")
    assert account.limits["max_characters"] == 500
    assert account.limits["characters_reserved_per_url"] == 23
    assert account.limits["image_size_limit"] == 10_485_760
    assert len(secret) > 20


def test_a_code_that_is_copied_by_hand_works_as_well(mastodon_mock: Mastodon, clock: Clock) -> None:
    steps = MastodonSignIn(Web(), clock, loopback=True)
    begun = steps.begin(mastodon_mock.host)
    shown = log_in_as(begun.address, mastodon_mock.accounts[1]).text
    code = shown.partition("code: ")[2].partition("<")[0]
    account, _ = steps.finish(begun, f"  {code}\n")
    assert account.handle.startswith("bob@")


def test_a_wrong_code_connects_nothing(mastodon_mock: Mastodon, clock: Clock) -> None:
    steps = MastodonSignIn(Web(), clock, loopback=True)
    begun = steps.begin(mastodon_mock.host)
    with pytest.raises(NothingSent) as caught:
        steps.finish(begun, "not-a-code")
    assert caught.value.code == "mastodon.code_wrong"


def test_a_post_goes_out_whole(
    mastodon_mock: Mastodon, network: MastodonNetwork, alice: Alice, tmp_path: Path, clock: Clock
) -> None:
    text = "Frisches Brot 🥐 & mehr\n\nhttps://example.org/brot?a=1&b=2 #Bäckerei"
    post = OutgoingPost(text, (picture(tmp_path, 'Ein Korb <b> & "Brot"'),), "de")
    post = replace(post, visibility=Visibility.UNLISTED, warning="Hunger")
    sent = network.send(*alice, post, network.new_attempt_key(clock.now()))
    there = status(mastodon_mock, alice, sent.remote_id)
    assert there["visibility"] == "unlisted"
    assert there["spoiler_text"] == "Hunger"
    assert there["language"] == "de"
    assert [media["description"] for media in there["media_attachments"]] == [
        'Ein Korb <b> & "Brot"'
    ]
    assert sent.permalink == there["url"]
    assert abs(sent.at - datetime.now(UTC)) < timedelta(minutes=1)
    assert network.find(*alice, OutgoingPost(text), "", clock.now()) == replace(
        sent, clock_off_minutes=0
    )


def test_the_picture_that_arrives_is_the_one_that_was_sent(
    mastodon_mock: Mastodon, network: MastodonNetwork, alice: Alice, tmp_path: Path
) -> None:
    shown = picture(tmp_path)
    sent = network.send(*alice, OutgoingPost("Look", (shown,)), "picture-key")
    there = status(mastodon_mock, alice, sent.remote_id)
    address = there["media_attachments"][0]["url"]
    assert httpx.get(address, trust_env=False).content == shown.file.read_bytes()


def test_the_same_key_twice_is_one_post(
    mastodon_mock: Mastodon, network: MastodonNetwork, alice: Alice
) -> None:
    first = network.send(*alice, OutgoingPost("Only once, please"), "one-key")
    again = network.send(*alice, OutgoingPost("Only once, please"), "one-key")
    assert again.remote_id == first.remote_id


def test_a_text_the_server_would_refuse_is_not_even_sent(
    mastodon_mock: Mastodon, network: MastodonNetwork, alice: Alice
) -> None:
    before = len(own_posts(mastodon_mock, *alice))
    with pytest.raises(NothingSent) as caught:
        network.send(*alice, OutgoingPost("x" * 495, warning="six   "), "long")
    assert (caught.value.code, caught.value.facts["over"]) == ("sending.too_long", 1)
    assert len(own_posts(mastodon_mock, *alice)) == before


def test_what_the_server_refuses_is_told_in_its_own_words(
    network: MastodonNetwork, alice: Alice
) -> None:
    generous = replace(alice[0], limits={"max_characters": 5_000})
    with pytest.raises(NothingSent) as caught:
        network.send(generous, alice[1], OutgoingPost("y" * 600), "refused")
    assert caught.value.code == "mastodon.refused"
    assert "too long" in str(caught.value.facts["reason"])


def test_a_revoked_secret_asks_to_sign_in_again(network: MastodonNetwork, alice: Alice) -> None:
    for ask in (
        lambda: network.check(alice[0], "revoked"),
        lambda: network.send(alice[0], "revoked", OutgoingPost("Hello"), "k"),
        lambda: network.responses(alice[0], "revoked", ["1"]),
    ):
        with pytest.raises(SignInAgain) as caught:
            ask()
        assert caught.value.code == "account.sign_in"


def test_nothing_goes_out_through_another_account(
    mastodon_mock: Mastodon, network: MastodonNetwork, alice: Alice
) -> None:
    before = own_posts(mastodon_mock, *alice)
    with pytest.raises(SignInAgain) as caught:
        network.send(alice[0], mastodon_mock.accounts[1].secret, OutgoingPost("Hello"), "k")
    assert caught.value.code == "account.other"
    assert own_posts(mastodon_mock, *alice) == before


def test_favourites_boosts_and_replies_come_back_and_own_replies_do_not(
    mastodon_mock: Mastodon, network: MastodonNetwork, alice: Alice
) -> None:
    sent = network.send(*alice, OutgoingPost("Which crust do you like?"), "asked")
    bob = as_bob(mastodon_mock, mastodon_mock.accounts[1].secret)
    bob("POST", f"/api/v1/statuses/{sent.remote_id}/favourite")
    bob("POST", f"/api/v1/statuses/{sent.remote_id}/reblog")
    answer = {"status": "@alice The dark one <3", "in_reply_to_id": sent.remote_id}
    replied = bob("POST", "/api/v1/statuses", json=answer).json()
    own = as_bob(mastodon_mock, alice[1])
    own("POST", "/api/v1/statuses", json={"status": "Thank you", "in_reply_to_id": sent.remote_id})
    [found] = network.responses(*alice, [sent.remote_id, "404404"])
    assert (found.likes, found.reposts, found.reply_count) == (1, 1, 2)
    [reply] = found.replies
    assert (reply.name, reply.text) == ("bob", "@alice The dark one <3")
    assert reply.handle.startswith("bob@")
    assert (reply.remote_id, reply.link) == (replied["id"], replied["url"])
    assert reply.about_remote_id == sent.remote_id


def test_whoever_names_the_owner_is_found_without_any_post_in_public_and_in_private(
    mastodon_mock: Mastodon, network: MastodonNetwork, alice: Alice
) -> None:
    since = SystemClock().now() - timedelta(minutes=5)
    bob = as_bob(mastodon_mock, mastodon_mock.accounts[1].secret)
    said = {"public": "@alice Are you open on Monday?", "direct": "@alice A private word"}
    for visibility, words in said.items():
        bob("POST", "/api/v1/statuses", json={"status": words, "visibility": visibility})
    bob("POST", "/api/v1/statuses", json={"status": "Nobody in particular"})
    found = network.written_to(*alice, since)
    assert {one.text for one in found} >= set(said.values())
    assert "Nobody in particular" not in {one.text for one in found}
    assert {one.handle.partition("@")[0] for one in found} == {"bob"}


def test_a_post_deleted_over_there_is_left_out(
    mastodon_mock: Mastodon, network: MastodonNetwork, alice: Alice
) -> None:
    sent = network.send(*alice, OutgoingPost("Soon gone"), "gone")
    as_bob(mastodon_mock, alice[1])("DELETE", f"/api/v1/statuses/{sent.remote_id}")
    assert network.responses(*alice, [sent.remote_id]) == []


@pytest.mark.parametrize("visibility", Visibility)
def test_a_lost_answer_is_found_again_whoever_may_see_it(
    mastodon_mock: Mastodon,
    network: MastodonNetwork,
    alice: Alice,
    visibility: Visibility,
    clock: Clock,
) -> None:
    with FaultProxy(mastodon_mock.url) as proxy:
        account = replace(alice[0], server=proxy.host)
        proxy.next(Fault.CUT_AFTER, "POST", "/api/v1/statuses")
        post = OutgoingPost(
            f"Lost for {visibility}, *maybe* @bob@example.org", (), "en", visibility
        )
        with pytest.raises(AnswerLost):
            network.send(account, alice[1], post, f"lost-{visibility}")
        found = network.find(account, alice[1], OutgoingPost(post.text), "", clock.now())
    assert found is not None


@pytest.mark.parametrize("hours_off", [-13, -1, 1, 13])
def test_a_lost_answer_is_found_though_the_clock_here_is_wrong(
    mastodon_mock: Mastodon, alice: Alice, hours_off: int
) -> None:
    wrong = Clock(datetime.now(UTC) + timedelta(hours=hours_off))
    network = MastodonNetwork(Web(answer_s=2), wrong)
    post = OutgoingPost(f"Off by {hours_off} hours")
    sent = network.send(*alice, post, f"off-{hours_off}")
    assert sent.clock_off_minutes == pytest.approx(60 * hours_off, abs=1)
    found = network.find(*alice, post, "", wrong.now())
    assert found is not None
    assert found.remote_id == sent.remote_id


@pytest.mark.parametrize(
    ("fault", "error", "code"),
    [
        (Fault.CUT_BEFORE, AnswerLost, "sending.unsure"),
        (Fault.CUT_AFTER, AnswerLost, "sending.unsure"),
        (Fault.CUT_ANSWER, AnswerLost, "sending.unsure"),
        (Fault.SLOW, AnswerLost, "sending.unsure"),
        (Fault.BROKEN, AnswerLost, "sending.unsure"),
        (Fault.BROKEN_AFTER, AnswerLost, "sending.unsure"),
        (Fault.GARBAGE, AnswerLost, "sending.unsure"),
        (Fault.TOO_MANY, TryLater, "sending.later"),
        (Fault.WRONG_PASSWORD, SignInAgain, "account.sign_in"),
    ],
)
def test_a_spoiled_post_says_whether_it_may_be_out(
    mastodon_mock: Mastodon,
    network: MastodonNetwork,
    alice: Alice,
    fault: Fault,
    error: type[NetworkTrouble],
    code: str,
) -> None:
    with FaultProxy(mastodon_mock.url) as proxy:
        account = replace(alice[0], server=proxy.host)
        proxy.next(fault, "POST", "/api/v1/statuses")
        with pytest.raises(error) as caught:
            network.send(account, alice[1], OutgoingPost(f"Spoiled: {fault}"), f"k-{fault}")
        assert caught.value.code == code


def test_a_server_that_is_gone_took_nothing(
    mastodon_mock: Mastodon, network: MastodonNetwork, alice: Alice
) -> None:
    with FaultProxy(mastodon_mock.url) as proxy:
        account = replace(alice[0], server=proxy.host)
        with proxy.gone(), pytest.raises(NothingSent) as caught:
            network.send(account, alice[1], OutgoingPost("Anybody there?"), "gone")
    assert caught.value.code == "network.unreached"


def test_a_broken_picture_upload_sends_no_post(
    mastodon_mock: Mastodon, network: MastodonNetwork, alice: Alice, tmp_path: Path
) -> None:
    with FaultProxy(mastodon_mock.url) as proxy:
        account = replace(alice[0], server=proxy.host)
        proxy.next(Fault.CUT_AFTER, "POST", "/api/v2/media")
        with pytest.raises(NothingSent) as caught:
            network.send(account, alice[1], OutgoingPost("Look", (picture(tmp_path),)), "k")
        assert proxy.asked("POST", "/api/v1/statuses") == 0
    assert caught.value.code == "network.broke_off"
