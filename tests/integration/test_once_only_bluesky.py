"""200 posts over a connection that breaks in every way: none twice, none lost."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import httpx
import pytest

from socialcoach.app_publishing import Addresses, build_bluesky
from socialcoach.core.planning.outgoing import OutgoingPicture
from socialcoach.services.planning.publishing.web import Web
from tests.conftest import Clock
from tests.integration import servers
from tests.integration.fault_proxy import Fault, FaultProxy, seeded_plan
from tests.integration.once_only import Run, Shop

pytestmark = [pytest.mark.integration, pytest.mark.network]

RUNS, RUNS_A_TEST = 200, 10
PATIENCE_S = 0.7
TOO_MANY_BYTES = 1_100_000


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


def one_run(shop: Shop, proxy: FaultProxy, seed: int, heavy: Path) -> tuple[str, Run]:
    """Get one post out while everything that can go wrong does, as the seed says."""
    chance = random.Random(seed)
    text = f"Run {seed}: which crust do you like?"
    proxy.plan(seeded_plan(seed, calm_after=8))
    shop.clock.advance(minutes=chance.randint(5, 300))
    shop.shaky.cuts = [chance.choice(["before", "after"])] if chance.random() < 0.3 else []
    if chance.random() < 0.1:
        shop.pictures = (OutgoingPicture(heavy, "image/jpeg", "", 10, 10),)
    if chance.random() < 0.1:
        with proxy.gone():
            shop.get_out(text.replace("Run", "Never"), shorten=str.strip)
    written = text + " x" * 200 if chance.random() < 0.1 else text
    return text, shop.get_out(written, shorten=lambda _long: text)


@pytest.mark.parametrize("first", range(0, RUNS, RUNS_A_TEST))
def test_posts_go_out_once_each_whatever_the_connection_does(
    first: int,
    shop: Shop,
    proxy: FaultProxy,
    bluesky_pds: servers.Bluesky,
    tmp_path: Path,
    say: Callable[[str], None],
) -> None:
    heavy = tmp_path / "heavy.jpg"
    heavy.write_bytes(b"\xff\xd8" + b"x" * TOO_MANY_BYTES)
    runs: dict[str, Run] = {}
    faults = 0
    for seed in range(first, first + RUNS_A_TEST):
        text, runs[text] = one_run(shop, proxy, seed, heavy)
        faults += sum(fault is not Fault.NONE for _seen, fault in proxy.history)
    on_server = posts_on(bluesky_pds)
    double = [text for text in runs if on_server[text] > 1]
    lost = [text for text, run in runs.items() if not run.is_out or not on_server[text]]
    counted = f"{faults} faults: {len(double)} duplicates, {len(lost)} lost"
    say(f"Bluesky, seeds {first:3} to {first + RUNS_A_TEST - 1:3}: {len(runs)} runs, {counted}")
    assert (double, lost) == ([], [])
    assert len({run.entry.external_key for run in runs.values() if run.entry}) == RUNS_A_TEST
    assert not [text for text in on_server if text.startswith("Never")]
