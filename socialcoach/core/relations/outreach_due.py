"""Which promoters to get back to, and why.

Serves the outside approach: an acquaintance grows by small, regular kindness, never by pushing.
So one gentle reminder is suggested after an offer, then rest; those who asked not to be contacted
are never suggested.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from socialcoach.core.relations.promoter import Promoter, Stage

ASK_ONCE_DAYS = 10
"""Days of silence after an offer until one kind word is due. A habit of courtesy, our judgement."""

LET_REST_DAYS = 30
"""Days of silence after an offer until it is kinder to let it rest."""

KEEP_WARM_DAYS = 21
"""Days without contact while warming up until a hello is due."""

SAY_THANKS_DAYS = 45
"""Days without contact with somebody who works with us until a thank you is due."""


class DueReason(StrEnum):
    """Why a promoter is due; the first is the owner's own date and outranks the others."""

    YOUR_DATE = "your_date"
    ASK_ONCE = "ask_once"
    SAY_THANKS = "say_thanks"
    KEEP_WARM = "keep_warm"
    LET_REST = "let_rest"


@dataclass(frozen=True)
class Due:
    """A promoter who is due.

    ``days`` counts since the owner's date, else since the last contact (or the stage's day).
    """

    promoter: Promoter
    why: DueReason
    days: int


def due_promoters(promoters: Iterable[Promoter], today: date) -> tuple[Due, ...]:
    """Return who is due today, the owner's own dates first, the longest wait first.

    A date of the owner's in the future silences every other reason. ``last_contact_at`` counts by
    its UTC date: a day more or less changes nothing in a rhythm of weeks.

    Serves the principle that an acquaintance grows by small kindness, never by pushing.
    """
    found = [due for one in promoters if (due := _due(one, today)) is not None]
    order = tuple(DueReason)
    return tuple(sorted(found, key=lambda due: (order.index(due.why), -due.days)))


def _due(one: Promoter, today: date) -> Due | None:
    if one.do_not_contact:
        return None
    if one.next_on is not None:
        late = (today - one.next_on).days
        return Due(one, DueReason.YOUR_DATE, late) if late >= 0 else None
    since = _quiet_since(one)
    if since is None:
        return None
    days = (today - since).days
    why = _why(one.stage, days)
    return Due(one, why, days) if why is not None else None


def _quiet_since(one: Promoter) -> date | None:
    spoke = one.last_contact_at.date() if one.last_contact_at else None
    known = [day for day in (spoke, one.stage_on) if day is not None]
    return max(known, default=None)


def _why(stage: Stage, days: int) -> DueReason | None:
    if stage is Stage.OFFERED and days >= LET_REST_DAYS:
        return DueReason.LET_REST
    waits = {
        Stage.OFFERED: (ASK_ONCE_DAYS, DueReason.ASK_ONCE),
        Stage.WORKING_TOGETHER: (SAY_THANKS_DAYS, DueReason.SAY_THANKS),
        Stage.WARMING_UP: (KEEP_WARM_DAYS, DueReason.KEEP_WARM),
    }
    least, why = waits.get(stage, (0, None))
    return why if why is not None and days >= least else None
