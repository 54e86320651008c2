"""Posts on Mastodon go out once: many runs over a connection that is spoiled in every way.

Each run is one post through the app's own sending. The owner tries again when the app says that
nothing went out, and looks when it says that it is not sure. At the end the server is counted.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from socialcoach.core.planning.account import Account
from socialcoach.services.planning.publishing.mastodon import MastodonNetwork
from socialcoach.services.planning.publishing.web import Web
from tests.conftest import Clock
from tests.integration.conftest import Tally
from tests.integration.fault_proxy import FaultProxy, Plan, hard_on
from tests.integration.mastodon_desk import own_posts, sign_in
from tests.integration.once_only import Shop, SpoiledRuns
from tests.integration.servers import Mastodon

pytestmark = [pytest.mark.integration, pytest.mark.network]

A_BLOCK = 20  # seeds in one test, so that none takes long
PATIENCE_S = 0.7


def on_the_post_itself(seed: int) -> Plan:
    """Spoil mostly the one request that must not be doubled."""
    return hard_on(seed, "POST", "/api/v1/statuses")


def spoiled_runs(server: Mastodon, folder: Path, clock: Clock, seeds: range) -> SpoiledRuns:
    """Post once for each seed through a spoiled connection."""
    account, secret = sign_in(server, server.accounts[0], clock)
    with FaultProxy(server.url) as proxy:
        network = MastodonNetwork(Web(answer_s=PATIENCE_S), clock)
        shop = Shop(folder / "data", clock, network, replace(account, server=proxy.host), secret)
        spoiled = SpoiledRuns(shop, proxy, on_the_post_itself)
        spoiled.go(seeds, folder)
    return spoiled


def counted(server: Mastodon, clock: Clock, spoiled: SpoiledRuns) -> Mapping[str, int]:
    """Return what the runs came to by the posts that stand on the server."""
    clock.set(datetime.now(UTC))
    signed_in: tuple[Account, str] = sign_in(server, server.accounts[0], clock)
    shown = [str(post["content"]) for post in own_posts(server, *signed_in)]
    return spoiled.count({text: sum(text in one for one in shown) for text in spoiled.texts})


@pytest.mark.parametrize("first", range(0, 200, A_BLOCK))
def test_nothing_is_doubled_or_lost_where_the_server_knows_our_key(
    mastodon_mock: Mastodon, tmp_path: Path, clock: Clock, tally: Tally, first: int
) -> None:
    spoiled = spoiled_runs(mastodon_mock, tmp_path, clock, range(first, first + A_BLOCK))
    counts = counted(mastodon_mock, clock, spoiled)
    tally("Mastodon", counts)
    assert (counts["runs"], counts["duplicates"], counts["lost"]) == (A_BLOCK, 0, 0)
    assert not spoiled.unsaid


@pytest.mark.parametrize("first", range(1000, 1200, A_BLOCK))
def test_nothing_is_doubled_or_lost_where_the_server_does_not(
    snac: Mastodon, tmp_path: Path, clock: Clock, tally: Tally, first: int
) -> None:
    spoiled = spoiled_runs(snac, tmp_path, clock, range(first, first + A_BLOCK))
    counts = counted(snac, clock, spoiled)
    tally("Mastodon on snac2", counts)
    assert (counts["runs"], counts["duplicates"], counts["lost"]) == (A_BLOCK, 0, 0)
    assert not spoiled.unsaid
