"""Puts the parts of posting together, for ``app.py``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from socialcoach.core.planning.platform_facts import PlatformFacts
from socialcoach.services.clock import Clock
from socialcoach.services.planning.publishing.accounts import AccountKeeper
from socialcoach.services.planning.publishing.bluesky import VIEWS, Bluesky
from socialcoach.services.planning.publishing.bluesky_session import DIRECTORY, BlueskySessions
from socialcoach.services.planning.publishing.bringing_in import BringingIn, KeepReplies
from socialcoach.services.planning.publishing.bundle import PublishingServices
from socialcoach.services.planning.publishing.mastodon import MastodonNetwork
from socialcoach.services.planning.publishing.mastodon_sign_in import MastodonSignIn
from socialcoach.services.planning.publishing.parts import Machinery
from socialcoach.services.planning.publishing.sending import Contents, Sending, Shelves
from socialcoach.services.planning.publishing.web import Web
from socialcoach.storage.backups import when_gone_back
from socialcoach.storage.planning.accounts import Accounts
from socialcoach.storage.planning.claims import Claims
from socialcoach.storage.planning.posts import Posts
from socialcoach.storage.planning.publications import Publications
from socialcoach.storage.progress.numbers import NumberStore

if TYPE_CHECKING:
    from sqlite_utils import Database


@dataclass(frozen=True)
class Addresses:
    """Where the parts of Bluesky are; tests name servers on this computer instead.

    ``loopback`` lets the owner name such a server too.
    """

    directory: str = DIRECTORY
    views: str = VIEWS
    loopback: bool = False


def build_bluesky(web: Web, clock: Clock, at: Addresses | None = None) -> Bluesky:
    """Return Bluesky."""
    at = at or Addresses()
    sessions = BlueskySessions(web, clock, loopback=at.loopback, directory=at.directory)
    return Bluesky(sessions, web, clock, views=at.views)


def build_machinery(clock: Clock) -> Machinery:
    """Return what the window and all its workers share; connects to nothing."""
    web = Web()
    bluesky, mastodon = build_bluesky(web, clock), MastodonNetwork(web, clock)
    return Machinery(
        networks={bluesky.platform: bluesky, mastodon.platform: mastodon},
        bluesky=bluesky,
        sign_ins={mastodon.platform: MastodonSignIn(web, clock)},
    )


def build_publishing(
    database: Database,
    machinery: Machinery,
    contents: Contents,
    keep_replies: KeepReplies,
    platforms: Mapping[str, PlatformFacts],
    clock: Clock,
) -> PublishingServices:
    """Wire posting over one connection."""
    publications = Publications(database)
    accounts = AccountKeeper(Accounts(database), machinery.secrets, machinery.networks, clock)
    gone_back_at = partial(when_gone_back, database)
    shelves = Shelves(Posts(database), publications, Claims(database), gone_back_at)
    return PublishingServices(
        accounts=accounts,
        sending=Sending(shelves, accounts, machinery, contents, platforms, clock),
        bringing_in=BringingIn(
            publications,
            NumberStore(database),
            accounts,
            machinery.networks,
            keep_replies,
            clock,
        ),
        bluesky=machinery.bluesky,
        sign_ins=machinery.sign_ins,
    )
