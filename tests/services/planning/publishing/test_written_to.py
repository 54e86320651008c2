"""Whoever writes to the account is found, also under no post of ours: on both networks."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import httpx
import pytest

from socialcoach.core.planning.account import Account
from socialcoach.services.planning.publishing.bluesky import Bluesky
from socialcoach.services.planning.publishing.network import NetworkTrouble, SignInAgain
from tests.conftest import Clock
from tests.services.planning.publishing.fake_bluesky import DID, PASSWORD, FakeBluesky, said
from tests.services.planning.publishing.fake_mastodon import (
    BEN,
    ROSA,
    SECRET,
    FakeMastodon,
    a_reply,
    reply,
    rosas_account,
)

AT = datetime(2026, 11, 22, 8, 30, tzinfo=UTC)
DAY = timedelta(days=1)
NOTICES = "/api/v1/notifications"


def on_bluesky(number: int, reason: str, did: str = "did:plc:ann", ago: timedelta = 0 * DAY) -> Any:
    """Return a notice as Bluesky gives it."""
    at = (AT - ago).isoformat()
    return {
        "uri": f"at://{did}/app.bsky.feed.post/k{number}",
        "reason": reason,
        "author": {"did": did, "handle": "ann.test", "displayName": "Ann"},
        "record": {"text": f"@rosa Are you open? {number}", "createdAt": at},
        "indexedAt": at,
    }


def on_mastodon(number: int, kind: str = "mention", **more: Any) -> dict[str, Any]:
    """Return a notice as Mastodon gives it; its own number is not the post's."""
    status = a_reply(number, f"@rosa Are you open? {number}", BEN, **more)
    made = {"id": str(10_000 + number), "type": kind, "created_at": status["created_at"]}
    return {**made, "account": BEN, "status": status}


def test_on_bluesky_whoever_names_answers_or_quotes_us_is_found(
    bluesky: Bluesky, server: FakeBluesky, rosa: Account
):
    answer = {**on_bluesky(2, "reply"), "reasonSubject": "at://post"}
    server.notices = [on_bluesky(1, "mention"), answer, on_bluesky(3, "quote")]
    server.notices += [on_bluesky(4, "like"), on_bluesky(5, "follow"), on_bluesky(6, "reply", DID)]
    found = bluesky.written_to(rosa, PASSWORD, AT - DAY)
    assert [one.text[-1] for one in found] == ["1", "2", "3"]
    assert [one.about_remote_id for one in found] == ["", "at://post", ""]
    assert (found[0].name, found[0].handle, found[0].wrote_at) == ("Ann", "ann.test", AT)
    assert found[0].link == "https://bsky.app/profile/did:plc:ann/post/k1"


def test_on_bluesky_pages_are_read_until_they_are_old_enough(
    bluesky: Bluesky, server: FakeBluesky, rosa: Account
):
    server.notices = [on_bluesky(n, "mention") for n in range(120)]
    server.notices += [on_bluesky(n, "mention", ago=3 * DAY) for n in range(200, 900)]
    assert len(bluesky.written_to(rosa, PASSWORD, AT - DAY)) == 120
    assert server.calls("listNotifications") == 2


def test_a_bluesky_server_that_tells_of_nobody_is_no_trouble(
    bluesky: Bluesky, server: FakeBluesky, rosa: Account
):
    server.faults["listNotifications"] = lambda _request: said(501, "MethodNotImplemented")
    assert bluesky.written_to(rosa, PASSWORD, AT - DAY) == []


def test_odd_notices_are_passed_over(bluesky: Bluesky, server: FakeBluesky, rosa: Account):
    odd = {"reason": "mention", "uri": 5, "author": [], "indexedAt": "soon"}
    server.notices = [None, "like", odd, {}, on_bluesky(1, "mention")]
    assert len(bluesky.written_to(rosa, PASSWORD, AT - DAY)) == 1


def test_trouble_on_bluesky_is_told(bluesky: Bluesky, server: FakeBluesky, rosa: Account):
    server.faults["listNotifications"] = lambda _request: said(400, "ExpiredToken")
    with pytest.raises(SignInAgain):
        bluesky.written_to(rosa, PASSWORD, AT - DAY)


def test_on_mastodon_whoever_names_us_is_found_in_private_too(clock: Clock):
    server = FakeMastodon(clock)
    own = {**on_mastodon(4), "status": a_reply(4, "Hello", ROSA)}
    server.notices = [on_mastodon(9, visibility="direct"), on_mastodon(8, "favourite"), own]
    server.notices += [on_mastodon(3, in_reply_to_id="100")]
    network, rosa = server.network(clock), rosas_account(clock)
    found = network.written_to(rosa, SECRET, AT - DAY)
    assert [(one.remote_id, one.about_remote_id) for one in found] == [("9", ""), ("3", "100")]
    assert (found[0].name, found[0].handle) == ("ben", "ben@far.example")


def test_on_mastodon_pages_are_read_until_they_are_old_enough(clock: Clock):
    server = FakeMastodon(clock)
    long_ago = (AT - 3 * DAY).isoformat()
    server.notices = [on_mastodon(n) for n in range(999, 929, -1)]
    server.notices += [on_mastodon(n, created_at=long_ago) for n in range(929, 100, -1)]
    found = server.network(clock).written_to(rosas_account(clock), SECRET, AT - DAY)
    assert len(found) == 70
    assert server.paths().count(f"GET {NOTICES}") == 2


@pytest.mark.parametrize("status", [403, 404, 501])
def test_without_leave_to_ask_on_mastodon_nobody_is_found(clock: Clock, status: int):
    server = FakeMastodon(clock)
    refused = {"error": "This action is outside the authorized scopes"}
    server.once("GET", NOTICES, reply(refused, status))
    assert server.network(clock).written_to(rosas_account(clock), SECRET, AT - DAY) == []


@pytest.mark.parametrize("answer", [reply({"odd": 1}), reply({}, 500), httpx.ReadError("broken")])
def test_trouble_on_mastodon_is_told(clock: Clock, answer: httpx.Response | Exception):
    server = FakeMastodon(clock)
    server.once("GET", NOTICES, answer, answer)
    with pytest.raises(NetworkTrouble):
        server.network(clock).written_to(rosas_account(clock), SECRET, AT - DAY)
