"""A thought a day, called for by what the data shows, each before any comes again."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from socialcoach.core.strategy.lesson import Lesson, Sign, lesson_of_day
from socialcoach.services.words.lessons import because
from tests.worlds import bundled

FIVE = tuple(Lesson(str(number), Sign.QUIET, f"Thought {number}", "Why") for number in range(5))
OTHER = Lesson("other", Sign.TIME_USED, "Another thought", "Why")
days = st.dates(max_value=date(9990, 1, 1))


@given(days)
def test_every_fitting_lesson_comes_once_before_one_comes_again(day: date):
    signs = {Sign.QUIET}
    found = [
        lesson_of_day((*FIVE, OTHER), day + timedelta(days=ahead), signs) for ahead in range(5)
    ]
    assert set(found) == set(FIVE)
    assert lesson_of_day((*FIVE, OTHER), day + timedelta(days=5), signs) == found[0]


@given(days)
def test_only_what_the_data_shows_is_taught(day: date):
    assert lesson_of_day((*FIVE, OTHER), day, {Sign.TIME_USED}) is OTHER


def test_without_any_sign_there_is_still_a_lesson():
    assert lesson_of_day(FIVE, date(2026, 11, 22)) in FIVE


def test_at_least_forty_lessons_come_with_the_app_and_every_sign_has_one():
    lessons = bundled().lessons
    assert len(lessons) >= 40
    assert len({lesson.id for lesson in lessons}) == len(lessons)
    assert all(lesson.thought and lesson.why for lesson in lessons)
    assert set(Counter(lesson.sign for lesson in lessons)) == set(Sign)


def test_every_sign_can_explain_itself():
    assert all(because(sign).startswith("Because ") for sign in Sign)
    assert len({because(sign) for sign in Sign}) == len(Sign)
