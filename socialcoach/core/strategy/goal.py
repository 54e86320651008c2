"""A goal: something that should change for the business, with a figure, a date and a reason."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Aim(StrEnum):
    """What owners really hope for behind a wish for likes."""

    NEARBY = "nearby"
    TALK = "talk"
    TRUST = "trust"
    FEWER_CALLS = "fewer_calls"
    OWN = "own"


@dataclass(frozen=True)
class Goal:
    """One goal.

    ``said`` keeps the owner's first words, even when they were about likes; ``measure`` is what is
    counted ("new customers a month who found us online"); ``now`` and ``target`` are in that unit.
    """

    said: str = ""
    aim: Aim | None = None
    measure: str = ""
    now: float | None = None
    target: float | None = None
    by: date | None = None
    why: str = ""

    @property
    def is_complete(self) -> bool:
        """Tell whether the goal has all it needs: something to count, a figure and a date."""
        return bool(self.measure) and self.target is not None and self.by is not None
