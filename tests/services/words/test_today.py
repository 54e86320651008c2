"""What Today says."""

from __future__ import annotations

from dataclasses import replace

import pytest

from socialcoach.core.planning.today import MINUTES, Suggestion, Task
from socialcoach.services.words.today import (
    due_reason,
    greeting,
    put_off_words,
    task_button,
    task_reason,
    task_title,
    time_sentence,
    waiting_reason,
)


@pytest.mark.parametrize(
    ("hour", "words"),
    [
        (0, "Good morning, Ana"),
        (11, "Good morning, Ana"),
        (12, "Good afternoon, Ana"),
        (17, "Good afternoon, Ana"),
        (18, "Good evening, Ana"),
        (23, "Good evening, Ana"),
    ],
)
def test_the_greeting_fits_the_hour(hour: int, words: str):
    assert greeting(hour, "Ana") == words


def test_without_a_name_the_greeting_stands_alone():
    assert greeting(9, "") == "Good morning"


@pytest.mark.parametrize(
    ("left", "planned", "count", "words"),
    [
        (30, 90, 2, "You planned 90 minutes for this week. 30 minutes are left."),
        (1, 90, 2, "You planned 90 minutes for this week. 1 minute is left."),
        (0, 90, 1, "You have used your 90 minutes. That is enough for this week."),
        (0, 90, 0, "You have used your 90 minutes. That is enough for this week."),
        (None, 0, 3, "Here is what is worth doing now."),
        (30, 90, 0, "That is enough for now. The rest can wait."),
    ],
)
def test_the_time_left_is_a_limit_not_a_target(
    left: int | None, planned: int, count: int, words: str
):
    assert time_sentence(left, planned, count) == words


@pytest.mark.parametrize("task", Task)
def test_every_task_has_a_title_a_reason_and_a_button(task: Task):
    suggestion = Suggestion(task, MINUTES[task], 1, 3)
    title, reason = task_title(suggestion, "Bread"), task_reason(suggestion)
    assert title
    assert reason.endswith((".", "?"))
    assert not {"{", "}"} & set(title + reason)
    assert task_button(task)


def test_braces_in_a_post_are_taken_as_they_are():
    assert task_title(Suggestion(Task.CONFIRM, 1, 1), "{price}") == "Did “{price}” go out?"


def test_the_number_of_giving_posts_is_said():
    give = Suggestion(Task.GIVE, 10, count=1)
    assert task_reason(give) == "After 1 giving post, a selling one fits again."
    assert task_reason(replace(give, count=3)) == "After 3 giving posts, a selling one fits again."


def test_who_waits_is_named_and_the_others_are_counted():
    answer = Suggestion(Task.ANSWER, 3, 9, 1)
    assert task_title(answer, "Ben") == "Answer Ben"
    assert task_title(replace(answer, count=2), "Ben") == "Answer Ben and 1 other"
    assert task_title(replace(answer, count=4), "Ben") == "Answer Ben and 3 others"


def test_a_name_with_braces_does_no_harm():
    answer = Suggestion(Task.ANSWER, 3, 9, 2)
    assert task_title(answer, "{n}") == "Answer {n} and 1 other"


def test_what_to_come_back_to_is_named_and_the_rest_is_counted():
    back = Suggestion(Task.COME_BACK, 3, 9, 1)
    assert task_title(back, "Ben") == "Come back to Ben"
    assert task_title(replace(back, count=3), "{n}") == "Come back to {n} and 2 more"


def test_the_owners_own_step_stands_before_why_it_is_time():
    assert due_reason("Send the drawing", "It is time.") == "Send the drawing. It is time."
    assert due_reason("Is she back?", "It is time.") == "Is she back? It is time."
    assert due_reason("", "It is time.") == "It is time."


def test_how_long_somebody_waits_stands_beside_the_promise():
    words = waiting_reason("30 hours", "within a day")
    assert words == "Waiting for 30 hours. You promised an answer within a day."


@pytest.mark.parametrize(("days", "until"), [(1, "tomorrow"), (7, "next week")])
def test_what_is_put_off_says_until_when(days: int, until: str):
    assert put_off_words("Bring in your numbers", days) == (
        f"Put off until {until}: Bring in your numbers"
    )
