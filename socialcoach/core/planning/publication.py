"""A post going out on one platform: planned, handed over or sent, and out; or imported."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class PublicationStatus(StrEnum):
    """What is known of a publication.

    ``SENDING`` is written before the call, and stays when the answer is lost: then it is looked up
    before anything is sent again. ``FAILED`` means it is certain that nothing went out.
    """

    PLANNED = "planned"
    HANDED_OVER = "handed_over"
    SENDING = "sending"
    FAILED = "failed"
    OUT = "out"


class Source(StrEnum):
    """How SocialCoach knows of a publication."""

    COPY_AND_OPEN = "copy_and_open"
    DIRECT = "direct"
    IMPORT = "import"
    SAMPLE = "sample"


@dataclass(frozen=True)
class Publication:
    """One post on one platform.

    ``at`` is when it is planned for, was handed over or went out, in UTC; ``text`` is what went out
    there; ``external_key`` is the platform's own id or the link, which keeps an import from
    doubling it. ``planned_for`` (UTC) and ``zone`` (IANA name) stay when it is out. ``account_id``
    is the account SocialCoach sends through, ``attempt_key`` is chosen before the first try so
    that a second one cannot double the post, ``problem`` the code of what went wrong last.
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
    planned_for: datetime | None = None
    zone: str = ""
    account_id: str = ""
    attempt_key: str = ""
    problem: str = ""


@dataclass(frozen=True)
class FeedPost:
    """One published post as the feed mix sees it, with its platform and whether it sells."""

    post_id: int
    platform: str
    at: datetime
    selling: bool
    kind: str = "other"
    text: str = ""
