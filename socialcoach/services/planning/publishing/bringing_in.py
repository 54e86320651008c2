"""Bringing in likes, reposts and replies of the owner's own posts, when the owner asks for it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from socialcoach.core.changes import Changes
from socialcoach.core.planning.account import Account
from socialcoach.core.planning.outgoing import FoundReply, FoundResponse
from socialcoach.core.planning.publication import Publication, PublicationStatus
from socialcoach.core.progress.numbers import Numbers
from socialcoach.services.clock import Clock
from socialcoach.services.planning.publishing.accounts import AccountKeeper
from socialcoach.services.planning.publishing.network import Network, NetworkTrouble
from socialcoach.storage.planning.publications import Publications
from socialcoach.storage.progress.numbers import NumberStore

LOOK_BACK = timedelta(days=90)
"""Older posts hardly get another like; asking for them only takes time."""

BEFORE = timedelta(days=7)
"""Whoever wrote in the week before an account was connected may still wait; older ones hardly."""

MOST_POSTS = 200

KeepReplies = Callable[[Sequence[FoundReply]], Changes]
"""Keeps replies in the inbox; says ``PEOPLE`` when some of them were new."""


@dataclass(frozen=True)
class BroughtIn:
    """What came back: posts with fresh figures, whether replies are new, and what to draw again.

    ``code`` and ``facts`` say what went wrong, empty for nothing; ``asked`` is how many posts were
    asked about.
    """

    account: Account
    asked: int = 0
    posts: int = 0
    code: str = ""
    facts: Mapping[str, object] | None = None
    changes: Changes = Changes.NOTHING

    @property
    def has_new_replies(self) -> bool:
        """Tell whether somebody wrote who is not in Conversations yet."""
        return Changes.PEOPLE in self.changes


class BringingIn:
    """Reads back. ``run`` may take long: call it in a worker."""

    def __init__(
        self,
        publications: Publications,
        numbers: NumberStore,
        accounts: AccountKeeper,
        networks: Mapping[str, Network],
        keep_replies: KeepReplies,
        clock: Clock,
    ) -> None:
        self._publications = publications
        self._numbers = numbers
        self._accounts = accounts
        self._networks = networks
        self._keep_replies = keep_replies
        self._clock = clock

    def run(self, platform: str) -> BroughtIn:
        """Ask about the latest posts sent through the platform's account, and keep the answers.

        Raises ``UserError`` when there is no account or its secret cannot be had.
        """
        account = self._accounts.of(platform)
        entries, network = self._sent_through(account), self._networks[platform]
        try:
            secret = self._accounts.secret_of(account)
            wrote = network.written_to(account, secret, self._since(account))
            found = network.responses(account, secret, list(entries)) if entries else []
        except NetworkTrouble as trouble:
            noted = self._accounts.note_trouble(account, trouble)
            asked = len(entries)
            return BroughtIn(
                noted, asked, code=trouble.code, facts=trouble.facts, changes=Changes.ACCOUNTS
            )
        return self._kept(self._accounts.note_fine(account), entries, found, wrote)

    def _sent_through(self, account: Account) -> dict[str, Publication]:
        """Return the latest posts that went out through an account, by the network's own id."""
        since = self._clock.now() - LOOK_BACK
        entries = [
            entry
            for entry in self._publications.with_status(PublicationStatus.OUT)
            if entry.account_id == account.id and entry.external_key and entry.at >= since
        ]
        return {entry.external_key: entry for entry in entries[-MOST_POSTS:]}

    def _since(self, account: Account) -> datetime:
        """Return from when on people are looked for who wrote by themselves."""
        return max(self._clock.now() - LOOK_BACK, account.connected_at - BEFORE)

    def _kept(
        self,
        account: Account,
        entries: Mapping[str, Publication],
        found: list[FoundResponse],
        wrote: list[FoundReply],
    ) -> BroughtIn:
        known = [one for one in found if one.remote_id in entries]
        for one in known:
            self._keep_numbers(entries[one.remote_id], one)
        new = self._keep_replies([*wrote, *(reply for one in known for reply in one.replies)])
        changes = Changes.NUMBERS | Changes.FEED | Changes.ACCOUNTS | new
        return BroughtIn(account, len(entries), len(known), changes=changes)

    def _keep_numbers(self, entry: Publication, found: FoundResponse) -> None:
        """Write what the network told and keep what it does not tell, such as views."""
        before = self._numbers.get(entry.id) or Numbers()
        fresh = replace(before, likes=found.likes, comments=found.reply_count, shares=found.reposts)
        self._numbers.put(entry.id, fresh, self._clock.now())
