"""The business itself: trade, place, customers, and how much help its owner wants."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Comfort(StrEnum):
    """How at ease the owner is with computers; sets how much the app explains."""

    AT_EASE = "at_ease"
    SOME = "some"
    NEW = "new"


class Reach(StrEnum):
    """Where the customers are."""

    NEARBY = "nearby"
    ANYWHERE = "anywhere"
    BUSINESSES = "businesses"


class CanMake(StrEnum):
    """What the owner can make without strain."""

    SHORT_WORDS = "short_words"
    LONG_WORDS = "long_words"
    PHOTOS = "photos"
    SHORT_VIDEO = "short_video"
    LONG_VIDEO = "long_video"


AGE_GROUPS = ("18-29", "30-49", "50-64", "65+")
"""Customers' age groups, the ones Pew Research reports (checked 2026-11-22)."""


@dataclass(frozen=True)
class Business:
    """Facts about the business, as the owner gave them; empty text means not answered yet.

    ``trade`` is a key of ``resources/trades.toml`` or the owner's own word; ``country`` an ISO 3166
    two-letter code; ``zone`` an IANA time zone name such as ``Europe/London``.
    ``is_brand`` is the "I am the brand" mode: talking about oneself is then not selling.
    ``shop_link`` is where people can buy or book, as an address.
    """

    name: str = ""
    owner: str = ""
    trade: str = ""
    town: str = ""
    country: str = ""
    zone: str = "UTC"
    customers: str = ""
    customer_ages: tuple[str, ...] = ()
    reach: Reach = Reach.NEARBY
    can_make: tuple[CanMake, ...] = ()
    comfort: Comfort = Comfort.SOME
    is_brand: bool = False
    shop_link: str = ""
