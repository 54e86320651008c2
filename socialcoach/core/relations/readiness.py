"""Are we ready to ask others to recommend us? Three questions before the first letter.

Serves the principle that product and kept expectations make trust: a recommendation of something
that disappoints costs two reputations. The answers guide, they never block.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

LOOK_AGAIN_DAYS = 90
"""After a quarter the answers may no longer be true."""

FEW_ANSWERED_IN_TIME = 0.8
"""Below this share answered in time, the promise to answer is not kept."""

ENOUGH_TO_JUDGE = 5
"""From this many messages on the share answered in time says something."""


class ReadyAnswer(StrEnum):
    """How the owner answers."""

    YES = "yes"
    ALMOST = "almost"
    NOT_YET = "not_yet"


@dataclass(frozen=True)
class Readiness:
    """The owner's answers; None or empty while unanswered. ``on`` is the day of the last one."""

    product: ReadyAnswer | None = None
    promise: ReadyAnswer | None = None
    gain: str = ""
    on: date | None = None

    @property
    def is_answered(self) -> bool:
        """Tell whether all three questions have an answer."""
        return bool(self.product and self.promise and self.gain.strip())


@dataclass(frozen=True)
class ReadyFigures:
    """The owner's own figures: people waiting now, how many of them longer than promised.

    ``wrote`` and ``in_time`` count the people of the last month with messages.
    """

    promised_hours: int = 24
    waiting: int = 0
    late: int = 0
    wrote: int = 0
    in_time: int = 0


class ReadyCode(StrEnum):
    """What to say about being ready."""

    PRODUCT_FIRST = "product_first"
    ANSWER_FIRST = "answer_first"
    PROMISE_FIRST = "promise_first"
    THINK_OF_THEM = "think_of_them"
    LOOK_AGAIN = "look_again"
    READY = "ready"


def ready_notes(readiness: Readiness, figures: ReadyFigures, today: date) -> tuple[ReadyCode, ...]:
    """Return what to say, the most helpful first; nothing while nothing was answered.

    Serves the principle that a product and kept promises come before being recommended.
    """
    if readiness.on is None:
        return ()
    found = {
        ReadyCode.PRODUCT_FIRST: readiness.product is ReadyAnswer.NOT_YET,
        ReadyCode.ANSWER_FIRST: figures.late > 0,
        ReadyCode.PROMISE_FIRST: _promise_breaks(readiness, figures),
        ReadyCode.THINK_OF_THEM: not readiness.gain.strip(),
        ReadyCode.LOOK_AGAIN: (today - readiness.on).days >= LOOK_AGAIN_DAYS,
    }
    notes = tuple(code for code, true in found.items() if true)
    return notes or ((ReadyCode.READY,) if readiness.is_answered else ())


def _promise_breaks(readiness: Readiness, figures: ReadyFigures) -> bool:
    """Tell whether the owner says so, or the figures of enough people do."""
    if readiness.promise is ReadyAnswer.NOT_YET:
        return True
    judged = figures.wrote >= ENOUGH_TO_JUDGE
    return judged and figures.in_time < FEW_ANSWERED_IN_TIME * figures.wrote
