"""What a network must be able to do, and the four ways in which it can go wrong."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from socialcoach.core.planning.account import Account
from socialcoach.core.planning.outgoing import FoundReply, FoundResponse, OutgoingPost, Sent


class NetworkTrouble(Exception):
    """Something went wrong; ``code`` is that of a ``UserError``, ``facts`` belong to its words."""

    def __init__(self, code: str, **facts: object) -> None:
        super().__init__(code)
        self.code = code
        self.facts = facts


class NothingSent(NetworkTrouble):
    """It is certain that nothing went out: refused, or never reached the server."""


class TryLater(NothingSent):
    """Nothing went out, and the server wants to be left alone until ``not_before`` (UTC)."""

    def __init__(self, code: str, not_before: datetime, **facts: object) -> None:
        super().__init__(code, **facts)
        self.not_before = not_before


class SignInAgain(NothingSent):
    """Nothing went out, because the account's secret is no longer accepted."""


class AnswerLost(NetworkTrouble):
    """It may have gone out: look with ``find`` before anything is sent again."""


@dataclass(frozen=True)
class Health:
    """How an account looks now: its name and handle over there, and the server's own limits."""

    handle: str
    name: str
    limits: Mapping[str, int]


class Network(Protocol):
    """One network. Every method may raise ``NetworkTrouble``; none of them keeps state.

    ``secret`` is whatever the sign-in returned, as one text from the keyring.
    """

    platform: str

    def new_attempt_key(self, begun: datetime, number: int = 0) -> str:
        """Return a key to keep before the first try; with it, sending twice makes one post.

        It is made from when the draft was begun and from its number, so that the same draft has the
        same key even in an earlier copy of the data.
        """
        ...

    def check(self, account: Account, secret: str) -> Health:
        """Ask whether the account still works."""
        ...

    def send(self, account: Account, secret: str, post: OutgoingPost, attempt_key: str) -> Sent:
        """Publish a post."""
        ...

    def find(
        self,
        account: Account,
        secret: str,
        post: OutgoingPost,
        attempt_key: str,
        since: datetime,
        known: Collection[str] = (),
    ) -> Sent | None:
        """Look whether an attempt whose answer was lost went out; None when it surely did not.

        ``known`` are the remote ids of posts that are known to be out: none of them is this one.
        """
        ...

    def responses(
        self, account: Account, secret: str, remote_ids: Sequence[str]
    ) -> list[FoundResponse]:
        """Return what the owner's own posts brought. Posts deleted over there are left out."""
        ...

    def written_to(self, account: Account, secret: str, since: datetime) -> list[FoundReply]:
        """Return what others wrote to the account since then, wherever: answers and mentions."""
        ...
