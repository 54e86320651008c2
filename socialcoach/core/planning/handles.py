"""What owners type to sign in on Bluesky: a handle, an app password, the name of a server.

Sources, checked 2026-11-22: atproto.com/specs/handle (labels of a-z, 0-9 and hyphens, 253 signs in
all, the last label begins with a letter); an app password is four groups of four, as a server of
Bluesky's own software makes them.
"""

from __future__ import annotations

import re

from socialcoach.core.errors import UserError

HOME_SERVER = "bsky.social"
"""Where nearly all accounts live; a bare name means one of its handles."""

LONGEST_HANDLE = 253
_LABEL = r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"
_HANDLE = re.compile(rf"(?:{_LABEL}\.)+[a-z](?:[a-z0-9-]{{0,61}}[a-z0-9])?")
_HOST = re.compile(rf"(?:{_LABEL}\.)+[a-z](?:[a-z0-9-]{{0,61}}[a-z0-9])?(?::\d{{1,5}})?")
_LOOPBACK = re.compile(r"(?:localhost|127\.0\.0\.1|\[::1\])(?::\d{1,5})?")
_APP_PASSWORD = re.compile(r"[a-z0-9]{4}(?:-[a-z0-9]{4}){3}")
_PROFILE = re.compile(r"^(?:https://)?bsky\.app/profile/([^/?#]+)/?$", re.IGNORECASE)
_INVISIBLE = re.compile(r"[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")


def clean_handle(typed: str) -> str:
    """Return a handle as the server knows it ("@Rosa" is "rosa.bsky.social").

    A link to one's own profile is fine too. Raises ``UserError`` with the code
    ``account.handle_blank``, ``handle_spaces``, ``handle_letters``, ``handle_mail`` or ``handle``.
    """
    name = _INVISIBLE.sub("", typed).strip()
    name = _PROFILE.sub(r"\1", name).removeprefix("@").casefold().rstrip(".")
    if not name:
        raise UserError("account.handle_blank")
    if any(sign.isspace() for sign in name):
        raise UserError("account.handle_spaces", handle=typed.strip())
    if not name.isascii():
        raise UserError("account.handle_letters", handle=typed.strip(), letters=_foreign(name))
    if "@" in name:
        raise UserError("account.handle_mail", handle=typed.strip())
    if "." not in name:
        name = f"{name}.{HOME_SERVER}"
    if len(name) > LONGEST_HANDLE or not _HANDLE.fullmatch(name):
        raise UserError("account.handle", handle=typed.strip())
    return name


def clean_app_password(typed: str) -> str:
    """Return a password without the blanks that copying adds; blank ones are refused."""
    password = _INVISIBLE.sub("", typed).strip()
    if not password:
        raise UserError("account.password_blank")
    return password


def is_app_password(password: str) -> bool:
    """Tell whether this has the shape of an app password, not of the account's own."""
    return _APP_PASSWORD.fullmatch(password) is not None


def clean_host(typed: str, *, loopback: bool = False) -> str:
    """Return the host name of a server as typed, with its port where it has one.

    Only secure servers pass; ``loopback`` also lets this very computer pass, for tests. Raises
    ``UserError`` with the code ``account.server_http``, ``server_letters`` or ``server``.
    """
    name = _INVISIBLE.sub("", typed).strip().casefold().rstrip("/")
    if loopback and _LOOPBACK.fullmatch(name.removeprefix("http://")):
        return name.removeprefix("http://")
    if name.startswith("http://"):
        raise UserError("account.server_http", server=typed.strip())
    name = name.removeprefix("https://").rstrip(".")
    if not name.isascii() or "xn--" in name:
        raise UserError("account.server_letters", server=typed.strip(), letters=_foreign(name))
    if len(name) > LONGEST_HANDLE or not _HOST.fullmatch(name):
        raise UserError("account.server", server=typed.strip())
    return name


def base_address(host: str) -> str:
    """Return the address of a host that ``clean_host`` let pass."""
    return f"http://{host}" if _LOOPBACK.fullmatch(host) else f"https://{host}"


def _foreign(name: str) -> str:
    """Return the letters that are not of the plain alphabet, each once."""
    return " ".join(dict.fromkeys(sign for sign in name if not sign.isascii())) or "xn--"
