"""Signing in through the browser, as Mastodon does it: begun here, finished with a code."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from socialcoach.core.planning.account import Account


@dataclass(frozen=True)
class Begun:
    """A sign-in under way.

    ``address`` is the page to open in the browser; ``state`` is whatever ``finish`` needs to know
    again, and never leaves this computer; ``comes_back_to`` is the address on this computer the
    server was asked to send the browser back to, empty when it shows a code to copy instead.
    """

    address: str
    state: str
    comes_back_to: str = ""


class SignIn(Protocol):
    """The two halves of signing in. Both talk to the server; both may raise ``NetworkTrouble``."""

    def begin(self, server: str, comes_back_to: str = "") -> Begun:
        """Make SocialCoach known to a server and return the page where its owner says yes.

        Raises ``UserError`` when ``server`` is not the name of a secure server.
        """
        ...

    def finish(self, begun: Begun, code: str) -> tuple[Account, str]:
        """Trade the code for the account and the secret to keep for it."""
        ...
