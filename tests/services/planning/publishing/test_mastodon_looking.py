"""A lost answer on Mastodon is looked up among the account's own posts; nothing else counts."""

from __future__ import annotations

from datetime import timedelta

import httpx
import pytest

from socialcoach.core.planning.account import Account
from socialcoach.core.planning.outgoing import OutgoingPost
from socialcoach.services.planning.publishing.mastodon import MastodonNetwork
from socialcoach.services.planning.publishing.network import NetworkTrouble
from tests.conftest import Clock
from tests.services.planning.publishing.fake_mastodon import (
    BEN,
    SECRET,
    FakeMastodon,
    page,
    reply,
    rosas_account,
)

OWN, HOME = "/api/v1/accounts/7/statuses", "/api/v1/timelines/home"
BREAD = OutgoingPost("Fresh bread from seven")


@pytest.fixture
def server(clock: Clock) -> FakeMastodon:
    """A server whose clock agrees with ours."""
    return FakeMastodon(clock)


@pytest.fixture
def network(server: FakeMastodon, clock: Clock) -> MastodonNetwork:
    """The network under test."""
    return server.network(clock)


@pytest.fixture
def rosa(clock: Clock) -> Account:
    """Rosa's account, as it is kept."""
    return rosas_account(clock)


def found_id(
    network: MastodonNetwork, rosa: Account, clock: Clock, minutes_ago: float = 1
) -> str | None:
    """Return the id of the post found for an attempt that long ago, None for none."""
    since = clock.now() - timedelta(minutes=minutes_ago)
    found = network.find(rosa, SECRET, BREAD, "key", since)
    return found.remote_id if found is not None else None


def test_a_post_that_went_out_is_found_with_its_link_and_time(
    server: FakeMastodon, network: MastodonNetwork, rosa: Account, clock: Clock
) -> None:
    server.add("Something else")
    server.add(BREAD.text)
    found = network.find(rosa, SECRET, BREAD, "key", clock.now())
    assert found is not None
    assert (found.remote_id, found.permalink) == ("101", "https://mastodon.example/@rosa/101")
    assert found.at == clock.now()


def test_a_post_that_did_not_go_out_is_not_found(
    server: FakeMastodon, network: MastodonNetwork, rosa: Account, clock: Clock
) -> None:
    assert found_id(network, rosa, clock) is None
    server.add("Fresh bread from eight")
    assert found_id(network, rosa, clock) is None


def test_yesterday_s_post_with_the_same_words_is_another_one(
    server: FakeMastodon, network: MastodonNetwork, rosa: Account, clock: Clock
) -> None:
    server.add(BREAD.text, minutes_ago=24 * 60)
    assert found_id(network, rosa, clock) is None
    server.tells_time = False
    assert found_id(network, rosa, clock) is None


def test_a_post_of_minutes_before_the_attempt_is_another_one(
    server: FakeMastodon, network: MastodonNetwork, rosa: Account, clock: Clock
) -> None:
    server.add(BREAD.text, minutes_ago=5)
    assert found_id(network, rosa, clock, minutes_ago=3) is None


@pytest.mark.parametrize("hours_fast", [-30, -2, 2, 30])
def test_it_is_found_though_the_clock_here_is_wrong(
    server: FakeMastodon, rosa: Account, clock: Clock, hours_fast: int
) -> None:
    wrong = Clock(clock.now() + timedelta(hours=hours_fast))
    server.add(BREAD.text)
    assert found_id(server.network(wrong), rosa, wrong) == "100"


@pytest.mark.parametrize("hours_fast", [-10, 10])
def test_it_is_found_where_the_server_does_not_tell_its_time_either(
    server: FakeMastodon, rosa: Account, clock: Clock, hours_fast: int
) -> None:
    server.tells_time = False
    wrong = Clock(clock.now() + timedelta(hours=hours_fast))
    server.add(BREAD.text)
    assert found_id(server.network(wrong), rosa, wrong) == "100"


def test_it_is_found_though_the_clock_was_put_right_in_between(
    server: FakeMastodon, network: MastodonNetwork, rosa: Account, clock: Clock
) -> None:
    server.add(BREAD.text)
    assert found_id(network, rosa, clock, minutes_ago=-8 * 60) == "100"


def test_a_post_for_followers_is_found_where_the_server_lists_it_apart(
    server: FakeMastodon, network: MastodonNetwork, rosa: Account, clock: Clock
) -> None:
    server.hides_posts_for_followers = True
    server.add(BREAD.text, visibility="private")
    assert found_id(network, rosa, clock) == "100"


def test_somebody_else_s_post_and_a_boost_do_not_count(
    server: FakeMastodon, network: MastodonNetwork, rosa: Account, clock: Clock
) -> None:
    server.add(BREAD.text, account=BEN)
    server.add(BREAD.text, reblog={"id": "1"})
    assert found_id(network, rosa, clock) is None


def test_the_words_as_typed_are_asked_for_where_the_server_shows_others(
    server: FakeMastodon, network: MastodonNetwork, rosa: Account, clock: Clock
) -> None:
    server.add(BREAD.text, html="<p>Translated by a robot</p>")
    assert found_id(network, rosa, clock) == "100"


def test_a_picture_without_words_is_found(
    server: FakeMastodon, network: MastodonNetwork, rosa: Account, clock: Clock
) -> None:
    server.add("", html="", media_attachments=[{"id": "1"}])
    found = network.find(rosa, SECRET, OutgoingPost(""), "key", clock.now())
    assert found is not None


def test_the_photo_sent_just_before_is_not_taken_for_the_one_whose_answer_was_lost(
    server: FakeMastodon, network: MastodonNetwork, rosa: Account, clock: Clock
) -> None:
    server.add("", html="", media_attachments=[{"id": "1"}])
    photo = OutgoingPost("")
    assert network.find(rosa, SECRET, photo, "key", clock.now(), {"100"}) is None
    server.add("", html="", media_attachments=[{"id": "2"}])
    found = network.find(rosa, SECRET, photo, "key", clock.now(), {"100"})
    assert found is not None
    assert found.remote_id == "101"


def test_it_is_found_behind_many_newer_posts(
    server: FakeMastodon, network: MastodonNetwork, rosa: Account, clock: Clock
) -> None:
    server.add(BREAD.text)
    for number in range(95):
        server.add(f"Other {number}")
    assert found_id(network, rosa, clock) == "100"


def test_so_many_posts_that_nobody_can_be_sure_are_not_taken_for_none(
    server: FakeMastodon, network: MastodonNetwork, rosa: Account, clock: Clock
) -> None:
    for number in range(450):
        server.add(f"Other {number}")
    with pytest.raises(NetworkTrouble) as caught:
        found_id(network, rosa, clock)
    assert caught.value.code == "mastodon.too_many_posts"


@pytest.mark.parametrize("path", [OWN, HOME])
@pytest.mark.parametrize(
    ("answer", "code"),
    [
        (page(200), "network.odd"),
        (reply({"error": "odd"}), "network.odd"),
        (page(500), "network.trouble"),
        (reply({}, 429), "sending.later"),
        (reply({}, 401), "account.sign_in"),
        (httpx.ReadError("cut"), "network.broke_off"),
    ],
)
def test_a_look_that_fails_is_no_answer(
    server: FakeMastodon,
    network: MastodonNetwork,
    rosa: Account,
    clock: Clock,
    path: str,
    answer: httpx.Response | Exception,
    code: str,
) -> None:
    server.once("GET", path, answer, answer)
    with pytest.raises(NetworkTrouble) as caught:
        found_id(network, rosa, clock)
    assert caught.value.code == code


def test_a_server_without_a_timeline_is_fine(
    server: FakeMastodon, network: MastodonNetwork, rosa: Account, clock: Clock
) -> None:
    server.once("GET", HOME, page(404))
    assert found_id(network, rosa, clock) is None


def test_odd_entries_are_passed_over(
    server: FakeMastodon, network: MastodonNetwork, rosa: Account, clock: Clock
) -> None:
    odd = [None, 5, "x", [], {}, {"id": "9"}, {"id": "9", "account": 3, "created_at": "yesterday"}]
    server.add(BREAD.text)
    server.once("GET", OWN, reply([*odd, *server.statuses]))
    assert found_id(network, rosa, clock) == "100"
