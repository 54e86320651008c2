"""What Today suggests: few things, that fit the time there is."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socialcoach.core.planning.today import MINUTES, Situation, Task, suggest

QUIET = Situation(plan_is_complete=True, posts_out=20, giving_first=0, days_since_numbers=3)
ids = st.integers(0, 3)
situations = st.builds(
    Situation,
    plan_is_complete=st.booleans(),
    posts_out=st.integers(0, 10),
    giving_first=st.integers(0, 9),
    giving_draft=ids,
    waiting_post=ids,
    waiting_message=ids,
    waiting_people=ids,
    come_back_message=ids,
    come_back_messages=ids,
    due_posts=ids,
    due_promoter=ids,
    calendar_crosses=st.booleans(),
    alike_questions=ids,
    goal_review_is_due=st.booleans(),
    plan_revision_is_due=st.booleans(),
    minutes_left=st.none() | st.integers(0, 120),
    days_since_numbers=st.none() | st.integers(0, 400),
)


def tasks(situation: Situation) -> list[Task]:
    """The tasks suggested."""
    return [one.task for one in suggest(situation)]


@given(situations)
def test_there_are_never_more_than_three_and_none_twice(situation: Situation):
    found = tasks(situation)
    assert len(found) <= 3
    assert len(set(found)) == len(found)
    assert found == sorted(found, key=list(Task).index)


@given(situations)
def test_all_that_is_suggested_fits_together_into_the_minutes_left(situation: Situation):
    left = situation.minutes_left
    longer = [one.minutes for one in suggest(situation) if one.minutes > 1]
    assert left is None or sum(longer) <= left


@given(situations)
def test_a_post_that_waits_for_an_answer_is_always_asked_about(situation: Situation):
    waits = replace(situation, waiting_post=7)
    first = suggest(waits)[0]
    assert (first.task, first.about, first.minutes) == (Task.CONFIRM, 7, 1)


@given(situations)
def test_only_what_exists_is_named(situation: Situation):
    about = {
        Task.CONFIRM: situation.waiting_post,
        Task.ANSWER: situation.waiting_message,
        Task.COME_BACK: situation.come_back_message,
        Task.FOLLOW_UP: situation.due_promoter,
        Task.FINISH_DRAFT: situation.giving_draft,
    }
    for one in suggest(situation):
        assert one.about == about.get(one.task, 0)


@given(situations)
def test_what_was_put_off_is_left_out_and_makes_room_for_the_next(situation: Situation):
    before = suggest(situation)
    off = replace(situation, snoozed=frozenset(one.key for one in before))
    after = suggest(off)
    assert not {one.key for one in before} & {one.key for one in after}


def test_somebody_else_who_writes_is_not_put_off_with_the_one_before():
    busy = replace(QUIET, waiting_people=1, waiting_message=4, snoozed=frozenset({"answer:4"}))
    assert tasks(busy) == []
    assert tasks(replace(busy, waiting_message=5)) == [Task.ANSWER]


@given(situations)
def test_as_many_answers_are_suggested_as_fit(situation: Situation):
    for one in suggest(situation):
        if one.task is Task.ANSWER:
            assert one.minutes % MINUTES[Task.ANSWER] == 0
            assert one.minutes <= 5 * MINUTES[Task.ANSWER]


def test_people_come_before_posts():
    busy = replace(QUIET, waiting_people=1, waiting_message=4, giving_draft=2, due_posts=1)
    assert tasks(busy) == [Task.ANSWER, Task.DUE, Task.FINISH_DRAFT]


def test_when_all_is_done_nothing_is_suggested():
    assert suggest(QUIET) == ()


@pytest.mark.parametrize(
    ("change", "task"),
    [
        ({"plan_is_complete": False}, Task.FINISH_PLAN),
        ({"posts_out": 0}, Task.FIRST_POST),
        ({"giving_draft": 4}, Task.FINISH_DRAFT),
        ({"waiting_people": 2, "waiting_message": 9}, Task.ANSWER),
        ({"due_posts": 2}, Task.DUE),
        ({"due_promoter": 3}, Task.FOLLOW_UP),
        ({"calendar_crosses": True}, Task.MEND_CALENDAR),
        ({"alike_questions": 3}, Task.SAME_QUESTION),
        ({"goal_review_is_due": True}, Task.REVIEW_GOAL),
        ({"plan_revision_is_due": True}, Task.REVISIT_PLAN),
        ({"giving_first": 3}, Task.GIVE),
        ({"days_since_numbers": 32}, Task.BRING_NUMBERS),
        ({"days_since_numbers": None}, Task.BRING_NUMBERS),
    ],
)
def test_one_thing_open_is_the_one_thing_suggested(change: dict[str, object], task: Task):
    assert tasks(replace(QUIET, **change)) == [task]


def test_a_giving_draft_comes_before_starting_something_new():
    assert tasks(replace(QUIET, giving_first=3, giving_draft=4)) == [Task.FINISH_DRAFT]
    assert tasks(replace(QUIET, posts_out=0, giving_draft=4)) == [Task.FINISH_DRAFT]


def test_numbers_of_a_month_ago_are_fresh_enough():
    assert suggest(replace(QUIET, days_since_numbers=31)) == ()


def test_when_the_time_is_used_up_only_one_minute_things_are_left():
    busy = replace(QUIET, plan_is_complete=False, giving_draft=1, waiting_post=2, minutes_left=0)
    assert tasks(busy) == [Task.CONFIRM]


def test_every_task_has_its_minutes():
    assert set(MINUTES) == set(Task)
