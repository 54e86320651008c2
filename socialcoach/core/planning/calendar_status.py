"""Where a post stands, in the one word the calendar shows for it."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from socialcoach.core.planning.post import Post, PostStatus
from socialcoach.core.planning.publication import Publication, PublicationStatus


class EntryStatus(StrEnum):
    """Idea, draft, ready, planned, then out or missed.

    ``ASKED`` lies between: it was handed over or sent, and it is not known yet whether it is out.
    """

    IDEA = "idea"
    DRAFT = "draft"
    READY = "ready"
    PLANNED = "planned"
    ASKED = "asked"
    OUT = "out"
    MISSED = "missed"


MOVABLE = frozenset(
    {
        EntryStatus.IDEA,
        EntryStatus.DRAFT,
        EntryStatus.READY,
        EntryStatus.PLANNED,
        EntryStatus.MISSED,
    }
)
"""What may still be given another day; what is out or on its way has its place in history."""


def entry_status(post: Post, publication: Publication | None, now: datetime) -> EntryStatus | None:
    """Return how a post stands on one platform; None when it has no place in the calendar.

    ``publication`` is None for a post without a day. A day that has passed outranks what the post
    was: a place for an idea that nothing came of is missed too. On a day to come an idea and a
    draft are shown as such, since there is still something to write; only a ready post is planned.
    """
    if post.status is PostStatus.DELETED and not _has_left(publication):
        return None
    if publication is None:
        return _without_a_day(post)
    if publication.status is PublicationStatus.PLANNED:
        when = publication.planned_for or publication.at
        return EntryStatus.MISSED if when <= now else _with_a_day(post)
    return {
        PublicationStatus.HANDED_OVER: EntryStatus.ASKED,
        PublicationStatus.SENDING: EntryStatus.ASKED,
        PublicationStatus.FAILED: EntryStatus.MISSED,
        PublicationStatus.OUT: EntryStatus.OUT,
    }[publication.status]


def _has_left(publication: Publication | None) -> bool:
    return publication is not None and publication.status is PublicationStatus.OUT


def _without_a_day(post: Post) -> EntryStatus | None:
    if post.status is PostStatus.OUT:
        return None
    if post.status is PostStatus.READY and post.is_written:
        return EntryStatus.READY
    return EntryStatus.IDEA if post.status is PostStatus.IDEA else EntryStatus.DRAFT


def _with_a_day(post: Post) -> EntryStatus:
    """Return what a post with a day to come is; one already out elsewhere was written long ago."""
    if post.status is PostStatus.IDEA:
        return EntryStatus.IDEA
    is_ready = post.status in (PostStatus.READY, PostStatus.OUT) and post.is_written
    return EntryStatus.PLANNED if is_ready else EntryStatus.DRAFT
