"""Links in a letter: to the place where one can buy or book, not to the social page.

Serves the outside approach: people whom others send should arrive where they can become customers.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

ADDRESS = re.compile(r"(?<![@\w./-])(?:https?://)?((?:[\w-]+\.)+[a-z]{2,})(/[^\s<>\"\]]*)?", re.I)


@dataclass(frozen=True)
class SocialLink:
    """A link to a social page: where it stands (code points), its address and the platform."""

    start: int
    end: int
    address: str
    platform: str


def social_links(text: str, hosts: Mapping[str, str]) -> tuple[SocialLink, ...]:
    """Return the links that lead to a social page.

    ``hosts`` gives the platform's key for each host, without ``www.``; subdomains count too.

    Serves the outside approach: links lead to where one can buy or book.
    """
    found = []
    for match in ADDRESS.finditer(text):
        platform = _platform(match.group(1), hosts)
        if platform:
            address = match.group(0).rstrip(".,;:!?)'’")
            end = match.start() + len(address)
            found.append(SocialLink(match.start(), end, address, platform))
    return tuple(found)


def with_shop_link(text: str, link: SocialLink, shop: str) -> str:
    """Return the text with the shop's address where the social page's stood."""
    return text[: link.start] + shop.strip() + text[link.end :]


def plain_host(host: str) -> str:
    """Return a host as it is compared: small letters, no ``www.`` or ``m.``."""
    return re.sub(r"^(?:www|m|mobile)\.", "", host.casefold())


def _platform(host: str, hosts: Mapping[str, str]) -> str:
    plain = plain_host(host)
    parts = plain.split(".")
    tails = (".".join(parts[place:]) for place in range(len(parts) - 1))
    return next((hosts[tail] for tail in tails if tail in hosts), "")
