"""How many people who wrote were answered, and how fast; month by month.

Serves the principle that social media is customer service: the owner's own promise is the measure.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from statistics import median


@dataclass(frozen=True)
class Exchange:
    """Somebody wrote and, at some time, was answered; None while they wait. Times are in UTC."""

    wrote_at: datetime
    answered_at: datetime | None = None


@dataclass(frozen=True)
class Answering:
    """People who wrote in a month: how many, how many were answered in time, the middle wait.

    ``median_hours`` counts answered ones only; None when nobody was answered.
    """

    wrote: int
    in_time: int
    waiting: int
    median_hours: float | None

    @property
    def late(self) -> int:
        """Return how many were answered, but later than promised."""
        return self.wrote - self.in_time - self.waiting


@dataclass(frozen=True)
class AnswerMonth:
    """What became of those who wrote in one month; None when there is nobody to judge by."""

    month: str
    answering: Answering | None


def answering(
    exchanges: Iterable[Exchange], promised_hours: int, now: datetime
) -> Answering | None:
    """Sum up exchanges; those still within the promised time do not count yet.

    Returns None when there are none to judge.

    Serves the principle that social media is customer service, by the owner's own promise.
    """
    judged = [one for one in exchanges if one.answered_at or _hours(one, now) > promised_hours]
    if not judged:
        return None
    answered = [_hours(one, now) for one in judged if one.answered_at]
    return Answering(
        wrote=len(judged),
        in_time=sum(hours <= promised_hours for hours in answered),
        waiting=len(judged) - len(answered),
        median_hours=median(answered) if answered else None,
    )


def _hours(exchange: Exchange, now: datetime) -> float:
    return ((exchange.answered_at or now) - exchange.wrote_at).total_seconds() / 3600
