"""A network that does as the test says, and remembers what really went out."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from socialcoach.core.planning.account import Account
from socialcoach.core.planning.outgoing import FoundReply, FoundResponse, OutgoingPost, Sent
from socialcoach.services.planning.publishing.network import Health, NetworkTrouble


@dataclass
class FakeNetwork:
    """``before`` runs before a post is taken, ``after`` once it is out; both may raise."""

    platform: str = "bluesky"
    out: dict[str, OutgoingPost] = field(default_factory=dict)
    sent_times: int = 0
    keys: int = 0
    before: Callable[[], object] = lambda: None
    after: Callable[[], object] = lambda: None
    looking: Callable[[], object] = lambda: None
    known: set[str] = field(default_factory=set)
    health: Health | NetworkTrouble = field(
        default_factory=lambda: Health("rosa.bsky.social", "Rosa", {})
    )
    came: list[FoundResponse] | NetworkTrouble = field(default_factory=list)
    wrote: list[FoundReply] | NetworkTrouble = field(default_factory=list)

    def new_attempt_key(self, begun: datetime, number: int = 0) -> str:
        """Return the key of a draft."""
        self.keys += 1
        return f"key{number}"

    def check(self, account: Account, secret: str) -> Health:
        """Answer as the test said."""
        if isinstance(self.health, NetworkTrouble):
            raise self.health
        return self.health

    def send(self, account: Account, secret: str, post: OutgoingPost, attempt_key: str) -> Sent:
        """Take a post; two under one key are one."""
        self.before()
        self.sent_times += 1
        self.out[attempt_key] = post
        self.after()
        return self._sent(attempt_key)

    def find(
        self,
        account: Account,
        secret: str,
        post: OutgoingPost,
        attempt_key: str,
        since: datetime,
        known: Collection[str] = (),
    ) -> Sent | None:
        """Look among what is out."""
        self.looking()
        self.known = set(known)
        return self._sent(attempt_key) if attempt_key in self.out else None

    def responses(
        self, account: Account, secret: str, remote_ids: Sequence[str]
    ) -> list[FoundResponse]:
        """Answer as the test said."""
        if isinstance(self.came, NetworkTrouble):
            raise self.came
        return self.came

    def written_to(self, account: Account, secret: str, since: datetime) -> list[FoundReply]:
        """Answer as the test said."""
        if isinstance(self.wrote, NetworkTrouble):
            raise self.wrote
        return [one for one in self.wrote if one.wrote_at >= since]

    def _sent(self, key: str) -> Sent:
        moment = datetime.fromisoformat("2026-11-22T09:00:00+00:00")
        return Sent(f"at://{key}", f"https://bsky.app/{key}", moment)
