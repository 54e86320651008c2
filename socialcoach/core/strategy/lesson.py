"""One thought a day, why it matters, and what in the owner's own data calls for it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Sign(StrEnum):
    """Something the owner's data shows, which a lesson answers."""

    BEGINNING = "beginning"
    PLAN_OPEN = "plan_open"
    WANTS_LIKES = "wants_likes"
    MANY_PLATFORMS = "many_platforms"
    SELLS_OFTEN = "sells_often"
    SELLING_IN_A_ROW = "selling_in_a_row"
    GIVES_WELL = "gives_well"
    NO_QUESTIONS = "no_questions"
    NO_STORIES = "no_stories"
    NO_TIPS = "no_tips"
    NO_PEOPLE = "no_people"
    ONE_KIND = "one_kind"
    SPEAKS_OF_ITSELF = "speaks_of_itself"
    QUIET = "quiet"
    DRAFTS_LIE = "drafts_lie"
    PEOPLE_WAIT = "people_wait"
    PRAISE_WAITS = "praise_waits"
    ANSWERS_LATE = "answers_late"
    ANSWERS_IN_TIME = "answers_in_time"
    SAME_QUESTION = "same_question"
    NO_PROMOTERS = "no_promoters"
    PROMOTERS_WAIT = "promoters_wait"
    NO_NUMBERS = "no_numbers"
    FEW_FIGURES = "few_figures"
    KIND_STANDS_OUT = "kind_stands_out"
    GOAL_BEHIND = "goal_behind"
    CUSTOMERS_CAME = "customers_came"
    TIME_USED = "time_used"
    TIME_LEFT = "time_left"


@dataclass(frozen=True)
class Lesson:
    """A lesson of ``resources/lessons``: one sentence, one that says why, and what calls for it."""

    id: str
    sign: Sign
    thought: str
    why: str


def lesson_of_day(
    lessons: Sequence[Lesson], day: date, signs: Collection[Sign] = frozenset()
) -> Lesson:
    """Return the lesson of a day: one that a sign calls for, or any when no sign is seen.

    As long as the signs stay the same, all others that fit come before one comes again. Serves
    the principle that advice is only worth its time when it meets what is there.
    """
    fitting = [lesson for lesson in lessons if lesson.sign in signs] or list(lessons)
    return fitting[day.toordinal() % len(fitting)]
