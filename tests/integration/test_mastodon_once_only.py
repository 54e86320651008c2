"""Posts on Mastodon go out once: many runs over a connection that is spoiled in every way.

Each run is one post through the app's own sending. The owner tries again when the app says that
nothing went out, and looks when it says that it is not sure. At the end the server is counted.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlite_utils import Database

from socialcoach.services.bundle import Services
from tests.conftest import Clock
from tests.integration.fault_proxy import FaultProxy, hard_on
from tests.integration.mastodon_desk import (
    Tally,
    connected_desk,
    count_out,
    own_posts,
    run_with_faults,
    sign_in,
)
from tests.integration.servers import Mastodon
from tests.worlds import open_world

pytestmark = [pytest.mark.integration, pytest.mark.network]

A_BLOCK = 20  # seeds in one test, so that none takes long


@pytest.fixture
def clock() -> Clock:
    """The real time, which tests move on."""
    return Clock(datetime.now(UTC))


@pytest.fixture
def world(data_dir: Path, clock: Clock) -> Iterator[tuple[Database, Services]]:
    """The app's data and use cases."""
    database, services = open_world(data_dir, clock)
    yield database, services
    database.close()


def spoiled_runs(
    server: Mastodon, world: tuple[Database, Services], clock: Clock, seeds: range
) -> Tally:
    """Post once for each seed through a spoiled connection, and count what is out at the end."""
    signed_in = sign_in(server, server.accounts[0], clock)
    tally = Tally()
    texts = {seed: f"Fresh bread number {seed:05d} today" for seed in seeds}
    with FaultProxy(server.url) as proxy:
        desk = connected_desk(world, clock, signed_in, proxy.host)
        for seed, text in texts.items():
            clock.set(datetime.now(UTC))
            desk.publishing.accounts.connect(desk.account, signed_in[1])
            proxy.plan(hard_on(seed, "POST", "/api/v1/statuses"))
            run_with_faults(desk, proxy, text, tally)
    count_out(own_posts(server, *signed_in), texts, tally)
    return tally


@pytest.mark.parametrize("first", range(0, 200, A_BLOCK))
def test_nothing_is_doubled_or_lost_where_the_server_knows_our_key(
    mastodon_mock: Mastodon,
    world: tuple[Database, Services],
    clock: Clock,
    say: Callable[[str], None],
    first: int,
) -> None:
    seeds = range(first, first + A_BLOCK)
    tally = spoiled_runs(mastodon_mock, world, clock, seeds)
    say(f"Mastodon, seeds {first:3} to {seeds[-1]:3}: {tally}")
    assert (tally.runs, tally.doubled, tally.lost) == (A_BLOCK, [], [])
    assert tally.faults > A_BLOCK


@pytest.mark.parametrize("first", range(1000, 1200, A_BLOCK))
def test_nothing_is_doubled_or_lost_where_the_server_does_not(
    snac: Mastodon,
    world: tuple[Database, Services],
    clock: Clock,
    say: Callable[[str], None],
    first: int,
) -> None:
    seeds = range(first, first + A_BLOCK)
    tally = spoiled_runs(snac, world, clock, seeds)
    say(f"snac2, seeds {first} to {seeds[-1]}: {tally}")
    assert (tally.runs, tally.doubled, tally.lost) == (A_BLOCK, [], [])
    assert tally.faults > A_BLOCK
