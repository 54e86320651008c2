"""Connecting a Bluesky account: whoever mistypes is told what, before anything is sent."""

from __future__ import annotations

import httpx
import pytest

from socialcoach.core.errors import UserError
from socialcoach.services.planning.publishing.bluesky import Bluesky
from socialcoach.services.planning.publishing.network import NetworkTrouble, SignInAgain
from tests.conftest import Clock
from tests.services.planning.publishing.fake_bluesky import DID, PASSWORD, FakeBluesky, said


@pytest.mark.parametrize(
    "typed",
    [
        "rosa.bsky.social",
        " @Rosa.bsky.social ",
        "rosa",
        "https://bsky.app/profile/rosa.bsky.social/",
    ],
)
def test_an_account_is_connected_however_its_handle_is_typed(bluesky: Bluesky, typed: str):
    account, secret = bluesky.connect(typed, f" {PASSWORD}\n")
    assert (account.id, account.handle) == (f"bluesky:{DID}", "rosa.bsky.social")
    assert (account.server, account.name) == ("bsky.social", "Rosa’s Bakery")
    assert secret == PASSWORD
    assert account.is_healthy


@pytest.mark.parametrize(
    ("handle", "password", "host", "code"),
    [
        ("", PASSWORD, "", "account.handle_blank"),
        ("rosas bakery", PASSWORD, "", "account.handle_spaces"),
        ("rosa@mail.example", PASSWORD, "", "account.handle_mail"),
        ("rоsa.bsky.social", PASSWORD, "", "account.handle_letters"),
        ("rosa_.bsky.social", PASSWORD, "", "account.handle"),
        ("rosa", " ", "", "account.password_blank"),
        ("rosa", PASSWORD, "http://pds.example.org", "account.server_http"),
        ("rosa", PASSWORD, "https://bsky.sоcial", "account.server_letters"),
        ("rosa", PASSWORD, "https://bsky.social/path", "account.server"),
        ("rosa", PASSWORD, "https://rosa@bsky.social", "account.server"),
    ],
)
def test_what_is_typed_wrong_is_said_and_nothing_is_sent(
    bluesky: Bluesky, server: FakeBluesky, handle: str, password: str, host: str, code: str
):
    with pytest.raises(UserError) as caught:
        bluesky.connect(handle, password, host)
    assert caught.value.code == code
    assert server.asked == []


def test_a_wrong_password_is_said(bluesky: Bluesky):
    with pytest.raises(SignInAgain) as caught:
        bluesky.connect("rosa", "abcd-abcd-abcd-abcd")
    assert caught.value.code == "account.sign_in"


def test_a_paused_account_is_said(bluesky: Bluesky, server: FakeBluesky):
    server.session = {"active": False, "status": "deactivated"}
    with pytest.raises(SignInAgain) as caught:
        bluesky.connect("rosa", PASSWORD)
    assert caught.value.code == "account.closed"


def test_a_server_of_ones_own_is_asked_when_it_is_named(bluesky: Bluesky, server: FakeBluesky):
    account, _secret = bluesky.connect("rosa", PASSWORD, "https://PDS.example.org/")
    assert account.server == "pds.example.org"
    assert {one.partition(" ")[0] for one in server.asked} == {"pds.example.org"}


def directory(server: FakeBluesky, endpoint: object) -> None:
    """Let the directory of accounts say where Rosa's posts are kept."""
    answer = server.answer

    def with_directory(request: httpx.Request) -> httpx.Response:
        if request.url.host == "plc.directory":
            service = {"id": "#atproto_pds", "serviceEndpoint": endpoint}
            return httpx.Response(200, json={"service": [service]})
        return answer(request)

    server.answer = with_directory  # type: ignore[method-assign]


@pytest.mark.parametrize(
    ("endpoint", "host"),
    [
        ("https://pds.example.org", "pds.example.org"),
        ("https://oyster.us-east.host.bsky.network", "bsky.social"),
        ("", "bsky.social"),
    ],
)
def test_a_handle_of_ones_own_leads_to_its_server(
    server: FakeBluesky, clock: Clock, endpoint: object, host: str
):
    server.handle = "rosas-bakery.example"
    server.people["rosas-bakery.example"] = DID
    directory(server, endpoint)
    account, _secret = server.network(clock).connect("rosas-bakery.example", PASSWORD)
    assert account.server == host


def test_a_handle_nobody_has_is_said(bluesky: Bluesky):
    with pytest.raises(NetworkTrouble) as caught:
        bluesky.connect("rosas-bakery.example", PASSWORD)
    assert caught.value.code == "account.handle_unknown"


def test_trouble_while_looking_a_handle_up_is_not_a_wrong_handle(
    bluesky: Bluesky, server: FakeBluesky
):
    server.faults["resolveHandle"] = lambda _request: said(503, "Unavailable")
    with pytest.raises(NetworkTrouble) as caught:
        bluesky.connect("rosas-bakery.example", PASSWORD)
    assert caught.value.code == "network.trouble"
