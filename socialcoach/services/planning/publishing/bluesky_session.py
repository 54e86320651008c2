"""Signing in on Bluesky: which server, whose account, and the session for one run.

Sources, checked 2026-11-22: docs.bsky.app and atproto.com (createSession, resolveHandle, DID
documents); the refusals were seen on Bluesky's own server software.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from socialcoach.core.errors import UserError
from socialcoach.core.planning.account import Account
from socialcoach.core.planning.handles import (
    HOME_SERVER,
    base_address,
    clean_app_password,
    clean_handle,
    clean_host,
)
from socialcoach.services.clock import Clock
from socialcoach.services.planning.publishing.network import (
    NothingSent,
    SignInAgain,
    TryLater,
)
from socialcoach.services.planning.publishing.web import (
    Answer,
    Request,
    Web,
    clock_off_by,
    pause_until,
)

DIRECTORY = "https://plc.directory"
"""Where Bluesky accounts say on which server they live."""

_HOME_HOSTS = ".host.bsky.network"
"""Servers behind the home server; signing in is done at the home server itself."""

_CLOSED = frozenset({"AccountTakedown", "AccountDeactivated", "AccountSuspended"})


@dataclass(frozen=True)
class Session:
    """One signed-in run. ``base`` is the address of the server that holds the account's posts.

    ``clock_off_minutes``: how far this computer's clock is ahead of the server's.
    """

    did: str
    handle: str
    base: str
    key: str
    clock_off_minutes: int

    @property
    def headers(self) -> dict[str, str]:
        """Return what proves who we are."""
        return {"Authorization": f"Bearer {self.key}"}


def account_id(did: str) -> str:
    """Return the id of an account by its lasting identity, which no change of handle touches."""
    return f"bluesky:{did}"


class BlueskySessions:
    """Signs in. ``loopback`` lets servers on this computer pass, for tests."""

    def __init__(
        self, web: Web, clock: Clock, *, loopback: bool = False, directory: str = DIRECTORY
    ) -> None:
        self._web = web
        self._clock = clock
        self._loopback = loopback
        self._directory = directory

    def connect(self, handle: str, password: str, server: str = "") -> tuple[Account, str]:
        """Sign in for the first time and return the account and the secret to keep.

        ``server`` is empty for the usual one. Raises ``UserError`` for what was typed wrong and
        ``NetworkTrouble`` for what the network says.
        """
        handle, secret = clean_handle(handle), clean_app_password(password)
        host = self._host(server) if server.strip() else self._home_of(handle)
        session = self._signed_in(host, handle, secret)
        now = self._clock.now()
        account = Account(
            id=account_id(session.did),
            platform="bluesky",
            server=host,
            handle=session.handle,
            name=session.handle,
            connected_at=now,
            checked_at=now,
        )
        return account, secret

    def open(self, account: Account, secret: str) -> Session:
        """Sign in again for one run; never as anybody else.

        Raises ``SignInAgain("account.other")`` when the server takes us for another account.
        """
        did = account.id.partition(":")[2]
        session = self._signed_in(account.server, did, secret)
        if session.did != did:
            raise SignInAgain("account.other", server=account.server, handle=account.handle)
        return session

    def _host(self, typed: str) -> str:
        return clean_host(typed, loopback=self._loopback)

    def _signed_in(self, host: str, identifier: str, secret: str) -> Session:
        answer = self._web.ask(
            Request(
                "POST",
                f"{base_address(host)}/xrpc/com.atproto.server.createSession",
                body={"identifier": identifier, "password": secret},
            )
        )
        if not answer.is_fine:
            raise sign_in_trouble(answer, host, self._clock)
        if answer.body.get("active") is False:
            raise SignInAgain("account.closed", server=host)
        return self._session(answer, host)

    def _session(self, answer: Answer, host: str) -> Session:
        did, handle, key = (answer.text(name) for name in ("did", "handle", "accessJwt"))
        if not (did.startswith("did:") and handle and key):
            raise NothingSent("network.odd", server=host)
        off = clock_off_by(answer, self._clock.now())
        base = self._posts_base(answer.body.get("didDoc"), host)
        return Session(did, handle, base, key, round(off.total_seconds() / 60))

    def _posts_base(self, document: object, host: str) -> str:
        """Return where the account's posts are kept.

        Behind the home server there are many; any other server keeps its posts itself.
        """
        if host != HOME_SERVER:
            return base_address(host)
        try:
            return base_address(self._host(_server_in(document)))
        except UserError:
            return base_address(host)

    def _home_of(self, handle: str) -> str:
        """Return the server an account lives on, for handles that are not the home server's own."""
        if handle.endswith(f".{HOME_SERVER}"):
            return HOME_SERVER
        home = f"{base_address(HOME_SERVER)}/xrpc/com.atproto.identity.resolveHandle"
        found = self._web.ask(Request("GET", home, {"handle": handle}))
        did = found.text("did")
        if found.status == 400:
            raise NothingSent("account.handle_unknown", handle=handle)
        if not did.startswith("did:"):
            raise answer_trouble(found, HOME_SERVER, self._clock)
        endpoint = _server_in(self._document(did))
        host = self._host(endpoint) if endpoint else HOME_SERVER
        return HOME_SERVER if host.endswith(_HOME_HOSTS) else host

    def _document(self, did: str) -> Mapping[str, Any]:
        if did.startswith("did:web:"):
            host = clean_host(did.removeprefix("did:web:"))
            address = f"{base_address(host)}/.well-known/did.json"
        else:
            address = f"{self._directory}/{did}"
        return self._web.ask(Request("GET", address)).body


def sign_in_trouble(answer: Answer, host: str, clock: Clock) -> NothingSent:
    """Return why signing in did not work."""
    said = answer.text("error")
    if said == "AuthFactorTokenRequired":
        return SignInAgain("account.two_steps", server=host)
    if said in _CLOSED:
        return SignInAgain("account.closed", server=host)
    if answer.status == 401 or (answer.status == 400 and answer.is_object):
        return SignInAgain("account.sign_in", server=host)
    return answer_trouble(answer, host, clock)


def answer_trouble(answer: Answer, host: str, clock: Clock) -> NothingSent:
    """Return what an answer means that is not the one we hoped for; nothing has gone out."""
    if answer.status == 429:
        return TryLater("sending.later", pause_until(answer, clock.now()), server=host)
    if answer.status == 401 or answer.text("error") in ("ExpiredToken", "InvalidToken"):
        return SignInAgain("account.sign_in", server=host)
    if answer.status >= 500:
        return NothingSent("network.trouble", server=host)
    return NothingSent("network.odd", server=host)


def _server_in(document: object) -> str:
    """Return the server named in a DID document, with a port where it has one; "" for none."""
    services = document.get("service") if isinstance(document, dict) else None
    for service in services if isinstance(services, list) else []:
        if isinstance(service, dict) and str(service.get("id", "")).endswith("#atproto_pds"):
            parts = urlsplit(str(service.get("serviceEndpoint", "")))
            prefix = "http://" if parts.scheme == "http" else ""
            return f"{prefix}{parts.netloc}"
    return ""
