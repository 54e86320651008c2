"""Times and promises in words."""

from __future__ import annotations

import pytest

from socialcoach.core.strategy.brand import MOST_VOICE_WORDS
from socialcoach.services.words.owner import minutes_text, promises, reply_promise, voice_words


@pytest.mark.parametrize(
    ("minutes", "words"),
    [
        (1, "1 minute"),
        (45, "45 minutes"),
        (60, "1 hour"),
        (90, "1 hour 30 minutes"),
        (300, "5 hours"),
    ],
)
def test_minutes_read_as_people_say_them(minutes: int, words: str):
    assert minutes_text(minutes) == words


@pytest.mark.parametrize(
    ("hours", "words"),
    [(1, "within an hour"), (4, "within 4 hours"), (24, "within a day"), (30, "within 30 hours")],
)
def test_a_promise_to_answer_is_in_hours_or_whole_days(hours: int, words: str):
    assert reply_promise(hours) == words


def test_two_days_are_said_in_days():
    assert reply_promise(48) == "within 2 days"


def test_there_is_enough_to_choose_from_and_nothing_twice():
    assert len(set(voice_words())) == len(voice_words()) > MOST_VOICE_WORDS
    assert len(set(promises())) == len(promises())
