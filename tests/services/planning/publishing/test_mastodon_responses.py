"""What came of one's posts on Mastodon: counts, replies of others, and nothing odd."""

from __future__ import annotations

from datetime import UTC, datetime

import httpx
import pytest

from socialcoach.core.planning.account import Account
from socialcoach.services.planning.publishing.mastodon import MastodonNetwork
from socialcoach.services.planning.publishing.network import NetworkTrouble
from tests.conftest import Clock
from tests.services.planning.publishing.fake_mastodon import (
    BEN,
    ROSA,
    SECRET,
    FakeMastodon,
    a_reply,
    page,
    reply,
    rosas_account,
)

POST, THREAD = "/api/v1/statuses/100", "/api/v1/statuses/100/context"


@pytest.fixture
def server(clock: Clock) -> FakeMastodon:
    """A server with one post of Rosa's, two favourites and one boost."""
    server = FakeMastodon(clock)
    server.add("Which crust do you like?")
    return server


@pytest.fixture
def network(server: FakeMastodon, clock: Clock) -> MastodonNetwork:
    """The network under test."""
    return server.network(clock)


@pytest.fixture
def rosa(clock: Clock) -> Account:
    """Rosa's account, as it is kept."""
    return rosas_account(clock)


def test_favourites_and_boosts_are_counted(network: MastodonNetwork, rosa: Account) -> None:
    [found] = network.responses(rosa, SECRET, ["100"])
    assert (found.remote_id, found.likes, found.reposts, found.reply_count) == ("100", 2, 1, 0)


def test_replies_are_not_asked_for_where_there_are_none(
    server: FakeMastodon, network: MastodonNetwork, rosa: Account
) -> None:
    network.responses(rosa, SECRET, ["100"])
    assert f"GET {THREAD}" not in server.paths()


def test_a_reply_comes_with_its_writer_words_time_and_link(
    server: FakeMastodon, network: MastodonNetwork, rosa: Account
) -> None:
    server.statuses[0]["replies_count"] = 1
    server.replies = [a_reply(201, "The <dark> one & butter", BEN)]
    [found] = network.responses(rosa, SECRET, ["100"])
    [said] = found.replies
    assert (said.name, said.handle) == ("ben", "ben@far.example")
    assert said.text == "The <dark> one & butter"
    assert said.wrote_at == datetime(2026, 11, 22, 8, 30, tzinfo=UTC)
    assert (said.link, said.about_remote_id) == ("https://far.example/201", "100")


def test_a_writer_on_the_same_server_gets_its_name(
    server: FakeMastodon, network: MastodonNetwork, rosa: Account
) -> None:
    server.statuses[0]["replies_count"] = 1
    near = {"id": "9", "username": "ann", "acct": "ann", "display_name": " Ann B. "}
    server.replies = [a_reply(201, "Yes", near)]
    [said] = network.responses(rosa, SECRET, ["100"])[0].replies
    assert (said.name, said.handle) == ("Ann B.", "ann@mastodon.example")


def test_one_s_own_replies_and_odd_entries_are_left_out(
    server: FakeMastodon, network: MastodonNetwork, rosa: Account
) -> None:
    server.statuses[0]["replies_count"] = 6
    odd = [None, 3, {}, {"id": "5"}, a_reply(6, "x", {}), a_reply(7, "x", BEN, created_at="soon")]
    server.replies = [*odd, a_reply(201, "Thanks", ROSA), a_reply(202, "Yum", BEN)]
    [found] = network.responses(rosa, SECRET, ["100"])
    assert [said.text for said in found.replies] == ["Yum"]


def test_a_link_that_no_browser_should_open_is_left_out(
    server: FakeMastodon, network: MastodonNetwork, rosa: Account
) -> None:
    server.statuses[0]["replies_count"] = 2
    server.replies = [
        a_reply(201, "Yum", BEN, url="javascript:alert(1)", uri="file:///etc/passwd"),
        a_reply(202, "Yum", BEN, url=None, uri="https://far.example/notes/202"),
    ]
    [found] = network.responses(rosa, SECRET, ["100"])
    assert [said.link for said in found.replies] == ["", "https://far.example/notes/202"]


def test_a_crowd_and_a_very_long_reply_are_bounded(
    server: FakeMastodon, network: MastodonNetwork, rosa: Account
) -> None:
    server.statuses[0]["replies_count"] = 900
    server.replies = [a_reply(1000 + n, "word " * 2_000, BEN) for n in range(300)]
    [found] = network.responses(rosa, SECRET, ["100"])
    assert len(found.replies) == 200
    assert max(len(said.text) for said in found.replies) <= 3_000


def test_posts_deleted_over_there_are_left_out(network: MastodonNetwork, rosa: Account) -> None:
    assert [f.remote_id for f in network.responses(rosa, SECRET, ["99", "100"])] == ["100"]


def test_what_is_no_id_of_a_post_is_not_asked_for(
    server: FakeMastodon, network: MastodonNetwork, rosa: Account
) -> None:
    assert network.responses(rosa, SECRET, ["../accounts", "", "1?x=1", "at://did/x"]) == []
    assert server.paths() == ["GET /api/v1/accounts/verify_credentials"]


def test_odd_counts_are_none(server: FakeMastodon, network: MastodonNetwork, rosa: Account) -> None:
    server.statuses[0].update(favourites_count="many", reblogs_count=-4, replies_count=None)
    [found] = network.responses(rosa, SECRET, ["100"])
    assert (found.likes, found.reposts, found.reply_count) == (0, 0, 0)


@pytest.mark.parametrize("path", [POST, THREAD])
@pytest.mark.parametrize(
    ("answer", "code"),
    [
        (page(200), "network.odd"),
        (page(503), "network.trouble"),
        (reply({}, 429), "sending.later"),
        (reply({}, 401), "account.sign_in"),
        (httpx.ReadError("cut"), "network.broke_off"),
        (httpx.ConnectError("gone"), "network.unreached"),
        (httpx.Response(200, content=b"[" * 50_000), "network.odd"),
        (httpx.Response(200, content=b"x" * 5_000_000), "network.broke_off"),
    ],
)
def test_reading_that_fails_says_why(
    server: FakeMastodon,
    network: MastodonNetwork,
    rosa: Account,
    path: str,
    answer: httpx.Response | Exception,
    code: str,
) -> None:
    server.statuses[0]["replies_count"] = 1
    server.once("GET", path, answer, answer)
    with pytest.raises(NetworkTrouble) as caught:
        network.responses(rosa, SECRET, ["100"])
    assert caught.value.code == code


def test_a_post_deleted_while_it_is_read_keeps_its_counts(
    server: FakeMastodon, network: MastodonNetwork, rosa: Account
) -> None:
    server.statuses[0]["replies_count"] = 1
    server.once("GET", THREAD, page(404))
    [found] = network.responses(rosa, SECRET, ["100"])
    assert (found.likes, found.replies) == (2, ())
