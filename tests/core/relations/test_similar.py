"""Three people who ask the same in their own words are found, and different questions are not."""

from __future__ import annotations

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socialcoach.core.relations.similar import (
    Question,
    alike,
    asked_in,
    groups,
    same_stems,
    telling_words,
)
from socialcoach.paths import resource_dir

WORDS = tomllib.loads((resource_dir() / "relations" / "words.toml").read_text("utf-8"))
COMMON, SAME = frozenset(WORDS["common"]), same_stems(WORDS["same"])
OTHERS = (
    "Where can you park?",
    "Can I freeze the seeded one?",
    "How much is a two tier?",
    "Can I get in with a wheelchair?",
    "What flour is in the dark rye?",
)


MORE_OTHERS = (
    "Do you make wedding cakes?",
    "Is the bread class fun?",
    "Are you hiring at the moment?",
    "Who painted the mural outside?",
    "Do you sharpen knives?",
    "Where does your coffee come from?",
    "Do you teach piano to adults?",
)
SUBJECTS = {
    "opening": (
        "What time do you open on Sunday?",
        "What are your opening hours?",
        "When do you close on Fridays?",
    ),
    "dogs": ("Can I bring my dog?", "Are dogs allowed inside?", "Is it ok to come with a puppy?"),
    "booking": (
        "Do I need to book?",
        "Can I just walk in or do I need an appointment?",
        "Do I have to make a reservation?",
    ),
    "vegan": ("Do you have vegan cake?", "Any vegan cakes left?", "Is the chocolate cake vegan?"),
    "children": (
        "How much is a haircut for kids?",
        "What does a child’s haircut cost?",
        "What is the price of a children’s haircut?",
    ),
    "boiler": (
        "How often should a boiler be serviced?",
        "When does my boiler need a service?",
        "Do you do boiler servicing?",
    ),
    "puncture": (
        "Can you mend a puncture while I wait?",
        "How long does a puncture repair take?",
        "What do you charge for repairing a puncture?",
    ),
    "tap": (
        "My tap is dripping, can you come out?",
        "How do I stop a dripping tap?",
        "Who fixes a dripping kitchen tap?",
    ),
    "shipping": (
        "Do you ship to Ireland?",
        "What is delivery to Ireland?",
        "How long does shipping to Ireland take?",
    ),
    "results": (
        "Where do I get the exam results?",
        "When are exam results out?",
        "How will I know my exam result?",
    ),
    "roses": (
        "When should I prune my roses?",
        "How far back do you prune roses?",
        "Is it too late for pruning a rose?",
    ),
}


def ask(*said: str) -> list[Question]:
    """Let one person ask each of these."""
    return [
        Question(at, at, asked_in(text), telling_words(asked_in(text), COMMON, SAME))
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
    assert "gluten" in found[0].words


def test_opening_hours_are_the_same_question_on_any_day():
    found = groups(
        ask("Are you open on Monday?", "Open Sundays?", "hi are you open on saturday?", *OTHERS)
    )
    assert [group.message_ids for group in found] == [(1, 2, 3)]


@pytest.mark.parametrize("said", SUBJECTS.values(), ids=SUBJECTS)
def test_one_subject_in_other_words_is_found_among_other_questions(said: tuple[str, ...]):
    found = groups(ask(*said, *OTHERS, *MORE_OTHERS))
    assert [sorted(group.message_ids) for group in found] == [list(range(1, len(said) + 1))]


def test_what_has_one_word_with_each_of_two_subjects_does_not_join_them():
    vouchers = ("Do you sell gift vouchers?", "Can I get a voucher online?", "Any gift vouchers?")
    cards = ("Can I use a gift card?", "Do you take cards?", "Which cards do you take?")
    found = [set(group.message_ids) for group in groups(ask(*vouchers, *cards, *OTHERS))]
    assert not any(group & {1, 2, 3} and group & {5, 6} for group in found)


def test_two_may_be_chance():
    assert groups(ask("Do you sell gluten free rolls?", "Gluten free bread?", *OTHERS)) == []


def test_different_questions_stay_apart():
    assert groups(ask(*OTHERS)) == []


def test_one_word_in_common_does_not_make_questions_alike():
    said = ("Can I freeze your bread?", "Is the bread class fun?", "Which bread makes toast?")
    assert groups(ask(*said, *OTHERS)) == []


def test_one_person_who_asks_three_times_is_not_three_people():
    again = [
        Question(at, 7, "Gluten free?", telling_words("Gluten free?", COMMON, SAME))
        for at in range(3)
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
