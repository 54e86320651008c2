"""Posting on Mastodon: what is asked, and what every kind of answer means for the owner."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import httpx
import pytest

from socialcoach.core.planning.account import Account
from socialcoach.core.planning.outgoing import OutgoingPicture, OutgoingPost, Visibility
from socialcoach.services.planning.publishing.mastodon import MastodonNetwork
from socialcoach.services.planning.publishing.network import (
    AnswerLost,
    NetworkTrouble,
    NothingSent,
    SignInAgain,
    TryLater,
)
from tests.conftest import Clock
from tests.services.planning.publishing.fake_mastodon import (
    ROSA,
    SECRET,
    FakeMastodon,
    page,
    reply,
    rosas_account,
)

STATUSES, MEDIA = "/api/v1/statuses", "/api/v2/media"
WHO = "/api/v1/accounts/verify_credentials"
BREAD = OutgoingPost("Fresh bread from seven")


@pytest.fixture
def server(clock: Clock) -> FakeMastodon:
    """A server with Rosa's account, whose clock agrees with ours."""
    return FakeMastodon(clock)


@pytest.fixture
def network(server: FakeMastodon, clock: Clock) -> MastodonNetwork:
    """The network under test."""
    return server.network(clock)


@pytest.fixture
def rosa(clock: Clock) -> Account:
    """Rosa's account, as it is kept."""
    return rosas_account(clock)


@pytest.fixture
def bread(tmp_path: Path) -> OutgoingPicture:
    """A picture file."""
    file = tmp_path / "IMG 0001.jpg"
    file.write_bytes(b"\xff\xd8 picture \xff\xd9")
    return OutgoingPicture(file, "image/jpeg", 'Rolls, "warm"\r\nand äpples', 640, 480)


def trouble(ask: Callable[[], object]) -> NetworkTrouble:
    """Return what went wrong."""
    with pytest.raises(NetworkTrouble) as caught:
        ask()
    return caught.value


def fields(server: FakeMastodon) -> dict[str, object]:
    """Return what was published last, as the server got it."""
    sent = [r for r in server.asked if (r.method, r.url.path) == ("POST", STATUSES)]
    return dict(json.loads(sent[-1].content))


def test_a_post_goes_out_with_its_key_over_a_connection_of_its_own(
    server: FakeMastodon, network: MastodonNetwork, rosa: Account
) -> None:
    sent = network.send(rosa, SECRET, BREAD, "the-key")
    assert (sent.remote_id, sent.permalink) == ("100", "https://mastodon.example/@rosa/100")
    asked = server.asked[-1]
    assert asked.headers["Idempotency-Key"] == "the-key"
    assert asked.headers["Connection"] == "close"
    assert fields(server) == {"status": BREAD.text, "visibility": "public", "language": "en"}


def test_a_post_is_never_left_for_the_server_to_send_later(
    server: FakeMastodon, network: MastodonNetwork, rosa: Account
) -> None:
    network.send(rosa, SECRET, BREAD, "k")
    assert "scheduled_at" not in fields(server)


def test_visibility_warning_and_language_go_along(
    server: FakeMastodon, network: MastodonNetwork, rosa: Account
) -> None:
    post = OutgoingPost("Bread", (), "de-AT", Visibility.FOLLOWERS, "Hunger")
    network.send(rosa, SECRET, post, "k")
    assert fields(server) == {
        "status": "Bread",
        "visibility": "private",
        "language": "de",
        "spoiler_text": "Hunger",
        "sensitive": True,
    }


def test_an_unknown_language_is_left_out(
    server: FakeMastodon, network: MastodonNetwork, rosa: Account
) -> None:
    network.send(rosa, SECRET, replace(BREAD, language=""), "k")
    assert "language" not in fields(server)


def test_pictures_go_first_with_their_description(
    server: FakeMastodon, network: MastodonNetwork, rosa: Account, bread: OutgoingPicture
) -> None:
    network.send(rosa, SECRET, replace(BREAD, pictures=(bread,)), "k")
    upload = next(r for r in server.asked if r.url.path == MEDIA)
    assert bread.file.read_bytes() in upload.content
    assert bread.alt.encode() in upload.content
    assert b"IMG 0001" not in upload.content
    assert fields(server)["media_ids"] == ["media-1"]


def test_a_picture_the_server_works_on_is_waited_for(
    server: FakeMastodon, network: MastodonNetwork, rosa: Account, bread: OutgoingPicture
) -> None:
    server.once("POST", MEDIA, reply({"id": "m9", "url": None}, 202))
    working, done = reply({"id": "m9", "url": None}, 206), reply({"id": "m9", "url": "https://x/y"})
    server.once("GET", "/api/v1/media/m9", working, working, done)
    network.send(rosa, SECRET, replace(BREAD, pictures=(bread,)), "k")
    assert len(server.pauses) == 3
    assert fields(server)["media_ids"] == ["m9"]


def test_a_picture_that_is_never_done_is_given_up_and_nothing_goes_out(
    server: FakeMastodon, network: MastodonNetwork, rosa: Account, bread: OutgoingPicture
) -> None:
    server.once("POST", MEDIA, reply({"id": "m9", "url": None}, 202))
    server.once("GET", "/api/v1/media/m9", *[reply({"id": "m9"}, 206) for _ in range(100)])
    found = trouble(lambda: network.send(rosa, SECRET, replace(BREAD, pictures=(bread,)), "k"))
    assert found.code == "mastodon.picture_slow"
    assert sum(server.pauses) <= 60
    assert f"POST {STATUSES}" not in server.paths()


@pytest.mark.parametrize(
    ("answer", "kind", "code"),
    [
        (reply({"error": "too large"}, 413), NothingSent, "sending.picture_too_large"),
        (reply({"error": "Kind not supported"}, 422), NothingSent, "mastodon.picture_refused"),
        (page(422), SignInAgain, "account.sign_in"),
        (reply({"error": "no"}, 401), SignInAgain, "account.sign_in"),
        (reply({}, 429), TryLater, "sending.later"),
        (page(502), NothingSent, "network.trouble"),
        (page(200), NothingSent, "network.odd"),
        (httpx.ReadError("cut"), NothingSent, "network.broke_off"),
        (httpx.ConnectError("gone"), NothingSent, "network.unreached"),
    ],
)
def test_a_picture_that_does_not_arrive_keeps_the_post_here(
    server: FakeMastodon,
    network: MastodonNetwork,
    rosa: Account,
    bread: OutgoingPicture,
    answer: httpx.Response | Exception,
    kind: type[NetworkTrouble],
    code: str,
) -> None:
    server.once("POST", MEDIA, answer)
    found = trouble(lambda: network.send(rosa, SECRET, replace(BREAD, pictures=(bread,)), "k"))
    assert (type(found), found.code) == (kind, code)
    assert server.statuses == []


def test_a_picture_that_is_gone_is_named(
    network: MastodonNetwork, rosa: Account, bread: OutgoingPicture
) -> None:
    bread.file.unlink()
    found = trouble(lambda: network.send(rosa, SECRET, replace(BREAD, pictures=(bread,)), "k"))
    assert (found.code, found.facts["file"]) == ("sending.picture_gone", "IMG 0001.jpg")


@pytest.mark.parametrize(
    ("answer", "kind", "code"),
    [
        (httpx.ConnectError("gone"), NothingSent, "network.unreached"),
        (httpx.ConnectTimeout("gone"), NothingSent, "network.unreached"),
        (httpx.ReadError("cut"), AnswerLost, "sending.unsure"),
        (httpx.ReadTimeout("slow"), AnswerLost, "sending.unsure"),
        (httpx.WriteError("cut"), AnswerLost, "sending.unsure"),
        (httpx.RemoteProtocolError("half"), AnswerLost, "sending.unsure"),
        (page(200), AnswerLost, "sending.unsure"),
        (reply([1, 2]), AnswerLost, "sending.unsure"),
        (reply({"id": ""}), AnswerLost, "sending.unsure"),
        (reply({"id": "5"}), AnswerLost, "sending.unsure"),
        (httpx.Response(200, content=b"{" * 100_000), AnswerLost, "sending.unsure"),
        (httpx.Response(200, content=b"x" * 5_000_000), AnswerLost, "sending.unsure"),
        (reply({"error": "busy"}, 500), AnswerLost, "sending.unsure"),
        (page(503), AnswerLost, "sending.unsure"),
        (page(504), AnswerLost, "sending.unsure"),
        (reply({"error": "again"}, 409), AnswerLost, "sending.unsure"),
        (page(408), AnswerLost, "sending.unsure"),
        (reply({"error": "slow down"}, 429), TryLater, "sending.later"),
        (page(401), SignInAgain, "account.sign_in"),
        (reply({"error": "disabled"}, 403), SignInAgain, "account.closed"),
        (page(403), NothingSent, "sending.refused"),
        (page(422), SignInAgain, "account.sign_in"),
        (reply({"error": "Text too long"}, 422), NothingSent, "mastodon.refused"),
        (reply({}, 422), NothingSent, "sending.refused"),
        (page(404), NothingSent, "sending.refused"),
        (page(302, Location="https://hotel.example/"), NothingSent, "sending.refused"),
    ],
)
def test_every_answer_to_a_post_says_whether_it_may_be_out(
    server: FakeMastodon,
    network: MastodonNetwork,
    rosa: Account,
    answer: httpx.Response | Exception,
    kind: type[NetworkTrouble],
    code: str,
) -> None:
    server.once("POST", STATUSES, answer)
    found = trouble(lambda: network.send(rosa, SECRET, BREAD, "k"))
    assert (type(found), found.code) == (kind, code)


def test_a_server_s_reason_is_one_short_line(
    server: FakeMastodon, network: MastodonNetwork, rosa: Account
) -> None:
    server.once("POST", STATUSES, reply({"error": "No.\n\n" + "Really. " * 100}, 422))
    reason = str(trouble(lambda: network.send(rosa, SECRET, BREAD, "k")).facts["reason"])
    assert reason.startswith("No. Really.")
    assert len(reason) <= 200


def test_a_server_that_wants_a_pause_says_until_when(
    server: FakeMastodon, network: MastodonNetwork, rosa: Account, clock: Clock
) -> None:
    server.once("POST", STATUSES, reply({}, 429, **{"Retry-After": "600"}))
    found = trouble(lambda: network.send(rosa, SECRET, BREAD, "k"))
    assert isinstance(found, TryLater)
    assert found.not_before == clock.now() + timedelta(minutes=10)


def test_nothing_is_sent_through_another_account(
    server: FakeMastodon, network: MastodonNetwork, rosa: Account
) -> None:
    server.once("GET", WHO, reply({**ROSA, "id": "9"}))
    found = trouble(lambda: network.send(rosa, SECRET, BREAD, "k"))
    assert (type(found), found.code) == (SignInAgain, "account.other")
    assert server.paths() == [f"GET {WHO}"]


@pytest.mark.parametrize("answer", [reply({"error": "invalid"}, 401), page(422), page(401)])
def test_a_secret_that_no_longer_opens_asks_to_sign_in_again(
    server: FakeMastodon, network: MastodonNetwork, rosa: Account, answer: httpx.Response
) -> None:
    server.once("GET", WHO, answer)
    found = trouble(lambda: network.check(rosa, SECRET))
    assert (type(found), found.code) == (SignInAgain, "account.sign_in")


def test_a_text_too_long_for_this_server_is_not_sent(
    server: FakeMastodon, network: MastodonNetwork, rosa: Account
) -> None:
    small = replace(rosa, limits={"max_characters": 10})
    found = trouble(lambda: network.send(small, SECRET, OutgoingPost("x" * 8, warning="abc"), "k"))
    assert (found.code, found.facts["over"]) == ("sending.too_long", 1)
    assert server.asked == []


def test_a_question_whose_connection_broke_is_asked_again(
    server: FakeMastodon, network: MastodonNetwork, rosa: Account
) -> None:
    server.once("GET", WHO, httpx.ReadError("dropped"))
    assert network.check(rosa, SECRET).name == "Rosa’s Bakery"


def test_a_post_whose_connection_broke_is_not_sent_again(
    server: FakeMastodon, network: MastodonNetwork, rosa: Account
) -> None:
    server.once("POST", STATUSES, httpx.ReadError("dropped"))
    trouble(lambda: network.send(rosa, SECRET, BREAD, "k"))
    assert server.paths().count(f"POST {STATUSES}") == 1


def test_each_draft_has_a_key_of_its_own_and_always_the_same(
    network: MastodonNetwork, clock: Clock
) -> None:
    begun = clock.now()
    keys = {network.new_attempt_key(begun, number) for number in range(100)}
    assert len(keys) == 100
    assert network.new_attempt_key(begun, 7) in keys
    assert network.new_attempt_key(begun + timedelta(seconds=1), 7) not in keys


def test_a_check_tells_who_it_is_and_what_the_server_takes(
    network: MastodonNetwork, rosa: Account
) -> None:
    health = network.check(rosa, SECRET)
    assert (health.handle, health.name) == ("rosa@mastodon.example", "Rosa’s Bakery")
    assert health.limits["max_characters"] == 500
    assert health.limits["image_size_limit"] == 16_777_216


def test_an_older_server_is_asked_at_its_older_address(
    server: FakeMastodon, network: MastodonNetwork, rosa: Account
) -> None:
    server.once("GET", "/api/v2/instance", page(404))
    older = {"uri": "short.example", "max_toot_chars": 5000}
    server.once("GET", "/api/v1/instance", reply(older))
    health = network.check(rosa, SECRET)
    assert health.handle == "rosa@short.example"
    assert health.limits == {"max_characters": 5000}


def test_a_check_tells_how_far_the_clock_here_is_off(
    server: FakeMastodon, rosa: Account, clock: Clock
) -> None:
    fast = Clock(clock.now() + timedelta(minutes=12))
    assert server.network(fast).check(rosa, SECRET).limits["clock_off_minutes"] == 12
    assert "clock_off_minutes" not in server.network(clock).check(rosa, SECRET).limits


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        (page(200), "network.odd"),
        (reply([]), "network.odd"),
        (reply({"id": None}), "network.odd"),
        (page(500), "network.trouble"),
        (reply({}, 429), "sending.later"),
        (reply({"error": "disabled"}, 403), "account.closed"),
        (httpx.Response(200, content=b"\xff\xfe{"), "network.odd"),
        (httpx.ReadTimeout("slow"), "network.broke_off"),
        (httpx.ConnectError("gone"), "network.unreached"),
    ],
)
def test_a_check_that_fails_says_why(
    server: FakeMastodon,
    network: MastodonNetwork,
    rosa: Account,
    answer: httpx.Response | Exception,
    code: str,
) -> None:
    server.once("GET", WHO, answer, answer)
    found = trouble(lambda: network.check(rosa, SECRET))
    assert isinstance(found, NothingSent)
    assert found.code == code
