"""What tests of Mastodon share: signing in as a browser would, acting as others, counting posts."""

from __future__ import annotations

import re
import struct
import threading
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import httpx

from socialcoach.core.planning.account import Account
from socialcoach.core.planning.outgoing import OutgoingPicture
from socialcoach.services.planning.publishing.mastodon_listener import BrowserReturn
from socialcoach.services.planning.publishing.mastodon_sign_in import (
    MastodonSignIn,
    state_to_expect,
)
from socialcoach.services.planning.publishing.web import Web
from tests.conftest import Clock
from tests.integration.servers import Mastodon, MastodonAccount


def sign_in(server: Mastodon, who: MastodonAccount, clock: Clock) -> tuple[Account, str]:
    """Sign in through the server's own page, the way an owner does it."""
    steps = MastodonSignIn(Web(), clock, loopback=True)
    waiting = BrowserReturn()
    begun = steps.begin(f" {server.host.upper()}/ ", waiting.address)
    browser = threading.Thread(target=log_in_as, args=(begun.address, who), daemon=True)
    browser.start()
    code = waiting.wait(state_to_expect(begun), patience_s=30)
    browser.join(10)
    return steps.finish(begun, code)


def log_in_as(page: str, who: MastodonAccount) -> httpx.Response:
    """Open the server's page, fill in its form and follow where it leads."""
    fresh = {"Connection": "close"}  # snac2 drops the ones it promised to keep
    with httpx.Client(trust_env=False, timeout=20, headers=fresh) as browser:
        asked = browser.get(page)
        form = dict(re.findall(r'name="([^"]+)"[^>]*value="([^"]*)"', asked.text))
        action = re.search(r'action="([^"]+)"', asked.text)
        assert action is not None, asked.text
        filled = {**form, "login": who.name, "passwd": who.password, "username": who.name}
        address = urljoin(str(asked.url), action[1])
        return browser.post(address, data=filled, follow_redirects=True)


def as_bob(server: Mastodon, secret: str) -> Callable[..., httpx.Response]:
    """Return a way to act as somebody else on the server: `bob("POST", "/api/…", json={…})`."""

    def act(method: str, path: str, **more: object) -> httpx.Response:
        headers = {"Authorization": f"Bearer {secret}", "Connection": "close"}
        with httpx.Client(base_url=server.url, trust_env=False, headers=headers) as person:
            return person.request(method, path, **more).raise_for_status()  # type: ignore[arg-type]

    return act


def own_posts(server: Mastodon, account: Account, secret: str) -> list[dict[str, Any]]:
    """Return all posts of the account, as the server's own list has them."""
    read, query = as_bob(server, secret), {"limit": "40"}
    found: dict[str, dict[str, Any]] = {}
    path = f"/api/v1/accounts/{account.id.rpartition('/')[2]}/statuses"
    for _ in range(20):
        page = read("GET", path, params=query).json()
        if not page or page[-1]["id"] in found:  # snac2 sends all at once, and then again
            break
        found |= {str(post["id"]): post for post in page}
        query["max_id"] = str(page[-1]["id"])
    return list(found.values())


def picture(folder: Path, alt: str = "A basket of bread") -> OutgoingPicture:
    """Draw a small real picture."""
    width, height = 64, 48
    rows = b"".join(b"\0" + bytes([20, 120, 200]) * width for _ in range(height))

    def chunk(kind: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        )

    size = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    parts = chunk(b"IHDR", size), chunk(b"IDAT", zlib.compress(rows)), chunk(b"IEND", b"")
    file = folder / "bread.png"
    file.write_bytes(b"\x89PNG\r\n\x1a\n" + b"".join(parts))
    return OutgoingPicture(file, "image/png", alt, width, height)
