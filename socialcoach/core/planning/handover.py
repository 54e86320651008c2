"""Handing a post over to a platform's own page, and recognising the link that comes back."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import SplitResult, quote, urlsplit

from socialcoach.core.errors import UserError
from socialcoach.core.planning.platform_facts import PlatformFacts

LONGEST_ADDRESS = 2_000
"""Longer addresses are cut by Windows and some browsers (about 2,083, checked 2026-11-22)."""

_NAME = re.compile(r"(?!-)[a-z0-9-]{1,63}(?<!-)")
_SHORT_PATH = re.compile(r"/[\w-]{3,40}/?(?:\?.*)?", re.ASCII | re.DOTALL)


@dataclass(frozen=True)
class Handover:
    """The address to open, and whether the words are already filled in there."""

    address: str
    prefilled: bool


def compose_address(
    facts: PlatformFacts, text: str, *, title: str = "", server: str = ""
) -> Handover:
    """Return the page on which to write the post, with the words filled in where that works.

    Falls back to the bare page when the address would be longer than ``LONGEST_ADDRESS``.
    ``server`` is the owner's own server ("mastodon.social"), needed by Mastodon only; without one
    the network's own page asks for it. A wrong server name raises ``UserError("handover.server")``.
    """
    host = clean_server(server) if server.strip() else ""
    words = {"text": _encoded(text), "title": _encoded(title or _first_line(text)), "server": host}
    address = _filled(_template(facts, host), words)
    if address and len(address) <= LONGEST_ADDRESS:
        return Handover(address, prefilled=bool(text))
    return Handover(_bare_page(facts, host), prefilled=False)


def clean_server(typed: str) -> str:
    """Return the host name of a server as typed ("https://Mastodon.social/", "@ann@mas.to").

    Raises ``UserError("handover.server", server=...)`` for anything but a plain, secure host.
    """
    name = typed.strip().rsplit("@", maxsplit=1)[-1].casefold()
    name = name.removeprefix("https://").rstrip("/").rstrip(".")
    labels = name.split(".")
    if len(name) > 253 or len(labels) < 2 or not all(_NAME.fullmatch(label) for label in labels):
        raise UserError("handover.server", server=typed.strip())
    if labels[-1].isdigit():
        raise UserError("handover.server", server=typed.strip())
    return name


def looks_like_post_link(facts: PlatformFacts, url: str) -> bool:
    """Tell whether ``url`` is a link to a post on this platform.

    Only ``https`` with the platform's own host name passes: a look-alike
    (``facebook.com.example.org``, Cyrillic letters, a name before an ``@``, a port) does not.
    """
    parts = _secure_parts(url.strip())
    if parts is None or parts.hostname is None:
        return False
    path = parts.path + (f"?{parts.query}" if parts.query else "")
    if parts.hostname in facts.post_link.short_hosts:
        return _SHORT_PATH.fullmatch(path) is not None
    known = _host_is_known(parts.hostname, facts.post_link.hosts)
    return known and re.fullmatch(facts.post_link.pattern, path) is not None


def _secure_parts(url: str) -> SplitResult | None:
    """Return the parts of a plain https address, or None for anything odd."""
    if len(url) > LONGEST_ADDRESS or any(sign.isspace() or sign in "\\\x00" for sign in url):
        return None
    try:
        parts = urlsplit(url)
        odd = parts.port is not None or "@" in parts.netloc
    except ValueError:
        return None
    host = parts.hostname or ""
    plain = host.isascii() and "xn--" not in host and "." in host
    return parts if parts.scheme == "https" and plain and not odd else None


def _host_is_known(host: str, allowed: tuple[str, ...]) -> bool:
    """Compare a host with the platform's; no list means that any server may be right."""
    if not allowed:
        return all(_NAME.fullmatch(label) for label in host.split("."))
    return any(
        host.endswith(name[1:]) if name.startswith("*.") else host == name for name in allowed
    )


def _template(facts: PlatformFacts, server: str) -> str:
    needs_server = "{server}" in facts.compose.prefill
    return facts.compose.serverless if needs_server and not server else facts.compose.prefill


def _bare_page(facts: PlatformFacts, server: str) -> str:
    if "{server}" in facts.compose.page and not server:
        return _filled(facts.compose.serverless, {"text": "", "title": "", "server": ""})
    return _filled(facts.compose.page, {"server": server})


def _filled(template: str, words: dict[str, str]) -> str:
    """Fill a template without reading braces in the words themselves as places to fill."""
    return re.sub(r"\{(text|title|server)\}", lambda place: words.get(place[1], ""), template)


def _encoded(text: str) -> str:
    """Percent-encode everything; a plus for a blank would show up as a plus in some apps."""
    return quote(text, safe="", errors="replace")


def _first_line(text: str) -> str:
    return next((line.strip() for line in text.splitlines() if line.strip()), "")
