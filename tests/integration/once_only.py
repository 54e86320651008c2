"""An owner who wants a post to go out, whatever the connection does: the two networks share it.

    shop = Shop(folder, clock, network, account, secret)
    run = shop.get_out("My text")

The owner does only what the app offers: "Post now", "Look", signing in again, waiting, and
shortening a text. Nothing here knows what really happened on the server; the test counts there.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
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
from tests.conftest import Clock
from tests.worlds import open_world

MOST_STEPS = 60
"""An owner who has clicked this often has given up, and the post counts as lost."""


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

    def new_attempt_key(self, now: datetime) -> str:
        """Pass on."""
        return self.network.new_attempt_key(now)

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
        self, account: Account, secret: str, post: OutgoingPost, attempt_key: str, since: datetime
    ) -> Sent | None:
        """Pass on."""
        return self.network.find(account, secret, post, attempt_key, since)

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
            pictures_of=lambda _post_id, _platform: self.pictures,
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

    def get_out(self, text: str, *, shorten: Callable[[str], str] = str.strip) -> Run:
        """Click until the post is out, or nobody would click any more."""
        post = self.services.drafting.new(text, platforms=(self.shaky.platform,))
        codes: list[str] = []
        for _step in range(MOST_STEPS):
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
            return "power cut"
        self._after(outcome)
        return "" if outcome.ending is Ending.OUT else outcome.code

    def _after(self, outcome: Outcome) -> None:
        """Do what the sentence on the screen asks for."""
        self.clock.advance(seconds=40)
        if outcome.until is not None:
            self.clock.set(outcome.until + timedelta(seconds=1))
        if outcome.code.startswith("account."):
            self.publishing.accounts.connect(self.account, self.secret)

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
