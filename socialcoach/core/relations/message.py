"""What somebody wrote to the business, and what became of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum


class MessageStatus(StrEnum):
    """Where a message stands. ``DONE`` needs no answer, or no further one."""

    WAITING = "waiting"
    ANSWERED = "answered"
    DONE = "done"


class Shelf(StrEnum):
    """The lists the owner looks at. ``FOLLOW_UP`` holds whatever has a date to come back to."""

    WAITING = "waiting"
    FOLLOW_UP = "follow_up"
    ANSWERED = "answered"
    DONE = "done"


class Mood(StrEnum):
    """How somebody sounds."""

    HAPPY = "happy"
    NEUTRAL = "neutral"
    WORRIED = "worried"
    CROSS = "cross"


class Permission(StrEnum):
    """Whether praise may be shown to others."""

    NOT_ASKED = ""
    ASKED = "asked"
    GIVEN = "given"
    REFUSED = "refused"


class Care(StrEnum):
    """The owner's own word on whether a message needs care; ``AS_READ`` leaves it to the rule."""

    AS_READ = ""
    FINE = "fine"
    CAREFUL = "careful"


@dataclass(frozen=True)
class Message:
    """One message and its answer. All times are in UTC.

    ``mood`` is one of ``Mood`` or a word of the owner's own. ``answer`` is the answer while it is
    being written, too, as ``status`` tells. ``remote_id`` is the network's own id, empty for what
    was typed in. ``rests_until`` is when the owner wants to look at it again with a cool head.
    ``post_id`` is the post that answers this question for everyone, None when there is none.
    """

    id: int
    handle_id: int
    platform: str
    said: str
    wrote_at: datetime
    mood: str = Mood.NEUTRAL
    needs: str = ""
    status: MessageStatus = MessageStatus.WAITING
    answered_at: datetime | None = None
    answer: str = ""
    link: str = ""
    remote_id: str = ""
    follow_up_on: date | None = None
    permission: Permission = Permission.NOT_ASKED
    care: Care = Care.AS_READ
    rests_until: datetime | None = None
    post_id: int | None = None

    @property
    def is_waiting(self) -> bool:
        """Tell whether somebody waits for an answer."""
        return self.status is MessageStatus.WAITING

    def waited(self, now: datetime) -> timedelta:
        """Return how long the answer took, or has been waited for at ``now``."""
        return (self.answered_at or now) - self.wrote_at

    def is_resting(self, now: datetime) -> bool:
        """Tell whether the owner put it aside for a moment."""
        return self.is_waiting and self.rests_until is not None and self.rests_until > now


@dataclass(frozen=True)
class MessageLine:
    """What a list shows of a message; ``said`` is its beginning."""

    id: int
    name: str
    platform: str
    said: str
    wrote_at: datetime
    status: MessageStatus
    answered_at: datetime | None
    follow_up_on: date | None
    rests_until: datetime | None
