"""200 posts over a connection that breaks in every way: none twice, none lost."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from socialcoach.app_publishing import Addresses, build_bluesky
from socialcoach.services.planning.publishing.web import Web
from tests.conftest import Clock
from tests.integration import servers
from tests.integration.conftest import Tally
from tests.integration.fault_proxy import FaultProxy, seeded_plan
from tests.integration.once_only import Shop, SpoiledRuns

pytestmark = [pytest.mark.integration, pytest.mark.network]

RUNS, RUNS_A_TEST = 200, 10
PATIENCE_S = 0.7


@pytest.fixture
def proxy(bluesky_pds: servers.Bluesky) -> Iterator[FaultProxy]:
    """A proxy before Bluesky's own server software."""
    with FaultProxy(bluesky_pds.url) as made:
        yield made


@pytest.fixture
def shop(bluesky_pds: servers.Bluesky, proxy: FaultProxy, data_dir: Path, clock: Clock) -> Shop:
    """The app with Alice's account, which reaches its server only by way of the proxy."""
    at = Addresses(bluesky_pds.plc, bluesky_pds.url, loopback=True)
    known = bluesky_pds.accounts[0]
    patient = build_bluesky(Web(), clock, at)
    account, secret = patient.connect(known.handle, known.app_password, proxy.url)
    quick = build_bluesky(Web(answer_s=PATIENCE_S), clock, at)
    return Shop(data_dir, clock, quick, account, secret)


def posts_on(server: servers.Bluesky) -> Counter[str]:
    """Return how often each text stands on the server, asked past the proxy."""
    found: Counter[str] = Counter()
    query = {"repo": server.accounts[0].did, "collection": "app.bsky.feed.post", "limit": "100"}
    cursor: str | None = ""
    while cursor is not None:
        asked = {**query, "cursor": cursor} if cursor else query
        address = f"{server.url}/xrpc/com.atproto.repo.listRecords"
        body = httpx.get(address, params=asked, trust_env=False).json()
        found.update(one["value"]["text"] for one in body["records"])
        cursor = body.get("cursor")
    return found


@pytest.mark.parametrize("first", range(0, RUNS, RUNS_A_TEST))
def test_posts_go_out_once_each_whatever_the_connection_does(
    first: int,
    shop: Shop,
    proxy: FaultProxy,
    bluesky_pds: servers.Bluesky,
    tmp_path: Path,
    tally: Tally,
) -> None:
    spoiled = SpoiledRuns(shop, proxy, lambda seed: seeded_plan(seed, calm_after=8))
    spoiled.go(range(first, first + RUNS_A_TEST), tmp_path)
    counts = spoiled.count(posts_on(bluesky_pds))
    tally("Bluesky", counts)
    assert (counts["runs"], counts["duplicates"], counts["lost"]) == (RUNS_A_TEST, 0, 0)
    assert len(spoiled.keys_on_server) == RUNS_A_TEST
    assert not spoiled.unsaid
