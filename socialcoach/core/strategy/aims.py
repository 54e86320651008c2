"""What to count for each aim, and a first figure to start from; the owner changes both."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from socialcoach.core.strategy.goal import Aim


class Measure(StrEnum):
    """Something an owner can count without a tool; ``services.words.strategy`` has the words."""

    NEW_CUSTOMERS_MONTH = "new_customers_month"
    FOUND_US_ONLINE_MONTH = "found_us_online_month"
    BOOKINGS_MONTH = "bookings_month"
    MESSAGES_WEEK = "messages_week"
    COMMENTS_WEEK = "comments_week"
    ANSWERED_IN_TIME_PERCENT = "answered_in_time_percent"
    RECOMMENDATIONS_MONTH = "recommendations_month"
    REVIEWS_MONTH = "reviews_month"
    RETURNING_CUSTOMERS_MONTH = "returning_customers_month"
    ROUTINE_CALLS_WEEK = "routine_calls_week"
    OWN_COUNT = "own_count"


@dataclass(frozen=True)
class Suggestion:
    """A measure with a modest start and target, in the measure's unit.

    ``now`` is only what many small businesses might have: a number to correct, not to believe.
    ``falling`` tells that less is better.
    """

    measure: Measure
    now: float | None
    target: float | None
    falling: bool = False


SUGGESTIONS: Mapping[Aim, tuple[Suggestion, ...]] = MappingProxyType(
    {
        Aim.NEARBY: (
            Suggestion(Measure.NEW_CUSTOMERS_MONTH, 4, 8),
            Suggestion(Measure.FOUND_US_ONLINE_MONTH, 1, 4),
            Suggestion(Measure.BOOKINGS_MONTH, 5, 8),
        ),
        Aim.TALK: (
            Suggestion(Measure.MESSAGES_WEEK, 2, 5),
            Suggestion(Measure.COMMENTS_WEEK, 3, 8),
            Suggestion(Measure.ANSWERED_IN_TIME_PERCENT, 50, 90),
        ),
        Aim.TRUST: (
            Suggestion(Measure.RECOMMENDATIONS_MONTH, 2, 4),
            Suggestion(Measure.REVIEWS_MONTH, 0, 2),
            Suggestion(Measure.RETURNING_CUSTOMERS_MONTH, 10, 15),
        ),
        Aim.FEWER_CALLS: (Suggestion(Measure.ROUTINE_CALLS_WEEK, 20, 10, falling=True),),
        Aim.OWN: (Suggestion(Measure.OWN_COUNT, None, None),),
    }
)
"""For each aim what can be counted, the best first. The figures are our guess, 2026-11-22."""


def suggest_measures(aim: Aim) -> tuple[Suggestion, ...]:
    """Return what to count for an aim, the best first; there is always at least one."""
    return SUGGESTIONS[aim]
