"""Asking one Mastodon server, and what its answers mean that are not the one we hoped for.

Sources: docs.joinmastodon.org (methods and errors, checked 2026-11-22). snac2 2.75 says 422 without
a word where others say 401, and drops connections it promised to keep, so each request has its own.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode, urlsplit

from socialcoach.core.planning.mastodon_server import server_address
from socialcoach.services.clock import Clock
from socialcoach.services.planning.publishing.network import NothingSent, SignInAgain, TryLater
from socialcoach.services.planning.publishing.web import (
    Answer,
    Query,
    Request,
    Web,
    pause_until,
)

LONGEST_REASON = 200
"""Characters of what a server says that are shown to the owner."""


@dataclass(frozen=True)
class Server:
    """One server and, once signed in, what opens the account there."""

    web: Web
    clock: Clock
    host: str
    secret: str = ""

    def get(self, path: str, query: Query | None = None) -> Answer:
        """Read something; asked once more when the connection breaks, for that changes nothing."""
        try:
            return self._ask("GET", path, query=query or {}, body=None)
        except NothingSent as error:
            if error.code != "network.broke_off":
                raise
            return self._ask("GET", path, query=query or {}, body=None)

    def post(self, path: str, fields: Mapping[str, Any]) -> Answer:
        """Send fields as JSON."""
        return self._ask("POST", path, body=fields)

    def post_form(self, path: str, fields: Mapping[str, str]) -> Answer:
        """Send fields as a form, which is what the parts about signing in want."""
        kind = {"Content-Type": "application/x-www-form-urlencoded"}
        return self._ask("POST", path, body=urlencode(fields).encode("ascii"), headers=kind)

    def upload(self, path: str, content: bytes, kind: str) -> Answer:
        """Send bytes of a kind, such as ``multipart/form-data; boundary=x``."""
        return self._ask("POST", path, body=content, headers={"Content-Type": kind})

    def publish(self, path: str, fields: Mapping[str, Any], attempt_key: str) -> Answer:
        """Send what will be public; a broken answer may mean that it is out."""
        key = {"Idempotency-Key": attempt_key}
        return self._ask("POST", path, body=fields, headers=key, publishes=True)

    def trouble(self, answer: Answer) -> NothingSent:
        """Return what an answer means that is not the one we hoped for; nothing has gone out."""
        if answer.status == 429:
            return TryLater(
                "sending.later", pause_until(answer, self.clock.now()), server=self.host
            )
        if answer.status == 401:
            return SignInAgain("account.sign_in", server=self.host)
        if answer.status == 403 and answer.is_object:
            return SignInAgain("account.closed", server=self.host)
        if answer.status >= 500:
            return NothingSent("network.trouble", server=self.host)
        return NothingSent("network.odd", server=self.host)

    def _ask(
        self,
        method: str,
        path: str,
        *,
        body: Mapping[str, Any] | bytes | None,
        query: Query | None = None,
        headers: Mapping[str, str] | None = None,
        publishes: bool = False,
    ) -> Answer:
        proof = {"Authorization": f"Bearer {self.secret}"} if self.secret else {}
        return self.web.ask(
            Request(
                method,
                server_address(self.host) + path,
                query or {},
                {"Accept": "application/json", **proof, **(headers or {})},
                body,
                publishes,
            )
        )


def reason(answer: Answer) -> str:
    """Return why a server says no, in its own words on one line; empty when it does not say."""
    said = answer.text("error_description") or answer.text("error")
    return " ".join(said.split())[:LONGEST_REASON]


def sent_on_to(answer: Answer) -> str:
    """Return the host a server sends us on to, empty when it does not."""
    if answer.status not in (301, 302, 303, 307, 308):
        return ""
    try:
        return urlsplit(answer.headers.get("location", "")).hostname or ""
    except ValueError:
        return ""
