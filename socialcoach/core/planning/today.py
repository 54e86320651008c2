"""What is worth doing now: two or three things, each with a reason and the minutes it takes."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

MOST_SUGGESTIONS = 3
"""Two or three things a day; a longer list is a burden."""

FRESH_NUMBERS_DAYS = 31
"""Numbers are worth bringing in about once a month."""

MOST_ANSWERS = 5
"""More answers than these in a row tire; the rest can wait for the next look."""


class Task(StrEnum):
    """What can be suggested, the most useful first.

    What the owner began comes first, then people, then posts, then looking back.
    """

    CONFIRM = "confirm"
    ANSWER = "answer"
    COME_BACK = "come_back"
    DUE = "due"
    FINISH_PLAN = "finish_plan"
    FIRST_POST = "first_post"
    FOLLOW_UP = "follow_up"
    MEND_CALENDAR = "mend_calendar"
    SAME_QUESTION = "same_question"
    FINISH_DRAFT = "finish_draft"
    GIVE = "give"
    REVIEW_GOAL = "review_goal"
    REVISIT_PLAN = "revisit_plan"
    BRING_NUMBERS = "bring_numbers"


MINUTES = {
    Task.CONFIRM: 1,
    Task.ANSWER: 3,
    Task.COME_BACK: 3,
    Task.DUE: 1,
    Task.FINISH_PLAN: 5,
    Task.FIRST_POST: 10,
    Task.FOLLOW_UP: 10,
    Task.MEND_CALENDAR: 5,
    Task.SAME_QUESTION: 10,
    Task.FINISH_DRAFT: 10,
    Task.GIVE: 10,
    Task.REVIEW_GOAL: 3,
    Task.REVISIT_PLAN: 10,
    Task.BRING_NUMBERS: 5,
}
"""Rough minutes for each (for one answer); a guess, to help fit the day."""


@dataclass(frozen=True)
class Situation:
    """What the suggestions are made from.

    Fields that name a post, a message or a promoter hold its id, 0 for none; the others count.
    ``minutes_left`` is None when the owner has not said how much time there is,
    ``days_since_numbers`` None when no numbers ever came in. ``snoozed`` holds the keys of
    suggestions that the owner put off.
    """

    plan_is_complete: bool
    posts_out: int
    giving_first: int
    giving_draft: int = 0
    waiting_post: int = 0
    waiting_message: int = 0
    waiting_people: int = 0
    come_back_message: int = 0
    come_back_messages: int = 0
    due_posts: int = 0
    due_promoter: int = 0
    calendar_crosses: bool = False
    alike_questions: int = 0
    goal_review_is_due: bool = False
    plan_revision_is_due: bool = False
    minutes_left: int | None = None
    days_since_numbers: int | None = None
    snoozed: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Suggestion:
    """One thing to do.

    ``about`` is the id of the post, message or promoter it is about, 0 for none; ``count`` how many
    there are of them, or how many giving posts are needed.
    """

    task: Task
    minutes: int
    about: int = 0
    count: int = 0

    @property
    def key(self) -> str:
        """Return the name under which it can be put off."""
        return f"{self.task}:{self.about}"


def suggest(situation: Situation) -> tuple[Suggestion, ...]:
    """Return at most three suggestions that fit the week's minutes, the most useful first.

    Serves two principles: quality beats volume (few things), and was it worth the time (the week's
    minutes are a limit, not a target). Together they fit; what takes a minute is suggested even
    when time is up. What was put off is left out.
    """
    wanted = [_suggestion(task, situation) for task in Task if _applies(task, situation)]
    left = situation.minutes_left
    fitting: list[Suggestion] = []
    for one in wanted:
        spent = sum(chosen.minutes for chosen in fitting)
        fits = left is None or one.minutes <= max(left - spent, 1)
        if fits and one.key not in situation.snoozed:
            fitting.append(one)
    return tuple(fitting[:MOST_SUGGESTIONS])


def _applies(task: Task, now: Situation) -> bool:
    stale = now.days_since_numbers is None or now.days_since_numbers > FRESH_NUMBERS_DAYS
    return {
        Task.CONFIRM: bool(now.waiting_post),
        Task.ANSWER: now.waiting_people > 0,
        Task.COME_BACK: now.come_back_messages > 0,
        Task.DUE: now.due_posts > 0,
        Task.FINISH_PLAN: not now.plan_is_complete,
        Task.FIRST_POST: not now.posts_out and not now.giving_draft,
        Task.FOLLOW_UP: bool(now.due_promoter),
        Task.MEND_CALENDAR: now.calendar_crosses,
        Task.SAME_QUESTION: now.alike_questions > 0,
        Task.FINISH_DRAFT: bool(now.giving_draft),
        Task.GIVE: bool(now.posts_out) and bool(now.giving_first) and not now.giving_draft,
        Task.REVIEW_GOAL: now.goal_review_is_due,
        Task.REVISIT_PLAN: now.plan_revision_is_due,
        Task.BRING_NUMBERS: stale,
    }[task]


def _suggestion(task: Task, now: Situation) -> Suggestion:
    about = {
        Task.CONFIRM: now.waiting_post,
        Task.ANSWER: now.waiting_message,
        Task.COME_BACK: now.come_back_message,
        Task.FINISH_DRAFT: now.giving_draft,
        Task.FOLLOW_UP: now.due_promoter,
    }
    count = {
        Task.ANSWER: now.waiting_people,
        Task.COME_BACK: now.come_back_messages,
        Task.DUE: now.due_posts,
        Task.GIVE: now.giving_first,
        Task.SAME_QUESTION: now.alike_questions,
    }
    minutes = MINUTES[task]
    if task is Task.ANSWER:
        minutes *= _answers_that_fit(now)
    return Suggestion(task, minutes, about.get(task, 0), count.get(task, 0))


def _answers_that_fit(now: Situation) -> int:
    """Return how many people can be answered in the time left, at least one."""
    wanted = min(max(now.waiting_people, 1), MOST_ANSWERS)
    if now.minutes_left is None:
        return wanted
    return max(1, min(wanted, now.minutes_left // MINUTES[Task.ANSWER]))
