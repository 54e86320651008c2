"""Waits on this computer for the browser to come back from a server with the owner's yes.

Only this computer can reach it, it answers one right request and then is gone. The address has a
port chosen by the system, so two can wait at once.
"""

from __future__ import annotations

import hmac
import socket
import threading
from contextlib import suppress
from gettext import gettext as _
from html import escape
from time import monotonic
from urllib.parse import parse_qs, urlsplit

from socialcoach.core.errors import UserError

HERE = "127.0.0.1"
PATH = "/socialcoach"
PATIENCE_S = 600.0
"""How long the owner may take to sign in, in seconds."""

LOOK_S = 0.2
REQUEST_S = 5.0
LONGEST_REQUEST = 16_384


class BrowserReturn:
    """Listens from the moment it is made until ``close``; ``wait`` belongs into a worker.

    Raises ``OSError`` when no port can be had; then the owner copies a code instead.
    """

    def __init__(self) -> None:
        self._socket = socket.create_server((HERE, 0), backlog=4)
        self._socket.settimeout(LOOK_S)
        self._cancelled = threading.Event()
        self._waited_for = False
        self.address = f"http://{HERE}:{self._socket.getsockname()[1]}{PATH}"

    def wait(self, state: str, patience_s: float = PATIENCE_S) -> str:
        """Return the code the browser brings for this sign-in, and stop listening.

        ``state`` is what was sent along; anything else that calls is turned away. Raises
        ``UserError`` with the code ``mastodon.denied``, ``mastodon.waited_too_long`` or
        ``mastodon.cancelled``.
        """
        end = monotonic() + patience_s
        self._waited_for = True
        try:
            while monotonic() < end:
                if self._cancelled.is_set():
                    raise UserError("mastodon.cancelled")
                code = self._next_code(state)
                if code is not None:
                    return code
            raise UserError("mastodon.waited_too_long")
        finally:
            self.close()

    def cancel(self) -> None:
        """Let go of whoever waits, and stop listening; may be called from any thread."""
        self._cancelled.set()
        if not self._waited_for:
            self.close()

    def close(self) -> None:
        """Stop listening."""
        self._socket.close()

    def _next_code(self, state: str) -> str | None:
        """Answer one caller and return the code it brought, None when it brought none."""
        try:
            caller, _address = self._socket.accept()
        except TimeoutError:
            return None
        with caller, suppress(OSError):
            caller.settimeout(REQUEST_S)
            fields = _fields(_first_line(caller))
            is_ours = hmac.compare_digest(fields.get("state", "").encode(), state.encode())
            if not is_ours:
                _reply(caller, "404 Not Found", _("This page is not for you."))
                return None
            if not fields.get("code"):
                _reply(caller, "200 OK", _("Nothing was connected. You can close this page."))
                raise UserError("mastodon.denied")
            said = _("Done. You can close this page and go back to SocialCoach.")
            _reply(caller, "200 OK", said)
            return fields["code"]
        return None


def _first_line(caller: socket.socket) -> str:
    """Read a request as far as its empty line and return its first line."""
    data, end = b"", monotonic() + REQUEST_S
    while b"\r\n\r\n" not in data and len(data) < LONGEST_REQUEST and monotonic() < end:
        piece = caller.recv(4_096)
        if not piece:
            break
        data += piece
    return data.partition(b"\r\n")[0].decode("ascii", "replace")


def _fields(first_line: str) -> dict[str, str]:
    """Return what stands behind the question mark, empty for any other page or kind of request."""
    words = first_line.split(" ")
    if len(words) != 3 or words[0] != "GET":
        return {}
    try:
        target = urlsplit(words[1])
        found = parse_qs(target.query, max_num_fields=20)
    except ValueError:
        return {}
    return {name: values[0] for name, values in found.items()} if target.path == PATH else {}


def _reply(caller: socket.socket, status: str, words: str) -> None:
    body = (
        '<!doctype html><html><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width"><title>SocialCoach</title></head>'
        f'<body style="font: 1.2em sans-serif; margin: 4em auto; max-width: 30em">'
        f"<h1>SocialCoach</h1><p>{escape(words)}</p></body></html>"
    ).encode()
    head = (
        f"HTTP/1.1 {status}\r\nContent-Type: text/html; charset=utf-8\r\n"
        f"Content-Length: {len(body)}\r\nCache-Control: no-store\r\n"
        "Referrer-Policy: no-referrer\r\nConnection: close\r\n\r\n"
    )
    caller.sendall(head.encode("ascii") + body)
