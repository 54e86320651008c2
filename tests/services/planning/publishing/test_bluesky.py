"""Bluesky: what is sent, and what every possible answer means for the post."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path

import httpx
import pytest

from socialcoach.core.planning.account import Account
from socialcoach.core.planning.outgoing import OutgoingPicture, OutgoingPost
from socialcoach.services.planning.publishing.bluesky import Bluesky
from socialcoach.services.planning.publishing.network import (
    AnswerLost,
    NetworkTrouble,
    NothingSent,
    SignInAgain,
    TryLater,
)
from tests.conftest import Clock
from tests.services.planning.publishing.fake_bluesky import DID, PASSWORD, FakeBluesky, said

KEY = "3m5zabcdefg2x"
MOVED = httpx.Response(302, headers={"location": "/"})
ODD_ADDRESS = httpx.Response(200, json={"uri": "at://x/y/z"})
POST = OutgoingPost("Frisch 🥐 von @ann.test: rosas.example.org/brot #Bäckerei", language="de")


def send(bluesky: Bluesky, account: Account, post: OutgoingPost = POST):
    """Send a post as the app does."""
    return bluesky.send(account, PASSWORD, post, KEY)


def raiser(kind: type[httpx.TransportError]) -> Callable[[httpx.Request], httpx.Response]:
    """Break the connection in one way."""

    def fail(request: httpx.Request) -> httpx.Response:
        raise kind("broken", request=request)

    return fail


def test_a_post_goes_out_under_its_key_with_link_mention_and_hashtag(
    bluesky: Bluesky, server: FakeBluesky, rosa: Account, clock: Clock
):
    sent = send(bluesky, rosa)
    record = server.records[KEY]
    raw = record["text"].encode()
    marked = {
        raw[facet["index"]["byteStart"] : facet["index"]["byteEnd"]].decode(): facet["features"][0]
        for facet in record["facets"]
    }
    assert marked["rosas.example.org/brot"]["uri"] == "https://rosas.example.org/brot"
    assert marked["@ann.test"]["did"] == "did:plc:ann"
    assert marked["#Bäckerei"]["tag"] == "Bäckerei"
    assert record["langs"] == ["de"]
    assert datetime.fromisoformat(record["createdAt"]) == clock.now()
    assert sent.remote_id == f"at://{DID}/app.bsky.feed.post/{KEY}"
    assert sent.permalink == f"https://bsky.app/profile/{DID}/post/{KEY}"


def test_a_handle_nobody_has_stays_plain_text(bluesky: Bluesky, server: FakeBluesky, rosa: Account):
    send(bluesky, rosa, OutgoingPost("Thanks @nobody.example"))
    assert server.records[KEY]["facets"] == []


def test_no_language_is_claimed_when_nobody_can_tell(
    bluesky: Bluesky, server: FakeBluesky, rosa: Account
):
    send(bluesky, rosa, OutgoingPost("🥐", language=""))
    assert "langs" not in server.records[KEY]


def test_pictures_go_out_in_order_with_their_words_and_shape(
    bluesky: Bluesky, server: FakeBluesky, rosa: Account, tmp_path: Path
):
    files = [tmp_path / name for name in ("one.jpg", "two.png")]
    for file in files:
        file.write_bytes(file.name.encode())
    pictures = (
        OutgoingPicture(files[0], "image/jpeg", "A loaf", 1000, 500),
        OutgoingPicture(files[1], "image/png", "", 10, 20),
    )
    send(bluesky, rosa, OutgoingPost("Bread", pictures))
    images = server.records[KEY]["embed"]["images"]
    assert [image["alt"] for image in images] == ["A loaf", ""]
    assert images[0]["aspectRatio"] == {"width": 1000, "height": 500}
    assert server.blobs == [("image/jpeg", b"one.jpg"), ("image/png", b"two.png")]


def test_sending_again_under_the_same_key_leaves_the_first_post_alone(
    bluesky: Bluesky, server: FakeBluesky, rosa: Account, clock: Clock
):
    first = send(bluesky, rosa)
    clock.advance(hours=1)
    again = send(bluesky, rosa, OutgoingPost("Other words"))
    assert server.calls("putRecord") == 1
    assert (again.remote_id, again.at) == (first.remote_id, first.at)


def test_the_server_is_never_asked_for_anybody_elses_account(
    bluesky: Bluesky, server: FakeBluesky, rosa: Account
):
    server.session = {"did": "did:plc:somebody"}
    with pytest.raises(SignInAgain) as caught:
        send(bluesky, rosa)
    assert caught.value.code == "account.other"
    assert server.calls("putRecord") == 0


@pytest.mark.parametrize(
    ("method", "fault", "kind", "code"),
    [
        ("createSession", said(401, "AuthenticationRequired"), SignInAgain, "account.sign_in"),
        ("createSession", said(401, "AuthFactorTokenRequired"), SignInAgain, "account.two_steps"),
        ("createSession", said(401, "AccountTakedown"), SignInAgain, "account.closed"),
        ("createSession", said(400, "InvalidRequest"), SignInAgain, "account.sign_in"),
        ("createSession", said(429, "RateLimitExceeded"), TryLater, "sending.later"),
        ("createSession", said(500, "InternalServerError"), NothingSent, "network.trouble"),
        ("createSession", httpx.Response(200, text="<html>"), NothingSent, "network.odd"),
        ("createSession", httpx.Response(200, json=[1]), NothingSent, "network.odd"),
        ("createSession", httpx.Response(200, json={"did": 3}), NothingSent, "network.odd"),
        (
            "createSession",
            MOVED,
            NothingSent,
            "network.odd",
        ),
        ("getRecord", said(503, "Unavailable"), NothingSent, "network.trouble"),
        ("getRecord", said(400, "InvalidRequest"), NothingSent, "network.odd"),
        ("resolveHandle", said(502, "BadGateway"), NothingSent, "network.trouble"),
        ("putRecord", said(400, "InvalidRequest"), NothingSent, "sending.refused"),
        ("putRecord", said(403, "Forbidden"), NothingSent, "sending.refused"),
        ("putRecord", said(401, "InvalidToken"), SignInAgain, "account.sign_in"),
        ("putRecord", said(400, "ExpiredToken"), SignInAgain, "account.sign_in"),
        ("putRecord", said(429, "RateLimitExceeded"), TryLater, "sending.later"),
        ("putRecord", said(500, "InternalServerError"), AnswerLost, "sending.unsure"),
        ("putRecord", said(504, "Timeout"), AnswerLost, "sending.unsure"),
        ("putRecord", httpx.Response(200, text="<html>"), AnswerLost, "sending.unsure"),
        ("putRecord", httpx.Response(200, json={"uri": 7}), AnswerLost, "sending.unsure"),
        (
            "putRecord",
            ODD_ADDRESS,
            AnswerLost,
            "sending.unsure",
        ),
        ("putRecord", httpx.Response(200, content=b" " * 5_000_000), AnswerLost, "sending.unsure"),
        ("putRecord", httpx.Response(200, content=b"[" * 200_000), AnswerLost, "sending.unsure"),
    ],
    ids=str,
)
def test_each_answer_says_surely_whether_it_went_out(
    bluesky: Bluesky,
    server: FakeBluesky,
    rosa: Account,
    method: str,
    fault: httpx.Response,
    kind: type[NetworkTrouble],
    code: str,
):
    server.faults[method] = lambda _request: fault
    with pytest.raises(NetworkTrouble) as caught:
        send(bluesky, rosa)
    assert (type(caught.value), caught.value.code) == (kind, code)


@pytest.mark.parametrize(
    ("method", "broken", "kind", "code"),
    [
        ("createSession", httpx.ConnectError, NothingSent, "network.unreached"),
        ("createSession", httpx.ReadTimeout, NothingSent, "network.broke_off"),
        ("getRecord", httpx.RemoteProtocolError, NothingSent, "network.broke_off"),
        ("putRecord", httpx.ConnectError, NothingSent, "network.unreached"),
        ("putRecord", httpx.ConnectTimeout, NothingSent, "network.unreached"),
        ("putRecord", httpx.ReadTimeout, AnswerLost, "sending.unsure"),
        ("putRecord", httpx.ReadError, AnswerLost, "sending.unsure"),
        ("putRecord", httpx.WriteError, AnswerLost, "sending.unsure"),
        ("putRecord", httpx.RemoteProtocolError, AnswerLost, "sending.unsure"),
    ],
)
def test_each_broken_connection_says_surely_whether_it_may_be_out(
    bluesky: Bluesky,
    server: FakeBluesky,
    rosa: Account,
    method: str,
    broken: type[httpx.TransportError],
    kind: type[NetworkTrouble],
    code: str,
):
    server.faults[method] = raiser(broken)
    with pytest.raises(NetworkTrouble) as caught:
        send(bluesky, rosa)
    assert (type(caught.value), caught.value.code) == (kind, code)


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        (said(413, "PayloadTooLarge"), "sending.picture_too_large"),
        (said(500, "Oops"), "network.trouble"),
        (httpx.Response(200, json={"blob": "?"}), "network.odd"),
    ],
    ids=["too large", "server trouble", "odd"],
)
def test_a_picture_that_is_not_taken_stops_the_post(
    bluesky: Bluesky,
    server: FakeBluesky,
    rosa: Account,
    tmp_path: Path,
    answer: httpx.Response,
    code: str,
):
    server.faults["uploadBlob"] = lambda _request: answer
    (tmp_path / "a.jpg").write_bytes(b"x")
    picture = OutgoingPicture(tmp_path / "a.jpg", "image/jpeg", "", 1, 1)
    with pytest.raises(NothingSent) as caught:
        send(bluesky, rosa, OutgoingPost("Bread", (picture,)))
    assert caught.value.code == code
    assert server.records == {}


def test_a_picture_gone_since_it_was_picked_stops_the_post(
    bluesky: Bluesky, server: FakeBluesky, rosa: Account, tmp_path: Path
):
    picture = OutgoingPicture(tmp_path / "gone.jpg", "image/jpeg", "", 1, 1)
    with pytest.raises(NothingSent) as caught:
        send(bluesky, rosa, OutgoingPost("Bread", (picture,)))
    assert (caught.value.code, caught.value.facts) == ("sending.picture_gone", {"file": "gone.jpg"})
    assert server.records == {}


@pytest.mark.parametrize(
    ("headers", "wait"),
    [
        ({"Retry-After": "120"}, timedelta(seconds=120)),
        ({"Retry-After": "0"}, timedelta(seconds=30)),
        ({"Retry-After": "99999999999999999999"}, timedelta(days=1)),
        ({"Retry-After": "Sun, 22 Nov 2026 09:10:00 GMT"}, timedelta(minutes=10)),
        ({"Retry-After": "soon"}, timedelta(minutes=5)),
        ({"RateLimit-Reset": "1795338600"}, timedelta(minutes=10)),
        ({"RateLimit-Reset": "60"}, timedelta(minutes=1)),
        ({}, timedelta(minutes=5)),
    ],
)
def test_a_server_that_asks_for_a_pause_says_until_when(
    bluesky: Bluesky,
    server: FakeBluesky,
    rosa: Account,
    clock: Clock,
    headers: dict[str, str],
    wait: timedelta,
):
    clock.set(datetime(2026, 11, 22, 9, tzinfo=UTC))
    server.faults["putRecord"] = lambda _request: httpx.Response(429, headers=headers)
    with pytest.raises(TryLater) as caught:
        send(bluesky, rosa)
    assert caught.value.not_before - clock.now() == wait


def test_a_clock_that_is_wrong_is_told(
    bluesky: Bluesky, server: FakeBluesky, rosa: Account, clock: Clock
):
    server.date = format_datetime(clock.now() - timedelta(minutes=20), usegmt=True)
    assert send(bluesky, rosa).clock_off_minutes == 20


def test_a_lost_post_is_found_by_its_key(
    bluesky: Bluesky, server: FakeBluesky, rosa: Account, clock: Clock
):
    assert bluesky.find(rosa, PASSWORD, POST, KEY, clock.now()) is None
    sent = send(bluesky, rosa)
    clock.advance(hours=3)
    assert bluesky.find(rosa, PASSWORD, POST, KEY, clock.now()) == sent


def test_keys_sort_as_the_moments_they_were_made(bluesky: Bluesky, clock: Clock):
    keys = []
    for _ in range(20):
        keys.append(bluesky.new_attempt_key(clock.now()))
        clock.advance(seconds=1)
    assert keys == sorted(keys)


def test_a_check_reads_the_names_people_see(bluesky: Bluesky, server: FakeBluesky, rosa: Account):
    server.handle = "rosas-bakery.example"
    health = bluesky.check(rosa, PASSWORD)
    assert (health.handle, health.name) == ("rosas-bakery.example", "Rosa’s Bakery")


def test_a_name_that_cannot_be_read_is_the_handle(
    bluesky: Bluesky, server: FakeBluesky, rosa: Account
):
    server.faults["getRecord"] = raiser(httpx.ReadError)
    assert bluesky.check(rosa, PASSWORD).name == "rosa.bsky.social"


def test_posts_behind_the_home_server_are_kept_where_its_document_says(
    bluesky: Bluesky, server: FakeBluesky, rosa: Account
):
    endpoint = {"id": "#atproto_pds", "serviceEndpoint": "https://oyster.host.bsky.network"}
    server.session = {"didDoc": {"service": [None, {"id": "x"}, endpoint]}}
    send(bluesky, rosa)
    assert "oyster.host.bsky.network putRecord" in server.asked


@pytest.mark.parametrize("endpoint", ["http://evil.example", "https://exаmple.org", "", 7, None])
def test_an_unsafe_address_in_a_document_is_not_followed(
    bluesky: Bluesky, server: FakeBluesky, rosa: Account, endpoint: object
):
    service = {"id": "#atproto_pds", "serviceEndpoint": endpoint}
    server.session = {"didDoc": {"service": [service]}}
    send(bluesky, rosa)
    assert "bsky.social putRecord" in server.asked


def test_the_password_is_never_in_an_address(bluesky: Bluesky, server: FakeBluesky, rosa: Account):
    seen: list[httpx.Request] = []
    answer = server.answer

    def note(request: httpx.Request) -> httpx.Response:
        seen.append(request)
        return answer(request)

    server.answer = note  # type: ignore[method-assign]
    clock = Clock(datetime(2026, 11, 22, 9, tzinfo=UTC))
    server.network(clock).send(rosa, PASSWORD, POST, KEY)
    assert not [request for request in seen if PASSWORD in str(request.url)]
    bodies = [request.content.decode(errors="replace") for request in seen]
    assert sum(PASSWORD in body for body in bodies) == 1
    assert json.loads(bodies[0])["password"] == PASSWORD
