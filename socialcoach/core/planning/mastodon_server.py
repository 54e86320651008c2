"""The server an owner types to connect Mastodon: cleaned, and refused in words where it is odd."""

from __future__ import annotations

import re

from socialcoach.core.errors import UserError

LONGEST_HOST = 253

_LABEL = r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"
_HOST = re.compile(rf"(?:{_LABEL}\.)+[a-z](?:[a-z0-9-]{{0,61}}[a-z0-9])?(?::\d{{1,5}})?")
_LOOPBACK = re.compile(r"(?:localhost|127\.0\.0\.1)(?::\d{1,5})?")
_INVISIBLE = re.compile(r"[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_SCHEME = re.compile(r"^(https?):/{0,2}", re.IGNORECASE)


def clean_mastodon_server(typed: str, *, loopback: bool = False) -> str:
    """Return the host name of a server as typed, with its port where it has one.

    ``Mastodon.social``, ``https://mastodon.social/@rosa`` and ``@rosa@mastodon.social`` all mean
    ``mastodon.social``. ``loopback`` lets a server on this very computer pass, for tests. Raises
    ``UserError`` with the code ``mastodon.server_blank``, ``server_spaces``, ``server_http``,
    ``server_letters`` or ``server``.
    """
    shown = typed.strip()
    name = _INVISIBLE.sub("", shown).casefold()
    scheme = _SCHEME.match(name)
    host = _SCHEME.sub("", name).partition("/")[0].partition("?")[0].rstrip(".")
    if scheme is None:  # "@rosa@mastodon.social" is how people write where they are
        host = host.rpartition("@")[2]
    if loopback and _LOOPBACK.fullmatch(host):
        return host
    if not host:
        raise UserError("mastodon.server_blank")
    if scheme is not None and scheme[1] == "http":
        raise UserError("mastodon.server_http", server=shown)
    _refuse_odd(host, shown)
    return host


def server_address(host: str) -> str:
    """Return the address of a host that ``clean_mastodon_server`` let pass."""
    return f"http://{host}" if _LOOPBACK.fullmatch(host) else f"https://{host}"


def _refuse_odd(host: str, shown: str) -> None:
    if any(sign.isspace() for sign in host):
        raise UserError("mastodon.server_spaces", server=shown)
    if not host.isascii() or "xn--" in host:
        foreign = " ".join(dict.fromkeys(sign for sign in host if not sign.isascii()))
        raise UserError("mastodon.server_letters", server=shown, letters=foreign or "xn--")
    if len(host) > LONGEST_HOST or not _HOST.fullmatch(host):
        raise UserError("mastodon.server", server=shown)
