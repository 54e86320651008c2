"""Signing in on Mastodon through the owner's browser, on any server that speaks as it does.

SocialCoach makes itself known to the server at run time, opens the server's own page, and trades
the code that comes back for what opens the account. Passwords are typed on the server's page only.

Sources: docs.joinmastodon.org, OAuth and methods/apps; PKCE since Mastodon 4.3 (2026-11-22).
"""

from __future__ import annotations

import base64
import hashlib
import json
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import parse_qs, urlencode, urlsplit

from socialcoach.core.errors import UserError
from socialcoach.core.planning.account import Account
from socialcoach.core.planning.account_state import CLOCK_OFF_MINUTES
from socialcoach.core.planning.mastodon_limits import limits_in
from socialcoach.core.planning.mastodon_server import clean_mastodon_server, server_address
from socialcoach.services.clock import Clock
from socialcoach.services.planning.publishing import mastodon_reading as reading
from socialcoach.services.planning.publishing.mastodon import (
    about_server,
    account_id,
    domain_in,
    verify,
)
from socialcoach.services.planning.publishing.mastodon_calls import Server, sent_on_to
from socialcoach.services.planning.publishing.network import NothingSent, SignInAgain
from socialcoach.services.planning.publishing.sign_in import Begun
from socialcoach.services.planning.publishing.web import Answer, Web, clock_off_by

COPY_THE_CODE = "urn:ietf:wg:oauth:2.0:oob"
"""Asks the server to show the code instead of sending the browser back."""

SCOPES = "read:accounts read:notifications read:statuses write:media write:statuses"
LONGEST_CODE = 2_000


@dataclass(frozen=True)
class _UnderWay:
    """What the second half of a sign-in must know of the first; the owner's ``Begun`` carries it.

    ``back`` is the address the browser returns to, ``check`` proves that it is our own sign-in
    that comes back, ``proof`` (empty where the server does not offer it) that we began it.
    """

    server: str
    client_id: str
    client_secret: str
    back: str
    check: str
    proof: str


class MastodonSignIn:
    """The two halves of signing in. ``loopback`` lets servers on this computer pass, for tests."""

    def __init__(self, web: Web, clock: Clock, *, loopback: bool = False) -> None:
        self._web = web
        self._clock = clock
        self._loopback = loopback

    def begin(self, server: str, comes_back_to: str = "") -> Begun:
        """Make SocialCoach known to a server and return the page where its owner says yes.

        ``comes_back_to`` is the address of a ``BrowserReturn``; without one the server shows a
        code to copy. Raises ``UserError`` for what is no server's name, ``NetworkTrouble`` for
        what the server says.
        """
        host = clean_mastodon_server(server, loopback=self._loopback)
        there = Server(self._web, self._clock, host)
        back = comes_back_to or COPY_THE_CODE
        made = there.post(
            "/api/v1/apps",
            {"client_name": "SocialCoach", "redirect_uris": back, "scopes": SCOPES},
        )
        known_as, known_by = made.text("client_id"), made.text("client_secret")
        if not made.is_fine or not known_as or not known_by:
            raise _no_mastodon(there, made)
        proof = secrets.token_urlsafe(48) if _takes_proof(there) else ""
        under_way = _UnderWay(host, known_as, known_by, back, secrets.token_urlsafe(24), proof)
        return Begun(_page(under_way), json.dumps(under_way.__dict__), comes_back_to)

    def finish(self, begun: Begun, code: str) -> tuple[Account, str]:
        """Trade the code for the account and the secret to keep for it.

        Raises ``UserError("mastodon.code_blank")`` for no code, and
        ``NothingSent("mastodon.code_wrong")`` for one that the server does not take.
        """
        under_way = _UnderWay(**json.loads(begun.state))
        secret = self._traded(under_way, clean_code(code))
        there = Server(self._web, self._clock, under_way.server, secret)
        try:
            answer = verify(there)
        except SignInAgain as error:  # snac2 gives something for any code
            raise NothingSent("mastodon.code_wrong", server=under_way.server) from error
        return self._account(there, answer), secret

    def _traded(self, under_way: _UnderWay, code: str) -> str:
        fields = {
            "grant_type": "authorization_code",
            "code": code,
            "client_id": under_way.client_id,
            "client_secret": under_way.client_secret,
            "redirect_uri": under_way.back,
            "scope": SCOPES,
        }
        if under_way.proof:
            fields["code_verifier"] = under_way.proof
        there = Server(self._web, self._clock, under_way.server)
        answer = there.post_form("/oauth/token", fields)
        if answer.status in (400, 401, 403):
            raise NothingSent("mastodon.code_wrong", server=under_way.server)
        secret = answer.text("access_token")
        if not answer.is_fine or not secret.isascii() or not secret.isprintable() or not secret:
            raise there.trouble(answer)
        return secret

    def _account(self, there: Server, answer: Answer) -> Account:
        about, now = about_server(there), self._clock.now()
        limits = limits_in(about)
        off = round(clock_off_by(answer, now).total_seconds() / 60)
        if off:
            limits[CLOCK_OFF_MINUTES] = off
        return Account(
            id=account_id(there.host, reading.own_id(answer.body)),
            platform="mastodon",
            server=there.host,
            handle=reading.handle(answer.body, domain_in(about, there.host)),
            name=reading.shown_name(answer.body),
            connected_at=now,
            checked_at=now,
            limits=limits,
        )


def state_to_expect(begun: Begun) -> str:
    """Return what the browser must bring back, for ``BrowserReturn.wait``."""
    found: Mapping[str, str] = json.loads(begun.state)
    return found["check"]


def clean_code(typed: str) -> str:
    """Return the code as the server gave it; the whole address it stood in is fine too."""
    code = "".join(typed.split())
    if code.startswith(("http://", "https://")):
        code = parse_qs(urlsplit(code).query).get("code", [""])[0]
    if not code:
        raise UserError("mastodon.code_blank")
    return code[:LONGEST_CODE]


def _page(under_way: _UnderWay) -> str:
    """Return the server's page on which the owner says yes."""
    fields = {
        "response_type": "code",
        "client_id": under_way.client_id,
        "redirect_uri": under_way.back,
        "scope": SCOPES,
        "state": under_way.check,
    }
    if under_way.proof:
        digest = hashlib.sha256(under_way.proof.encode("ascii")).digest()
        fields["code_challenge"] = base64.urlsafe_b64encode(digest).decode("ascii").rstrip("=")
        fields["code_challenge_method"] = "S256"
    return f"{server_address(under_way.server)}/oauth/authorize?{urlencode(fields)}"


def _takes_proof(there: Server) -> bool:
    """Tell whether a server checks that who ends a sign-in is who began it (PKCE)."""
    answer = there.get("/.well-known/oauth-authorization-server")
    methods = answer.body.get("code_challenge_methods_supported")
    return answer.is_fine and isinstance(methods, list) and "S256" in methods


def _no_mastodon(there: Server, answer: Answer) -> NothingSent:
    """Return why SocialCoach could not make itself known."""
    elsewhere = sent_on_to(answer)
    if elsewhere and elsewhere != there.host.partition(":")[0]:
        return NothingSent("mastodon.moved", server=there.host, other=elsewhere)
    if answer.status == 429 or answer.status >= 500:
        return there.trouble(answer)
    return NothingSent("mastodon.not_mastodon", server=there.host)
