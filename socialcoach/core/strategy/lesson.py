"""One thought a day and why it matters."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Lesson:
    """A lesson of ``resources/lessons``: one sentence, and one that says why."""

    id: str
    thought: str
    why: str


def lesson_of_day(lessons: Sequence[Lesson], day: date) -> Lesson:
    """Return the lesson of a day; all others come before it comes again."""
    return lessons[day.toordinal() % len(lessons)]
