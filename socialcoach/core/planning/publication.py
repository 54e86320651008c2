"""A post going out on one platform: handed over, confirmed by the owner, or imported."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class PublicationStatus(StrEnum):
    """What is known of a publication."""

    HANDED_OVER = "handed_over"
    OUT = "out"


class Source(StrEnum):
    """How SocialCoach knows of a publication."""

    COPY_AND_OPEN = "copy_and_open"
    IMPORT = "import"
    SAMPLE = "sample"


@dataclass(frozen=True)
class Publication:
    """One post on one platform.

    ``at`` is when it was handed over or went out, in UTC; ``text`` is what went out there;
    ``external_key`` is the platform's own id or the link, which keeps an import from doubling it.
    """

    id: int
    post_id: int
    platform: str
    status: PublicationStatus
    at: datetime
    text: str
    permalink: str = ""
    external_key: str = ""
    source: Source = Source.COPY_AND_OPEN


@dataclass(frozen=True)
class FeedPost:
    """One published post as the feed mix sees it, with its platform and whether it sells."""

    post_id: int
    platform: str
    at: datetime
    selling: bool
    kind: str = "other"
    text: str = ""
