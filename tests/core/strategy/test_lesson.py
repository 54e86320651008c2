"""A thought a day, each before any comes again."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from socialcoach.core.strategy.lesson import Lesson, lesson_of_day
from tests.worlds import bundled

FIVE = tuple(Lesson(str(number), f"Thought {number}", "Why") for number in range(5))


@given(st.dates(max_value=date(9990, 1, 1)))
def test_every_lesson_comes_once_before_one_comes_again(day: date):
    found = [lesson_of_day(FIVE, day + timedelta(days=days)) for days in range(len(FIVE))]
    assert set(found) == set(FIVE)
    assert lesson_of_day(FIVE, day + timedelta(days=len(FIVE))) == found[0]


def test_the_lesson_stays_all_day_and_is_one_of_those_that_come_with_the_app():
    lessons = bundled().lessons
    day = date(2026, 11, 22)
    assert lesson_of_day(lessons, day) is lesson_of_day(lessons, day)
    assert len({lesson.id for lesson in lessons}) == len(lessons)
    assert all(lesson.thought and lesson.why for lesson in lessons)
