"""The rules of sending a post oneself: what may go out, when, and how an attempt ended."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

from socialcoach.core.errors import UserError
from socialcoach.core.planning.account import Account
from socialcoach.core.planning.account_state import wait_until
from socialcoach.core.planning.counting import graphemes
from socialcoach.core.planning.outgoing import OutgoingPost
from socialcoach.core.planning.platform_facts import PlatformFacts
from socialcoach.core.planning.publication import Publication, PublicationStatus
from socialcoach.core.planning.text_check import NoteCode, TextCheck, check_text

SETTLED_AFTER = timedelta(minutes=2)
"""Until then a post whose answer was lost may still be on its way through the server."""

CLOCK_OFF = timedelta(minutes=5)
"""A clock further off than this puts posts into the wrong order over there."""


class Ending(StrEnum):
    """How an attempt ended. ``UNSURE``: it may be out; nobody may send it again before looking."""

    OUT = "out"
    FAILED = "failed"
    UNSURE = "unsure"


@dataclass(frozen=True)
class Outcome:
    """What came of sending or looking.

    ``code`` and ``facts`` say what went wrong, as ``services.words.publishing`` puts it; ``until``
    (UTC) is when the server may be asked again; ``clock_off_minutes`` as in ``Sent``.
    """

    publication: Publication
    ending: Ending
    code: str = ""
    facts: Mapping[str, object] = field(default_factory=dict)
    until: datetime | None = None
    clock_off_minutes: int = 0


def current(entries: Iterable[Publication], platform: str) -> Publication | None:
    """Return the entry that stands for a post on a platform now: the latest one."""
    found = [entry for entry in entries if entry.platform == platform]
    return found[-1] if found else None


def refuse_unless_free(entry: Publication | None) -> None:
    """Raise ``UserError`` when a post must not be sent now, for it is out or may be."""
    if entry is None:
        return
    if entry.status is PublicationStatus.SENDING:
        raise UserError("sending.look_first")
    if entry.status is PublicationStatus.HANDED_OVER:
        raise UserError("sending.handed_over")
    if entry.status is PublicationStatus.OUT:
        raise UserError("sending.already_out")


def refuse_other_account(entry: Publication | None, account: Account) -> None:
    """Raise ``UserError("sending.other_account")`` when it was begun through another account."""
    if entry is not None and entry.account_id and entry.account_id != account.id:
        raise UserError("sending.other_account", handle=account.handle)


def refuse_while_waiting(account: Account, now: datetime) -> None:
    """Raise ``UserError("sending.wait")`` while the server wants to be left alone."""
    until = wait_until(account)
    if until is not None and until > now:
        raise UserError("sending.wait", server=account.server, until=until)


def refuse_what_cannot_go(
    post: OutgoingPost, sizes: Sequence[int], facts: PlatformFacts, limits: Mapping[str, int]
) -> None:
    """Raise ``UserError`` for what the platform would refuse: the text first, then the pictures.

    ``sizes`` are those of the pictures in bytes; ``limits`` what the account's own server says.
    """
    name = facts.name
    if not post.text.strip() and not post.pictures:
        raise UserError("handover.empty")
    check = check_text(post.text, facts, _room(post, facts, limits))
    if not check.fits:
        raise _text_error(check, name)
    most = limits.get("max_media_attachments", facts.pictures.most)
    if len(sizes) > most:
        raise UserError("sending.too_many_pictures", most=most, platform=name)
    largest = limits.get("image_size_limit", facts.pictures.max_bytes)
    if largest is not None and any(size > largest for size in sizes):
        raise UserError("sending.picture_too_large", platform=name)
    if any(size == 0 for size in sizes):
        raise UserError("sending.picture_empty")


def _room(post: OutgoingPost, facts: PlatformFacts, limits: Mapping[str, int]) -> int | None:
    """Return how long the text may be, None for as long as the platform says.

    The account's own server may say otherwise, and a warning counts like the text.
    """
    told = limits.get("max_characters")
    if not post.warning:
        return told
    return max(0, (facts.text.limit if told is None else told) - graphemes(post.warning))


def _text_error(check: TextCheck, platform: str) -> UserError:
    codes = {note.code for note in check.notes if note.stops}
    if NoteCode.TOO_LONG in codes:
        return UserError("sending.too_long", over=check.over_by, platform=platform)
    if NoteCode.TOO_MANY_BYTES in codes:
        return UserError("sending.too_many_bytes", platform=platform)
    return UserError("sending.text", platform=platform)
