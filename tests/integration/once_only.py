"""An owner who wants posts to go out, whatever the connection does: the networks share it.

    shop = Shop(folder, clock, network, account, secret)
    spoiled = SpoiledRuns(shop, proxy, plan_of=lambda seed: seeded_plan(seed, calm_after=8))
    spoiled.go(range(20), folder)
    counts = spoiled.count(on_server)

The owner does only what the app offers: "Post now", "Look", signing in again, waiting, taking a
picture out and shortening a text. Nothing here knows what really happened on the server; ``count``
is told by the test, which has counted there.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlite_utils import Database

from socialcoach.app_publishing import build_bluesky, build_publishing
from socialcoach.core.changes import Changes
from socialcoach.core.errors import UserError
from socialcoach.core.planning.account import Account
from socialcoach.core.planning.outgoing import (
    FoundReply,
    FoundResponse,
    OutgoingPicture,
    OutgoingPost,
    Sent,
)
from socialcoach.core.planning.post import Post
from socialcoach.core.planning.publication import Publication, PublicationStatus
from socialcoach.core.planning.sending import Ending, Outcome
from socialcoach.services.bundle import Services
from socialcoach.services.planning.publishing.bundle import PublishingServices
from socialcoach.services.planning.publishing.network import Health, Network
from socialcoach.services.planning.publishing.parts import Machinery
from socialcoach.services.planning.publishing.sending import Contents
from socialcoach.services.planning.publishing.web import Web
from socialcoach.services.secrets import Secrets
from socialcoach.services.words.errors import sentences
from tests.conftest import Clock
from tests.integration.fault_proxy import Fault, FaultProxy, Plan
from tests.worlds import open_world

MOST_STEPS = 60
"""An owner who has clicked this often has given up, and the post counts as lost."""

FEW_STEPS = 5
"""So often somebody tries while the server is gone."""

POWER_CUT = "power cut"
HOURS_OFF = (-9, -1, 0, 0, 1, 9)
"""How wrong the computer's clock may be; some servers never say what time they have."""

HEAVY_BYTES = 17_000_000
"""More than any of the servers says it takes."""

USUAL_ROOM = 300


class PowerCut(BaseException):
    """The computer went off in the middle; nothing in the app may catch this."""


@dataclass
class Shaky:
    """A network on a computer that may go off right before or right after a post is sent."""

    network: Network
    cuts: list[str] = field(default_factory=list)

    @property
    def platform(self) -> str:
        """Return the key of the platform."""
        return self.network.platform

    def new_attempt_key(self, begun: datetime, number: int = 0) -> str:
        """Pass on."""
        return self.network.new_attempt_key(begun, number)

    def check(self, account: Account, secret: str) -> Health:
        """Pass on."""
        return self.network.check(account, secret)

    def send(self, account: Account, secret: str, post: OutgoingPost, attempt_key: str) -> Sent:
        """Pass on, unless the power goes."""
        cut = self.cuts.pop(0) if self.cuts else ""
        if cut == "before":
            raise PowerCut
        sent = self.network.send(account, secret, post, attempt_key)
        if cut == "after":
            raise PowerCut
        return sent

    def find(
        self,
        account: Account,
        secret: str,
        post: OutgoingPost,
        attempt_key: str,
        since: datetime,
        known: Collection[str] = (),
    ) -> Sent | None:
        """Pass on."""
        return self.network.find(account, secret, post, attempt_key, since, known)

    def responses(
        self, account: Account, secret: str, remote_ids: Sequence[str]
    ) -> list[FoundResponse]:
        """Pass on."""
        return self.network.responses(account, secret, remote_ids)

    def written_to(self, account: Account, secret: str, since: datetime) -> list[FoundReply]:
        """Pass on."""
        return self.network.written_to(account, secret, since)


@dataclass
class Run:
    """What one post went through; ``entry`` is what the app believes in the end."""

    entry: Publication | None
    codes: list[str]

    @property
    def is_out(self) -> bool:
        """Tell whether the app says that it is out, with a link."""
        entry = self.entry
        return entry is not None and entry.status is PublicationStatus.OUT and bool(entry.permalink)


class Shop:
    """The app over a folder of its own, with one account connected."""

    def __init__(
        self, folder: Path, clock: Clock, network: Network, account: Account, secret: str
    ) -> None:
        self.database: Database
        self.services: Services
        self.clock = clock
        self.shaky = Shaky(network)
        self.account, self.secret = account, secret
        self.pictures: tuple[OutgoingPicture, ...] = ()
        self.met: Counter[str] = Counter()
        self.secrets = Secrets(patience_s=5)
        self._folder = folder
        self._switch_on()
        self.publishing.accounts.connect(account, secret)

    def _switch_on(self) -> None:
        """Start the app; everything it only had in its head is forgotten."""
        self.database, self.services = open_world(self._folder, self.clock)
        bluesky = build_bluesky(Web(), self.clock)
        machinery = Machinery({self.shaky.platform: self.shaky}, bluesky, {}, self.secrets)
        contents = Contents(
            text_of=lambda post, _platform: post.text,
            pictures_of=lambda _post_id, _platform, _most_bytes: self.pictures,
            language_of=lambda _text: "en",
        )
        self.publishing: PublishingServices = build_publishing(
            self.database,
            machinery,
            contents,
            lambda _found: Changes.NOTHING,
            self.services.platforms,
            self.clock,
        )

    def restart(self) -> None:
        """Switch the computer off and on again."""
        self.database.close()
        self._switch_on()

    def get_out(
        self, text: str, *, shorten: Callable[[str], str] = str.strip, steps: int = MOST_STEPS
    ) -> Run:
        """Click until the post is out, or nobody would click any more."""
        post = self.services.drafting.new(text, platforms=(self.shaky.platform,))
        codes: list[str] = []
        for _step in range(steps):
            code = self._click(post, shorten)
            if not code:
                break
            codes.append(code)
        self.met.update(codes)
        return Run(self._entry(post), codes)

    def _click(self, post: Post, shorten: Callable[[str], str]) -> str:
        """Press the one button the app offers; return what it says, empty once it is out."""
        entry = self._entry(post)
        sending = self.publishing.sending
        try:
            if entry is not None and entry.status is PublicationStatus.SENDING:
                outcome = sending.look(entry.id)
            else:
                outcome = sending.post_now(post.id, self.shaky.platform)
        except UserError as error:
            self._mend(error.code, post, shorten)
            return error.code
        except PowerCut:
            self.restart()
            return POWER_CUT
        self._after(outcome)
        return "" if outcome.ending is Ending.OUT else outcome.code

    def sign_in(self) -> None:
        """Sign in anew; what went wrong with the account before is over then."""
        self.publishing.accounts.connect(self.account, self.secret)

    def _after(self, outcome: Outcome) -> None:
        """Do what the sentence on the screen asks for."""
        self.clock.advance(seconds=40)
        if outcome.until is not None:
            self.clock.set(outcome.until + timedelta(seconds=1))
        if outcome.code.startswith("account."):
            self.sign_in()

    def _mend(self, code: str, post: Post, shorten: Callable[[str], str]) -> None:
        if code == "sending.wait":
            self.clock.advance(minutes=5)
        if code == "sending.picture_too_large":
            self.pictures = ()
        if code == "sending.too_long":
            kept = self.services.drafting.draft(post.id)
            self.services.drafting.keep_text(post.id, shorten(kept.text), None)

    def _entry(self, post: Post) -> Publication | None:
        entries = self.services.handing_over.of_post(post.id)
        assert len(entries) < 2, "one post, one platform, one entry"
        return entries[-1] if entries else None


class SpoiledRuns:
    """Gets many posts out while everything that can go wrong does, as each seed says.

    ``plan_of(seed)`` is what the connection does; the clock, the power, the server, the picture and
    the text may be wrong as well. ``met`` counts what went wrong.
    """

    def __init__(self, shop: Shop, proxy: FaultProxy, plan_of: Callable[[int], Plan]) -> None:
        self.met: Counter[str] = Counter()
        self._shop, self._proxy, self._plan_of = shop, proxy, plan_of
        self._runs: dict[str, Run] = {}
        self._never: list[str] = []

    def go(self, seeds: range, folder: Path) -> None:
        """Make a run for each seed; ``folder`` is for a picture that is too heavy."""
        heavy = folder / "heavy.jpg"
        with heavy.open("wb") as file:
            file.truncate(HEAVY_BYTES)
        picture = OutgoingPicture(heavy, "image/jpeg", "", 10, 10)
        for seed in seeds:
            self._run(seed, picture)

    def count(self, on_server: Mapping[str, int]) -> dict[str, int]:
        """Return the runs, the duplicates and what was lost, and then all that went wrong.

        ``on_server`` says how often each of ``texts`` stands there.
        """
        double = sum(on_server[text] > 1 for text in self._runs)
        lost = sum(not run.is_out or not on_server[text] for text, run in self._runs.items())
        sent_though_gone = sum(on_server[text] for text in self._never)
        named = {"runs": len(self._runs), "duplicates": double + sent_though_gone, "lost": lost}
        return {**named, **self.met}

    @property
    def texts(self) -> tuple[str, ...]:
        """Return all texts that were written; some were only tried while the server was gone."""
        return (*self._runs, *self._never)

    @property
    def keys_on_server(self) -> set[str]:
        """Return what the app believes the posts are called over there."""
        return {run.entry.external_key for run in self._runs.values() if run.entry is not None}

    @property
    def unsaid(self) -> set[str]:
        """Return what happened to the owner without a sentence that says what to do."""
        return set(self._shop.met) - {POWER_CUT} - set(sentences())

    def _run(self, seed: int, heavy: OutgoingPicture) -> None:
        chance, shop = random.Random(seed), self._shop
        text = f"Run {seed:05d}: which crust do you like?"
        off = chance.choice(HOURS_OFF)
        shop.clock.set(datetime.now(UTC) + timedelta(hours=off))
        shop.sign_in()
        self._proxy.plan(self._plan_of(seed))
        shop.shaky.cuts = [chance.choice(["before", "after"])] if chance.random() < 0.3 else []
        shop.pictures = (heavy,) if chance.random() < 0.1 else ()
        is_gone, is_long = chance.random() < 0.1, chance.random() < 0.1
        troubles = {
            "clock off": off != 0,
            POWER_CUT: bool(shop.shaky.cuts),
            "picture too large": bool(shop.pictures),
            "server gone": is_gone,
            "text too long": is_long,
        }
        if is_gone:
            self._never.append(text.replace("Run", "Never"))
            with self._proxy.gone():
                shop.get_out(self._never[-1], steps=FEW_STEPS)
        room = shop.account.limits.get("max_characters", USUAL_ROOM)
        written = text + " x" * room if is_long else text
        self._runs[text] = shop.get_out(written, shorten=lambda _long: text)
        faults = [str(fault) for _seen, fault in self._proxy.history if fault is not Fault.NONE]
        self.met.update([*faults, *(name for name, there in troubles.items() if there)])
