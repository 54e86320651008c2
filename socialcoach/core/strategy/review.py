"""The plan as a living thing: a short look at the goal each month, at the whole each quarter."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from socialcoach.core.strategy.goal import Goal

REVISION_DAYS = 91
"""A quarter, in days."""


class ReviewVerdict(StrEnum):
    """What the owner decided after looking at a month."""

    KEEP = "keep"
    CHANGE = "change"


@dataclass(frozen=True)
class GoalReview:
    """The owner's word on one month (``2026-10``), and a note to themselves."""

    month: str
    verdict: ReviewVerdict
    note: str = ""


@dataclass(frozen=True)
class PlanLook:
    """The plan as it stood when the owner last went through it: headings with their text."""

    day: date
    sections: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class PlanChange:
    """One part of the plan, before and now; an empty text means it was not there."""

    heading: str
    before: str
    now: str


def month_to_review(goal: Goal, set_on: date, reviewed: Collection[str], today: date) -> str | None:
    """Return the month that waits for a look back, ``None`` when there is none.

    That is the month before this one, when a whole goal stood in it. Serves the principle: ask
    whether it was worth the time, in a quiet rhythm.
    """
    if not goal.is_complete:
        return None
    last_day = today.replace(day=1) - timedelta(days=1)
    month = f"{last_day:%Y-%m}"
    return None if set_on > last_day or month in reviewed else month


def revision_is_due(last_look: date | None, today: date) -> bool:
    """Tell whether a quarter has passed since the owner last went through the whole plan.

    Serves the principle that a plan is yours and lives: four times a year is enough.
    """
    return last_look is not None and (today - last_look).days >= REVISION_DAYS


def plan_changes(
    before: Sequence[tuple[str, str]], now: Sequence[tuple[str, str]]
) -> tuple[PlanChange, ...]:
    """Return what differs between two states of the plan, in the order of the plan now.

    Serves the principle to study and experiment: what changed is seen beside what was.
    """
    old, new = dict(before), dict(now)
    headings = [*new, *(heading for heading in old if heading not in new)]
    return tuple(
        PlanChange(heading, old.get(heading, ""), new.get(heading, ""))
        for heading in headings
        if old.get(heading, "") != new.get(heading, "")
    )
