"""How many people who wrote were answered, and how fast."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from statistics import median

from socialcoach.core.relations.people import Conversation


@dataclass(frozen=True)
class Answering:
    """People who wrote in a month: how many, how many were answered in time, the middle wait.

    ``median_hours`` counts answered ones only; None when nobody was answered.
    """

    wrote: int
    in_time: int
    waiting: int
    median_hours: float | None


def answering(
    conversations: Iterable[Conversation], promised_hours: int, now: datetime
) -> Answering | None:
    """Sum up conversations; those still within the promised time do not count yet.

    Returns None when there are none to judge.
    """
    judged = [one for one in conversations if one.answered_at or _hours(one, now) > promised_hours]
    if not judged:
        return None
    answered = [_hours(one, now) for one in judged if one.answered_at]
    return Answering(
        wrote=len(judged),
        in_time=sum(hours <= promised_hours for hours in answered),
        waiting=len(judged) - len(answered),
        median_hours=median(answered) if answered else None,
    )


def _hours(conversation: Conversation, now: datetime) -> float:
    return conversation.waited(now).total_seconds() / 3600
