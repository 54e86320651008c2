"""What was given and what was sold in a calendar month, against one in five."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

ONE_IN = 5
"""The rule of thumb for a month: at most one post in five sells."""

JUST_OVER_ONE_IN = 4
"""Up to one in four is "just over": it is a rule of thumb."""

ENOUGH_POSTS = 5
"""With fewer posts one more or less changes everything, so no verdict is given."""


@dataclass(frozen=True)
class MonthMix:
    """Posts that went out in a month, each counted once; ``unread`` ones wait for the meter.

    Unread posts are in ``posts`` but in neither ``selling`` nor ``giving``.
    """

    month: str
    posts: int = 0
    selling: int = 0
    unread: int = 0

    @property
    def giving(self) -> int:
        """Return how many posts gave."""
        return self.posts - self.selling - self.unread

    @property
    def share(self) -> float | None:
        """Return the selling share of the posts that were read, 0 to 1; None without any."""
        read = self.posts - self.unread
        return self.selling / read if read else None

    @property
    def is_enough(self) -> bool:
        """Tell whether there are enough read posts for a verdict."""
        return self.posts - self.unread >= ENOUGH_POSTS

    @property
    def is_within(self) -> bool:
        """Tell whether at most one post in five sells."""
        return self.selling * ONE_IN <= self.posts - self.unread


class MixVerdict(StrEnum):
    """What can be said of a month's mix."""

    NOTHING_OUT = "nothing_out"
    TOO_FEW = "too_few"
    WITHIN_FIRST_TIME = "within_first_time"
    WITHIN = "within"
    JUST_OVER = "just_over"
    OVER = "over"


def judge_mix(month: MonthMix, earlier: Sequence[MonthMix]) -> MixVerdict:
    """Judge a month; ``earlier`` months tell whether it is the first within the rule."""
    if month.posts == 0:
        return MixVerdict.NOTHING_OUT
    if not month.is_enough:
        return MixVerdict.TOO_FEW
    if not month.is_within:
        just = month.selling * JUST_OVER_ONE_IN <= month.posts - month.unread
        return MixVerdict.JUST_OVER if just else MixVerdict.OVER
    judged = [other for other in earlier if other.is_enough]
    first_time = bool(judged) and not any(other.is_within for other in judged)
    return MixVerdict.WITHIN_FIRST_TIME if first_time else MixVerdict.WITHIN
