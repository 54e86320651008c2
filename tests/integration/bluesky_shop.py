"""What tests of Bluesky share: the network under test, and the posts on the server."""

from __future__ import annotations

from typing import Any

import httpx

from socialcoach.app_publishing import Addresses, build_bluesky
from socialcoach.services.planning.publishing.bluesky import Bluesky
from socialcoach.services.planning.publishing.web import Web
from tests.conftest import Clock
from tests.integration import servers

PATIENCE_S = 2.0


def network_at(server: servers.Bluesky, clock: Clock) -> Bluesky:
    """Return the network under test; it does not wait long for an answer."""
    at = Addresses(server.plc, server.url, loopback=True)
    return build_bluesky(Web(answer_s=PATIENCE_S), clock, at)


def posts_with(server: servers.Bluesky, text: str) -> list[dict[str, Any]]:
    """Return Alice's posts with this text and their addresses, as the server keeps them."""
    query = {"repo": server.accounts[0].did, "collection": "app.bsky.feed.post", "limit": "100"}
    address = f"{server.url}/xrpc/com.atproto.repo.listRecords"
    records = httpx.get(address, params=query, trust_env=False).json()["records"]
    return [one for one in records if one["value"]["text"] == text]
