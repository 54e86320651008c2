"""Posting by itself, in one bundle."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from socialcoach.services.planning.publishing.accounts import AccountKeeper
from socialcoach.services.planning.publishing.bluesky import Bluesky
from socialcoach.services.planning.publishing.bringing_in import BringingIn
from socialcoach.services.planning.publishing.sending import Sending
from socialcoach.services.planning.publishing.sign_in import SignIn


@dataclass(frozen=True)
class PublishingServices:
    """Connected accounts, sending through them, and bringing in what came of it.

    ``bluesky`` signs in with a handle and a password; ``sign_ins`` do it in the browser, by
    platform key.
    """

    accounts: AccountKeeper
    sending: Sending
    bringing_in: BringingIn
    bluesky: Bluesky
    sign_ins: Mapping[str, SignIn]
