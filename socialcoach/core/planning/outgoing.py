"""What goes out to a network, and what comes back: the words both sides agree on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path


class Visibility(StrEnum):
    """Who may see a post, where the network lets one choose (Mastodon)."""

    PUBLIC = "public"
    UNLISTED = "unlisted"
    FOLLOWERS = "private"


CHOOSES_READERS = frozenset({"mastodon"})
"""Platforms where one may choose who sees a post, and put a warning before it."""


@dataclass(frozen=True)
class Choices:
    """What the owner chose for one post where ``CHOOSES_READERS``: readers, and a warning."""

    visibility: Visibility = Visibility.PUBLIC
    warning: str = ""


@dataclass(frozen=True)
class OutgoingPicture:
    """A picture as it leaves: ``file`` holds no location, ``alt`` describes it; sizes in pixels."""

    file: Path
    mime: str
    alt: str
    width: int
    height: int


@dataclass(frozen=True)
class OutgoingPost:
    """A post as it leaves.

    ``language`` is a BCP 47 tag such as ``en``, empty when nobody can tell; ``warning`` is shown
    before the text where the network has that (Mastodon), empty for none.
    """

    text: str
    pictures: tuple[OutgoingPicture, ...] = ()
    language: str = "en"
    visibility: Visibility = Visibility.PUBLIC
    warning: str = ""


@dataclass(frozen=True)
class Sent:
    """A post that is out: the network's own id, its link, and when, in UTC.

    ``clock_off_minutes`` tells how far this computer's clock is from the server's, 0 when it is
    right: positive when ours is ahead.
    """

    remote_id: str
    permalink: str
    at: datetime
    clock_off_minutes: int = 0


@dataclass(frozen=True)
class FoundReply:
    """Somebody wrote to the owner: under a post, or anywhere by naming them.

    ``remote_id`` never comes twice; ``about_remote_id`` is the post it answers, empty for none.
    """

    platform: str
    remote_id: str
    about_remote_id: str
    name: str
    handle: str
    text: str
    wrote_at: datetime
    link: str


@dataclass(frozen=True)
class FoundResponse:
    """What one post brought so far; ``replies`` are the new ones to keep."""

    remote_id: str
    likes: int
    reposts: int
    reply_count: int
    replies: tuple[FoundReply, ...] = ()
