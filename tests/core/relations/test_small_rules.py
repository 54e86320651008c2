"""Moods, praise, waits, saved answers and names: small rules, each in a sentence."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from socialcoach.core.relations.message import Message, Mood, Permission
from socialcoach.core.relations.mood import guess_mood, is_praise
from socialcoach.core.relations.person import first_name, handle_key
from socialcoach.core.relations.reply import fill
from socialcoach.core.relations.waiting import Wait, wait_of
from socialcoach.paths import resource_dir
from socialcoach.storage.bundled.relations import load_relation_texts

WORDS = load_relation_texts(resource_dir()).words
NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)
KIND = Message(1, 1, "facebook", "The best bread we ever had, thank you", NOW, mood=Mood.HAPPY)


@pytest.mark.parametrize(
    ("said", "mood"),
    [
        ("We loved the cake, thank you so much", Mood.HAPPY),
        ("I'm a bit worried about nuts", Mood.WORRIED),
        ("This is pathetic", Mood.CROSS),
        ("What time do you open?", Mood.NEUTRAL),
        ("", Mood.NEUTRAL),
    ],
)
def test_the_mood_is_guessed_from_the_words(said: str, mood: Mood):
    assert guess_mood(said, WORDS) is mood


def test_praise_is_words_others_would_like_to_read():
    assert is_praise(KIND, WORDS)
    assert not is_praise(replace(KIND, said="Lovely, thanks"), WORDS)
    assert not is_praise(replace(KIND, said="Is this the best bread you have today?"), WORDS)
    assert not is_praise(replace(KIND, mood=Mood.CROSS), WORDS)


def test_once_asked_the_question_stays_open_whatever_the_words():
    assert is_praise(replace(KIND, said="Hm.", permission=Permission.ASKED), WORDS)


@pytest.mark.parametrize(
    ("hours", "wait"), [(1, Wait.IN_TIME), (17, Wait.IN_TIME), (19, Wait.SOON), (25, Wait.LATE)]
)
def test_a_wait_is_measured_by_the_owners_promise(hours: int, wait: Wait):
    assert wait_of(NOW - timedelta(hours=hours), NOW, 24) is wait


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Gemma T.", "Thank you, Gemma. See you."),
        ("cat.at.number9", "Thank you. See you."),
        ("@ana@example.org", "Thank you. See you."),
        ("", "Thank you. See you."),
    ],
)
def test_only_a_real_first_name_is_used_in_an_answer(name: str, said: str):
    assert fill("Thank you, {name}. See you.", name, "") == said


def test_an_answer_that_begins_with_the_name_still_begins_with_a_capital():
    assert fill("{name}, we are sorry.", "cat.at.9", "") == "We are sorry."
    assert fill("Hi {name}, {business} here", "Bo", "Rosa's") == "Hi Bo, Rosa's here"


def test_names_are_compared_without_case_blanks_and_the_at_sign():
    assert handle_key("  Gemma   T. ") == handle_key("gemma t.")
    assert handle_key("@Ana") == "ana"
    assert first_name("Gemma T.") == "Gemma"
