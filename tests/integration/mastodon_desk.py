"""What tests of Mastodon share: signing in as a browser would, and posting as the app does."""

from __future__ import annotations

import re
import struct
import threading
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import httpx
from sqlite_utils import Database

from socialcoach.app_publishing import build_bluesky, build_publishing
from socialcoach.core.changes import Changes
from socialcoach.core.errors import UserError
from socialcoach.core.planning.account import Account
from socialcoach.core.planning.outgoing import OutgoingPicture
from socialcoach.core.planning.post import Post
from socialcoach.core.planning.publication import PublicationStatus
from socialcoach.services.bundle import Services
from socialcoach.services.planning.publishing.bundle import PublishingServices
from socialcoach.services.planning.publishing.mastodon import MastodonNetwork
from socialcoach.services.planning.publishing.mastodon_listener import BrowserReturn
from socialcoach.services.planning.publishing.mastodon_sign_in import (
    MastodonSignIn,
    state_to_expect,
)
from socialcoach.services.planning.publishing.parts import Machinery
from socialcoach.services.planning.publishing.sending import Contents
from socialcoach.services.planning.publishing.web import Web
from tests.conftest import Clock
from tests.integration.fault_proxy import Fault, FaultProxy
from tests.integration.servers import Mastodon, MastodonAccount

QUICK_S = 0.7
"""How long a spoiled run waits for the next piece of an answer, in seconds."""

MOST_TRIES = 40


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


@dataclass
class Desk:
    """The app's own sending, over its own database, with one account connected."""

    services: Services
    publishing: PublishingServices
    account: Account
    clock: Clock

    def draft(self, text: str) -> Post:
        """Write a draft for Mastodon."""
        return self.services.drafting.new(text, platforms=("mastodon",))


def connected_desk(
    world: tuple[Database, Services], clock: Clock, signed_in: tuple[Account, str], host: str
) -> Desk:
    """Return the app's sending with an account connected, reached through another host."""
    database, services = world
    web = Web(answer_s=QUICK_S)
    machinery = Machinery(
        {"mastodon": MastodonNetwork(web, clock)},
        build_bluesky(web, clock),
        sign_ins={"mastodon": MastodonSignIn(web, clock, loopback=True)},
    )
    contents = Contents(lambda post, _: post.text, lambda _id, _: (), lambda _text: "en")
    publishing = build_publishing(
        database,
        machinery,
        contents,
        lambda _found: Changes.NOTHING,
        services.platforms,
        services.clock,
    )
    account = replace(signed_in[0], server=host)
    publishing.accounts.connect(account, signed_in[1])
    return Desk(services, publishing, account, clock)


@dataclass
class Tally:
    """What many spoiled runs came to; ``doubled`` and ``lost`` name the seeds that went wrong."""

    runs: int = 0
    faults: int = 0
    looks: int = 0
    doubled: list[int] = field(default_factory=list)
    lost: list[int] = field(default_factory=list)

    def __str__(self) -> str:
        found = f"{len(self.doubled)} duplicates, {len(self.lost)} lost"
        return f"{self.runs} runs, {self.faults} faults, {self.looks} looks: {found}"


def run_with_faults(desk: Desk, proxy: FaultProxy, text: str, tally: Tally) -> None:
    """Post a text as an owner would who tries again whenever the app says so."""
    post = desk.draft(text)
    for _ in range(MOST_TRIES):
        entry = desk.services.handing_over.of_post(post.id)
        if entry and entry[-1].status is PublicationStatus.OUT:
            break
        desk.clock.advance(minutes=3)
        try:
            if entry and entry[-1].status is PublicationStatus.SENDING:
                tally.looks += 1
                desk.publishing.sending.look(entry[-1].id)
            else:
                desk.publishing.sending.post_now(post.id, "mastodon")
        except UserError as error:
            if error.code != "sending.wait":
                raise
            desk.clock.advance(hours=1)
    tally.runs += 1
    tally.faults += sum(fault is not Fault.NONE for _, fault in proxy.history)


def count_out(posts: list[dict[str, Any]], texts: Mapping[int, str], tally: Tally) -> None:
    """Note which texts are out more than once, or not at all."""
    shown = [str(post["content"]) for post in posts]
    for seed, text in texts.items():
        times = sum(text in words for words in shown)
        if times > 1:
            tally.doubled.append(seed)
        if not times:
            tally.lost.append(seed)
