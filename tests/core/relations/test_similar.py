"""Three people who ask the same in their own words are found, and different questions are not."""

from __future__ import annotations

import tomllib

from hypothesis import given
from hypothesis import strategies as st

from socialcoach.core.relations.similar import (
    Question,
    alike,
    asked_in,
    groups,
    telling_words,
)
from socialcoach.paths import resource_dir

WORDS = tomllib.loads((resource_dir() / "relations" / "words.toml").read_text("utf-8"))
COMMON = frozenset(WORDS["common"])
OTHERS = (
    "Where can you park?",
    "Can I freeze the seeded one?",
    "How much is a two tier?",
    "Can I get in with a wheelchair?",
    "What flour is in the dark rye?",
)


def ask(*said: str) -> list[Question]:
    """Let one person ask each of these."""
    return [
        Question(at, at, asked_in(text), telling_words(asked_in(text), COMMON))
        for at, text in enumerate(said, start=1)
    ]


def test_three_ways_to_ask_the_same_are_one_group():
    found = groups(
        ask(
            "Hi, do you do anything gluten free? My daughter misses bread.",
            "Is any of your bread gluten free?",
            "Do you sell gluten-free rolls?",
            *OTHERS,
        )
    )
    assert [group.message_ids for group in found] == [(1, 2, 3)]
    assert found[0].example == "Do you sell gluten-free rolls?"
    assert set(found[0].words) == {"gluten", "free"}


def test_opening_hours_are_the_same_question_on_any_day():
    found = groups(
        ask("Are you open on Monday?", "Open Sundays?", "hi are you open on saturday?", *OTHERS)
    )
    assert [group.message_ids for group in found] == [(1, 2, 3)]


def test_two_may_be_chance():
    assert groups(ask("Do you sell gluten free rolls?", "Gluten free bread?", *OTHERS)) == []


def test_different_questions_stay_apart():
    assert groups(ask(*OTHERS)) == []


def test_one_word_in_common_does_not_make_questions_alike():
    said = ("Can I freeze your bread?", "Is the bread class fun?", "Which bread makes toast?")
    assert groups(ask(*said, *OTHERS)) == []


def test_one_person_who_asks_three_times_is_not_three_people():
    again = [
        Question(at, 7, "Gluten free?", telling_words("Gluten free?", COMMON)) for at in range(3)
    ]
    assert groups(again) == []


def test_a_question_without_a_telling_word_is_like_no_other():
    assert groups(ask("What is it?", "What was that?", "Why is this?")) == []


def test_what_is_asked_is_the_sentence_with_the_question_mark():
    assert asked_in("Lovely shop! Do you open late? Thanks.") == "Do you open late?"
    assert asked_in("No question here.") == ""


@given(st.lists(st.text(max_size=40), max_size=12))
def test_no_question_stands_in_two_groups_and_likeness_is_mutual(texts: list[str]):
    asked = ask(*(f"{text}?" for text in texts))
    ids = [one for group in groups(asked) for one in group.message_ids]
    assert len(ids) == len(set(ids))
    weights = dict.fromkeys((word for one in asked for word in one.words), 1.0)
    for one in asked:
        for other in asked:
            likeness = alike(one, other, weights)
            assert 0 <= likeness <= 1
            assert likeness == alike(other, one, weights)
