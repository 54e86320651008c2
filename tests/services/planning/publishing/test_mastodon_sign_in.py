"""Signing in on Mastodon: what the server is asked, and what can go wrong on the way."""

from __future__ import annotations

import base64
import hashlib
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest

from socialcoach.core.errors import UserError
from socialcoach.services.planning.publishing.mastodon_sign_in import (
    COPY_THE_CODE,
    MastodonSignIn,
    clean_code,
    state_to_expect,
)
from socialcoach.services.planning.publishing.network import NetworkTrouble
from tests.conftest import Clock
from tests.services.planning.publishing.fake_mastodon import (
    HOST,
    SECRET,
    FakeMastodon,
    page,
    reply,
)

BACK = "http://127.0.0.1:4000/socialcoach"
WHO = "/api/v1/accounts/verify_credentials"


@pytest.fixture
def server(clock: Clock) -> FakeMastodon:
    """A server with Rosa's account."""
    return FakeMastodon(clock)


@pytest.fixture
def steps(server: FakeMastodon, clock: Clock) -> MastodonSignIn:
    """The sign-in under test."""
    return server.sign_in(clock)


def form(request: httpx.Request) -> dict[str, str]:
    """Return the fields of a form that was sent."""
    return {name: values[0] for name, values in parse_qs(request.content.decode()).items()}


def question(address: str) -> dict[str, str]:
    """Return what stands behind the question mark of an address."""
    return {name: values[0] for name, values in parse_qs(urlsplit(address).query).items()}


def test_the_page_to_open_is_on_the_owner_s_own_server(steps: MastodonSignIn) -> None:
    begun = steps.begin("@rosa@Mastodon.Example", BACK)
    assert begun.address.startswith(f"https://{HOST}/oauth/authorize?")
    asked = question(begun.address)
    assert (asked["redirect_uri"], begun.comes_back_to) == (BACK, BACK)
    assert asked["state"] == state_to_expect(begun)
    assert (
        asked["scope"]
        == "read:accounts read:notifications read:statuses write:media write:statuses"
    )


def test_no_secret_stands_in_the_page_s_address(steps: MastodonSignIn) -> None:
    begun = steps.begin(HOST, BACK)
    assert "known-by" not in begun.address
    assert "known-by" in begun.state


def test_without_a_way_back_the_server_shows_a_code(steps: MastodonSignIn) -> None:
    begun = steps.begin(HOST)
    assert question(begun.address)["redirect_uri"] == COPY_THE_CODE
    assert begun.comes_back_to == ""


def test_each_sign_in_has_a_state_of_its_own(steps: MastodonSignIn) -> None:
    assert len({state_to_expect(steps.begin(HOST, BACK)) for _ in range(20)}) == 20


def test_who_ends_it_proves_to_be_who_began_it_where_the_server_checks_that(
    server: FakeMastodon, steps: MastodonSignIn
) -> None:
    begun = steps.begin(HOST, BACK)
    asked = question(begun.address)
    assert asked["code_challenge_method"] == "S256"
    steps.finish(begun, "abc")
    [traded] = [r for r in server.asked if r.url.path == "/oauth/token"]
    digest = hashlib.sha256(form(traded)["code_verifier"].encode()).digest()
    assert base64.urlsafe_b64encode(digest).decode().rstrip("=") == asked["code_challenge"]


@pytest.mark.parametrize(
    "answer", [page(404), page(200), reply({"code_challenge_methods_supported": ["plain"]})]
)
def test_where_the_server_does_not_offer_that_it_is_left_out(
    server: FakeMastodon, steps: MastodonSignIn, answer: httpx.Response
) -> None:
    server.once("GET", "/.well-known/oauth-authorization-server", answer)
    begun = steps.begin(HOST, BACK)
    assert "code_challenge" not in question(begun.address)
    steps.finish(begun, "abc")
    assert "code_verifier" not in form(server.asked[-3])


def test_the_code_becomes_the_account_and_its_secret(
    server: FakeMastodon, steps: MastodonSignIn, clock: Clock
) -> None:
    account, secret = steps.finish(steps.begin(HOST, BACK), " abc\n")
    assert secret == SECRET
    assert account.id == f"mastodon:{HOST}/7"
    assert (account.platform, account.server) == ("mastodon", HOST)
    assert (account.handle, account.name) == (f"rosa@{HOST}", "Rosa’s Bakery")
    assert (account.connected_at, account.checked_at) == (clock.now(), clock.now())
    assert account.limits["max_characters"] == 500
    [traded] = [r for r in server.asked if r.url.path == "/oauth/token"]
    assert form(traded)["code"] == "abc"
    assert form(traded)["redirect_uri"] == BACK


def test_a_server_s_name_that_is_none_is_said_before_anything_is_asked(
    server: FakeMastodon, steps: MastodonSignIn
) -> None:
    with pytest.raises(UserError) as caught:
        steps.begin("http://mastodon.example", BACK)
    assert caught.value.code == "mastodon.server_http"
    assert server.asked == []


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        (page(404), "mastodon.not_mastodon"),
        (page(200), "mastodon.not_mastodon"),
        (reply({}), "mastodon.not_mastodon"),
        (reply({"client_id": 5, "client_secret": None}), "mastodon.not_mastodon"),
        (reply({"error": "no"}, 403), "mastodon.not_mastodon"),
        (page(301, Location="https://social.example/api"), "mastodon.moved"),
        (page(301, Location=f"https://{HOST}/api/"), "mastodon.not_mastodon"),
        (page(301, Location="http://[bad"), "mastodon.not_mastodon"),
        (page(302), "mastodon.not_mastodon"),
        (page(503), "network.trouble"),
        (reply({}, 429), "sending.later"),
        (httpx.ConnectError("no such name"), "network.unreached"),
        (httpx.ConnectTimeout("slow"), "network.unreached"),
        (httpx.ReadError("cut"), "network.broke_off"),
    ],
)
def test_a_server_that_does_not_take_us_says_why(
    server: FakeMastodon, steps: MastodonSignIn, answer: httpx.Response | Exception, code: str
) -> None:
    server.once("POST", "/api/v1/apps", answer)
    with pytest.raises(NetworkTrouble) as caught:
        steps.begin(HOST, BACK)
    assert caught.value.code == code


def test_a_server_that_lives_elsewhere_is_named(
    server: FakeMastodon, steps: MastodonSignIn
) -> None:
    server.once("POST", "/api/v1/apps", page(301, Location="https://social.example/api"))
    with pytest.raises(NetworkTrouble) as caught:
        steps.begin(HOST, BACK)
    assert caught.value.facts == {"server": HOST, "other": "social.example"}


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        (reply({"error": "invalid_grant"}, 400), "mastodon.code_wrong"),
        (reply({"error": "invalid_client"}, 401), "mastodon.code_wrong"),
        (page(403), "mastodon.code_wrong"),
        (reply({}), "network.odd"),
        (reply({"access_token": "two\nlines"}), "network.odd"),
        (reply({"access_token": "schlüssel"}), "network.odd"),
        (page(200), "network.odd"),
        (page(500), "network.trouble"),
        (reply({}, 429), "sending.later"),
        (httpx.ReadError("cut"), "network.broke_off"),
    ],
)
def test_a_code_that_is_not_taken_connects_nothing(
    server: FakeMastodon, steps: MastodonSignIn, answer: httpx.Response | Exception, code: str
) -> None:
    begun = steps.begin(HOST, BACK)
    server.once("POST", "/oauth/token", answer)
    with pytest.raises(NetworkTrouble) as caught:
        steps.finish(begun, "abc")
    assert caught.value.code == code


@pytest.mark.parametrize("answer", [page(422), page(401), reply({"error": "x"}, 403)])
def test_a_server_that_gives_something_for_any_code_is_not_believed(
    server: FakeMastodon, steps: MastodonSignIn, answer: httpx.Response
) -> None:
    begun = steps.begin(HOST, BACK)
    server.once("GET", WHO, answer)
    with pytest.raises(NetworkTrouble) as caught:
        steps.finish(begun, "abc")
    assert caught.value.code == "mastodon.code_wrong"


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        (" abc \n", "abc"),
        ("a b\tc", "abc"),
        ("http://127.0.0.1:4000/socialcoach?code=abc&state=x", "abc"),
        ("https://mastodon.example/oauth/authorize/native?code=abc", "abc"),
    ],
)
def test_a_code_is_understood_as_it_is_pasted(typed: str, code: str) -> None:
    assert clean_code(typed) == code


@pytest.mark.parametrize("typed", ["", "  \n", "https://mastodon.example/"])
def test_no_code_is_said(typed: str) -> None:
    with pytest.raises(UserError) as caught:
        clean_code(typed)
    assert caught.value.code == "mastodon.code_blank"
