"""What is worth doing now: two or three things, each with a reason and the minutes it takes."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

MOST_SUGGESTIONS = 3
"""Two or three things a day; a longer list is a burden."""

FRESH_NUMBERS_DAYS = 31
"""Numbers are worth bringing in about once a month."""


class Task(StrEnum):
    """What can be suggested, the most useful first."""

    CONFIRM = "confirm"
    FINISH_PLAN = "finish_plan"
    FIRST_POST = "first_post"
    FINISH_DRAFT = "finish_draft"
    GIVE = "give"
    BRING_NUMBERS = "bring_numbers"


MINUTES = {
    Task.CONFIRM: 1,
    Task.FINISH_PLAN: 5,
    Task.FIRST_POST: 10,
    Task.FINISH_DRAFT: 10,
    Task.GIVE: 10,
    Task.BRING_NUMBERS: 5,
}
"""Rough minutes for each; a guess, to help fit the day."""


@dataclass(frozen=True)
class Situation:
    """What the suggestions are made from.

    ``giving_draft`` and ``waiting_post`` are post ids, 0 for none; ``minutes_left`` is None when
    the owner has not said how much time there is; ``days_since_numbers`` None when never.
    """

    plan_is_complete: bool
    posts_out: int
    giving_first: int
    giving_draft: int = 0
    waiting_post: int = 0
    minutes_left: int | None = None
    days_since_numbers: int | None = None


@dataclass(frozen=True)
class Suggestion:
    """One thing to do; ``post_id`` says which post it is about, 0 for none."""

    task: Task
    minutes: int
    post_id: int = 0


def suggest(situation: Situation) -> tuple[Suggestion, ...]:
    """Return at most three suggestions that fit the week's minutes, the most useful first.

    Serves two principles: quality beats volume (few things), and was it worth the time (the week's
    minutes are a limit, not a target). What takes a minute is suggested even when time is up.
    """
    wanted = [_suggestion(task, situation) for task in Task if _applies(task, situation)]
    left = situation.minutes_left
    fitting = [one for one in wanted if left is None or one.minutes <= max(left, 1)]
    return tuple(fitting[:MOST_SUGGESTIONS])


def _applies(task: Task, now: Situation) -> bool:
    stale = now.days_since_numbers is None or now.days_since_numbers > FRESH_NUMBERS_DAYS
    return {
        Task.CONFIRM: bool(now.waiting_post),
        Task.FINISH_PLAN: not now.plan_is_complete,
        Task.FIRST_POST: not now.posts_out and not now.giving_draft,
        Task.FINISH_DRAFT: bool(now.giving_draft),
        Task.GIVE: bool(now.posts_out) and bool(now.giving_first) and not now.giving_draft,
        Task.BRING_NUMBERS: stale,
    }[task]


def _suggestion(task: Task, now: Situation) -> Suggestion:
    post_ids = {Task.CONFIRM: now.waiting_post, Task.FINISH_DRAFT: now.giving_draft}
    return Suggestion(task, MINUTES[task], post_ids.get(task, 0))
