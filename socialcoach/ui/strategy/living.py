"""What My plan shows of how the plan lives, gathered in the background."""

from __future__ import annotations

from dataclasses import dataclass

from socialcoach.core.progress.answering import Answering
from socialcoach.core.progress.followers import FollowerMonth
from socialcoach.core.progress.goal_pace import GoalPace
from socialcoach.core.progress.overview import Overview
from socialcoach.services.bundle import Services
from socialcoach.services.strategy.living_plan import HeardDraft

SIGNAL_MONTHS = 3
"""Credibility is looked at over three months: one holds too little."""


@dataclass(frozen=True)
class Living:
    """How the plan is kept. ``came`` is None where no platform said; ``goal`` where none counts."""

    answered: Answering | None
    slips: tuple[HeardDraft, ...]
    came: int | None
    bought: int
    customers: int
    month_to_review: str | None
    overview: Overview
    goal: GoalPace | None


def gather_living(services: Services) -> Living:
    """Gather in a worker, over a connection of its own."""
    with services.in_worker() as own:
        plan = own.living_plan
        overview = own.months.overview()
        month = plan.month_to_review()
        followers = own.months.followers(overview)[-SIGNAL_MONTHS:]
        shown = overview.shown[-SIGNAL_MONTHS:]
        return Living(
            answered=plan.answered(),
            slips=tuple(plan.slips()),
            came=_came(followers),
            bought=sum(one.bought or 0 for one in followers),
            customers=sum(n for (when, _key), n in overview.found_us.items() if when in shown),
            month_to_review=month,
            overview=own.months.overview(month) if month else overview,
            goal=own.months.goal(month) if month else None,
        )


def _came(followers: list[FollowerMonth]) -> int | None:
    known = [one.came for one in followers if one.came is not None]
    return sum(known) if known else None
