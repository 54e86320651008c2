"""Bluesky's own server software: what we send is taken, kept, found again and read back."""

from __future__ import annotations

import struct
import time
import zlib
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest

from socialcoach.app_publishing import Addresses, build_bluesky
from socialcoach.core.planning.account import Account
from socialcoach.core.planning.facets import find_marks
from socialcoach.core.planning.outgoing import (
    FoundReply,
    FoundResponse,
    OutgoingPicture,
    OutgoingPost,
)
from socialcoach.services.clock import SystemClock
from socialcoach.services.planning.publishing.bluesky import Bluesky
from socialcoach.services.planning.publishing.network import NothingSent, SignInAgain
from socialcoach.services.planning.publishing.web import Web
from tests.integration import servers

pytestmark = [pytest.mark.integration, pytest.mark.network]

TEXT = "Frühlingsbrot 🥐 ist da, danke @bob.test! example.org/brot #Bäckerei"


def network_of(server: servers.Bluesky) -> Bluesky:
    """Return the network under test, which may talk to this computer."""
    at = Addresses(server.plc, server.appview or server.url, loopback=True)
    return build_bluesky(Web(), SystemClock(), at)


@pytest.fixture
def bluesky(bluesky_pds: servers.Bluesky) -> Bluesky:
    """The network under test, for a server that counts nothing."""
    return network_of(bluesky_pds)


@pytest.fixture
def alice(bluesky_pds: servers.Bluesky, bluesky: Bluesky) -> tuple[Account, str]:
    """Alice's account as it is connected in Settings, and its secret."""
    known = bluesky_pds.accounts[0]
    return bluesky.connect(known.handle, known.app_password, bluesky_pds.url)


def record(server: servers.Bluesky, remote_id: str) -> dict[str, Any]:
    """Return a post as the server keeps it."""
    did, collection, key = remote_id.removeprefix("at://").split("/")
    query = {"repo": did, "collection": collection, "rkey": key}
    address = f"{server.url}/xrpc/com.atproto.repo.getRecord"
    answer = httpx.get(address, params=query, trust_env=False)
    assert answer.status_code == 200, answer.text
    value: dict[str, Any] = answer.json()["value"]
    return value


def picture(file: Path, bytes_more: int = 0) -> OutgoingPicture:
    """Write a real small picture, heavier by as many bytes as asked for."""
    rows = b"".join(b"\0" + bytes([200, 80, 40]) * 64 for _ in range(48))

    def chunk(name: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        )

    head = struct.pack(">IIBBBBB", 64, 48, 8, 2, 0, 0, 0)
    body = chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows))
    more = chunk(b"teXt", b"x" * bytes_more) if bytes_more else b""
    file.write_bytes(b"\x89PNG\r\n\x1a\n" + body + more + chunk(b"IEND", b""))
    return OutgoingPicture(file, "image/png", "Ein Korb mit Brot", 64, 48)


def test_an_account_is_connected_by_handle_and_app_password(
    bluesky_pds: servers.Bluesky, alice: tuple[Account, str]
) -> None:
    account, secret = alice
    known = bluesky_pds.accounts[0]
    assert (account.id, account.handle) == (f"bluesky:{known.did}", "alice.test")
    assert secret == known.app_password
    assert f"http://{account.server}" == bluesky_pds.url


def test_a_wrong_password_is_said(bluesky_pds: servers.Bluesky, bluesky: Bluesky) -> None:
    with pytest.raises(SignInAgain) as caught:
        bluesky.connect("alice.test", "abcd-efgh-ijkl-mnop", bluesky_pds.url)
    assert caught.value.code == "account.sign_in"


def test_the_shown_name_comes_from_the_profile(
    bluesky_pds: servers.Bluesky, bluesky: Bluesky, alice: tuple[Account, str]
) -> None:
    account, secret = alice
    key = ask(
        bluesky_pds, "com.atproto.server.createSession", identifier=account.handle, password=secret
    )
    profile = {"$type": "app.bsky.actor.profile", "displayName": "Alice’s Bakery"}
    where = {"repo": key["did"], "collection": "app.bsky.actor.profile", "rkey": "self"}
    ask(bluesky_pds, "com.atproto.repo.putRecord", key["accessJwt"], **where, record=profile)
    assert bluesky.check(account, secret).name == "Alice’s Bakery"


def ask(server: servers.Bluesky, method: str, key: str = "", **body: object) -> dict[str, Any]:
    """Ask a server as another program would."""
    headers = {"Authorization": f"Bearer {key}"} if key else {}
    address = f"{server.url}/xrpc/{method}"
    answer = httpx.post(address, json=body, headers=headers, trust_env=False)
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


def test_a_post_with_everything_is_kept_as_meant(
    bluesky_pds: servers.Bluesky, bluesky: Bluesky, alice: tuple[Account, str], tmp_path: Path
) -> None:
    account, secret = alice
    pictures = tuple(picture(tmp_path / f"{n}.png") for n in range(4))
    post = OutgoingPost(TEXT, pictures, language="de")
    sent = bluesky.send(account, secret, post, bluesky.new_attempt_key(SystemClock().now()))
    kept = record(bluesky_pds, sent.remote_id)
    raw = kept["text"].encode()
    marked = [raw[f["index"]["byteStart"] : f["index"]["byteEnd"]].decode() for f in kept["facets"]]
    assert kept["text"] == TEXT
    assert marked == ["@bob.test", "example.org/brot", "#Bäckerei"]
    assert kept["facets"][0]["features"][0]["did"] == bluesky_pds.accounts[1].did
    assert kept["langs"] == ["de"]
    images = kept["embed"]["images"]
    assert [image["alt"] for image in images] == ["Ein Korb mit Brot"] * 4
    assert images[0]["aspectRatio"] == {"width": 64, "height": 48}
    assert sent.clock_off_minutes == 0


def test_sending_twice_under_one_key_makes_one_post(
    bluesky: Bluesky, alice: tuple[Account, str]
) -> None:
    account, secret = alice
    key = bluesky.new_attempt_key(SystemClock().now())
    first = bluesky.send(account, secret, OutgoingPost("Twice"), key)
    assert bluesky.send(account, secret, OutgoingPost("Twice"), key).remote_id == first.remote_id


def test_a_post_is_found_again_and_one_never_sent_is_not(
    bluesky: Bluesky, alice: tuple[Account, str]
) -> None:
    account, secret = alice
    now = SystemClock().now()
    key, post = bluesky.new_attempt_key(now), OutgoingPost("Found")
    assert bluesky.find(account, secret, post, key, now) is None
    sent = bluesky.send(account, secret, post, key)
    found = bluesky.find(account, secret, post, key, now)
    assert found is not None
    assert found.remote_id == sent.remote_id


@pytest.mark.parametrize(
    "post",
    [OutgoingPost("x" * 301), OutgoingPost("👨‍👩‍👧‍👦" * 121), OutgoingPost("hi", language="xx-!!")],
    ids=["too long", "too many bytes", "no language"],
)
def test_what_the_server_refuses_is_surely_not_out(
    bluesky: Bluesky, alice: tuple[Account, str], post: OutgoingPost
) -> None:
    account, secret = alice
    now = SystemClock().now()
    key = bluesky.new_attempt_key(now)
    with pytest.raises(NothingSent) as caught:
        bluesky.send(account, secret, post, key)
    assert caught.value.code == "sending.refused"
    assert bluesky.find(account, secret, post, key, now) is None


@pytest.mark.parametrize("length", [3, 299, 300])
def test_texts_up_to_the_limit_are_taken(
    bluesky: Bluesky, alice: tuple[Account, str], length: int
) -> None:
    account, secret = alice
    key = bluesky.new_attempt_key(SystemClock().now())
    assert bluesky.send(account, secret, OutgoingPost("ü" * length), key).permalink


def test_a_picture_far_too_heavy_stops_the_post(
    bluesky: Bluesky, alice: tuple[Account, str], tmp_path: Path
) -> None:
    account, secret = alice
    heavy = OutgoingPost("Heavy", (picture(tmp_path / "heavy.png", 6_000_000),))
    now = SystemClock().now()
    key = bluesky.new_attempt_key(now)
    with pytest.raises(NothingSent):
        bluesky.send(account, secret, heavy, key)
    assert bluesky.find(account, secret, heavy, key, now) is None


@pytest.mark.parametrize(
    "text",
    [
        *("https://example.org/a?b=c#d", "see (rosasbakery.com/menü).", "#a #b #ü", "＃パン屋"),
        *("👨‍👩‍👧‍👦 @bob.test 🥐 https://x.org", "a@b.org #1", "@nobody.test"),
        *("e\u0301 #cafe\u0301 http://münchen.example/straße", "\u200f@bob.test\u200e"),
    ],
)
def test_whatever_is_marked_is_taken_by_the_server(
    bluesky_pds: servers.Bluesky, bluesky: Bluesky, alice: tuple[Account, str], text: str
) -> None:
    account, secret = alice
    key = bluesky.new_attempt_key(SystemClock().now())
    sent = bluesky.send(account, secret, OutgoingPost(text), key)
    kept = record(bluesky_pds, sent.remote_id)
    assert len(kept["facets"]) + ("@nobody.test" in text) == len(find_marks(text))


def test_likes_reposts_and_replies_come_back(bluesky_network: servers.Bluesky) -> None:
    network = network_of(bluesky_network)
    alice, bob = bluesky_network.accounts
    account, secret = network.connect(alice.handle, alice.app_password, bluesky_network.url)
    key = network.new_attempt_key(SystemClock().now())
    sent = network.send(account, secret, OutgoingPost("Fresh bread from seven"), key)
    answer_as_somebody(bluesky_network, bob, sent.remote_id)
    *_, found = read_until_counted(network, account, secret, sent.remote_id)
    assert (found.likes, found.reposts, found.reply_count) == (1, 1, 1)
    assert [(one.text, one.handle) for one in found.replies] == [("Yum", "bob.test")]
    assert found.replies[0].about_remote_id == sent.remote_id


def test_whoever_names_the_owner_is_found_without_any_post(
    bluesky_network: servers.Bluesky,
) -> None:
    network, since = network_of(bluesky_network), SystemClock().now() - timedelta(minutes=5)
    alice, bob = bluesky_network.accounts
    account, secret = network.connect(alice.handle, alice.app_password, bluesky_network.url)
    theirs, password = network.connect(bob.handle, bob.app_password, bluesky_network.url)
    words = f"@{alice.handle} Are you open on Monday?"
    key = network.new_attempt_key(SystemClock().now())
    sent = network.send(theirs, password, OutgoingPost(words), key)
    found = first_found(lambda: network.written_to(account, secret, since), sent.remote_id)
    assert (found.text, found.handle, found.about_remote_id) == (words, bob.handle, "")
    assert found.link == sent.permalink


def first_found(look: Callable[[], list[FoundReply]], remote_id: str) -> FoundReply:
    """Look until a message is there; the network takes a moment to tell of it."""
    end = time.monotonic() + 30
    while time.monotonic() < end:
        for one in look():
            if one.remote_id == remote_id:
                return one
    raise AssertionError(f"{remote_id} was not found")


def answer_as_somebody(
    server: servers.Bluesky, who: servers.BlueskyAccount, remote_id: str
) -> None:
    """Like, repost and answer a post."""
    session = ask(
        server, "com.atproto.server.createSession", identifier=who.handle, password=who.password
    )
    did, collection, key = remote_id.removeprefix("at://").split("/")
    query = {"repo": did, "collection": collection, "rkey": key}
    address = f"{server.url}/xrpc/com.atproto.repo.getRecord"
    post = httpx.get(address, params=query, trust_env=False).json()
    about = {"uri": post["uri"], "cid": post["cid"]}
    records = {
        "app.bsky.feed.like": {"subject": about},
        "app.bsky.feed.repost": {"subject": about},
        "app.bsky.feed.post": {"text": "Yum", "reply": {"root": about, "parent": about}},
    }
    now = f"{SystemClock().now():%Y-%m-%dT%H:%M:%SZ}"
    for kind, fields in records.items():
        made = {"$type": kind, "createdAt": now, **fields}
        ask(
            server,
            "com.atproto.repo.createRecord",
            session["accessJwt"],
            repo=session["did"],
            collection=kind,
            record=made,
        )


def read_until_counted(
    network: Bluesky, account: Account, secret: str, remote_id: str
) -> Iterator[FoundResponse]:
    """Yield what comes back until all three have been counted; counting takes a moment."""
    end = time.monotonic() + 30
    while time.monotonic() < end:
        for found in network.responses(account, secret, [remote_id]):
            yield found
            if found.likes and found.reposts and found.reply_count and found.replies:
                return
