"""Bluesky's own server over a spoiled connection: each trouble alone, and what we say of it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

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
from tests.integration import servers
from tests.integration.bluesky_shop import network_at
from tests.integration.fault_proxy import DONE_ALL_THE_SAME, Fault, FaultProxy

pytestmark = [pytest.mark.integration, pytest.mark.network]

PUBLISHING = "/xrpc/com.atproto.repo.putRecord"

Alice = tuple[Account, str]


@pytest.fixture
def proxy(bluesky_pds: servers.Bluesky) -> Iterator[FaultProxy]:
    """A proxy before Bluesky's own server software."""
    with FaultProxy(bluesky_pds.url) as made:
        yield made


@pytest.fixture
def network(bluesky_pds: servers.Bluesky, clock: Clock) -> Bluesky:
    """The network under test, on a computer whose clock is right."""
    return network_at(bluesky_pds, clock)


@pytest.fixture
def alice(bluesky_pds: servers.Bluesky, network: Bluesky, proxy: FaultProxy) -> Alice:
    """Alice, who reaches her server only by way of the proxy."""
    known = bluesky_pds.accounts[0]
    return network.connect(known.handle, known.app_password, proxy.url)


@pytest.mark.parametrize(
    ("fault", "error", "code"),
    [
        (Fault.CUT_BEFORE, AnswerLost, "sending.unsure"),
        (Fault.CUT_REQUEST, AnswerLost, "sending.unsure"),
        (Fault.CUT_AFTER, AnswerLost, "sending.unsure"),
        (Fault.CUT_ANSWER, AnswerLost, "sending.unsure"),
        (Fault.SLOW, AnswerLost, "sending.unsure"),
        (Fault.BROKEN, AnswerLost, "sending.unsure"),
        (Fault.BROKEN_AFTER, AnswerLost, "sending.unsure"),
        (Fault.GARBAGE, AnswerLost, "sending.unsure"),
        (Fault.GARBAGE_AFTER, AnswerLost, "sending.unsure"),
        (Fault.TOO_MANY, TryLater, "sending.later"),
        (Fault.WRONG_PASSWORD, SignInAgain, "account.sign_in"),
    ],
)
def test_a_spoiled_post_says_whether_it_may_be_out_and_a_look_finds_the_truth(
    network: Bluesky,
    alice: Alice,
    proxy: FaultProxy,
    clock: Clock,
    fault: Fault,
    error: type[NetworkTrouble],
    code: str,
) -> None:
    key, post = network.new_attempt_key(clock.now()), OutgoingPost(f"Spoiled: {fault}")
    proxy.next(fault, "POST", PUBLISHING)
    with pytest.raises(error) as caught:
        network.send(*alice, post, key)
    assert caught.value.code == code
    found = network.find(*alice, post, key, clock.now())
    assert (found is not None) is (fault in DONE_ALL_THE_SAME)


def test_a_server_that_is_gone_took_nothing(
    network: Bluesky, alice: Alice, proxy: FaultProxy, clock: Clock
) -> None:
    key, post = network.new_attempt_key(clock.now()), OutgoingPost("Anybody there?")
    with proxy.gone(), pytest.raises(NothingSent) as caught:
        network.send(*alice, post, key)
    assert caught.value.code == "network.unreached"
    assert network.find(*alice, post, key, clock.now()) is None


@pytest.mark.parametrize("hours_off", [-13, -1, 1, 13])
def test_a_post_is_out_once_and_found_though_the_clock_here_is_wrong(
    bluesky_pds: servers.Bluesky, alice: Alice, hours_off: int
) -> None:
    wrong = Clock(datetime.now(UTC) + timedelta(hours=hours_off))
    network = network_at(bluesky_pds, wrong)
    key, post = network.new_attempt_key(wrong.now()), OutgoingPost(f"Off by {hours_off} hours")
    sent = network.send(*alice, post, key)
    assert sent.clock_off_minutes == pytest.approx(60 * hours_off, abs=1)
    found = network.find(*alice, post, key, wrong.now())
    assert found is not None
    assert found.remote_id == sent.remote_id


def test_a_picture_over_a_million_bytes_is_refused_by_the_server_and_stops_the_post(
    network: Bluesky, alice: Alice, clock: Clock, tmp_path: Path
) -> None:
    heavy = tmp_path / "heavy.jpg"
    heavy.write_bytes(b"\xff\xd8\xff" + b"x" * 1_100_000)
    post = OutgoingPost("Heavy", (OutgoingPicture(heavy, "image/jpeg", "", 10, 10),))
    key = network.new_attempt_key(clock.now())
    with pytest.raises(NothingSent) as caught:
        network.send(*alice, post, key)
    assert caught.value.code == "sending.refused"
    assert network.find(*alice, post, key, clock.now()) is None
