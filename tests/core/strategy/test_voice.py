"""Does a draft sound as the owner wants to sound?"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socialcoach.core.strategy.voice import Heard, Slip, can_be_heard, listen

CALM_TEXT = "We baked a rye this morning. Which slice do you like best?"


def slips(text: str, *, pressure: int = 0, voice: tuple[str, ...] = ()) -> list[Slip]:
    return [one.slip for one in listen(text, pressure, voice, ())]


def test_a_word_never_to_be_used_is_found_however_it_is_written():
    assert listen("CHEAP rolls", 0, (), ("cheap",)) == (Heard(Slip.NEVER_WORD, "cheap"),)


def test_a_part_of_another_word_is_not_that_word():
    assert listen("Cheapside market", 0, (), ("cheap",)) == ()


def test_a_phrase_is_found_as_a_whole():
    assert listen("Hey, you guys rock", 0, (), ("you guys",))
    assert not listen("You know those guys", 0, (), ("you guys",))


@pytest.mark.parametrize("text", ["COME NOW, QUICK, BREAD", "Fresh! Warm! Here!"])
def test_a_calm_voice_does_not_shout(text: str):
    assert slips(text, voice=("calm",)) == [Slip.LOUD]


def test_a_warm_voice_does_not_push():
    assert slips("Only today", pressure=3, voice=("warm",)) == [Slip.PUSHES]
    assert slips("Only today", pressure=2, voice=("warm",)) == []


def test_a_straight_voice_keeps_its_sentences_short():
    assert slips("word " * 31, voice=("straight",)) == [Slip.LONG_SENTENCES]
    assert slips("word " * 20 + ". " + "word " * 20, voice=("straight",)) == []


def test_one_slip_is_told_once_even_when_two_words_mind_it():
    assert slips("Only today", pressure=3, voice=("warm", "honest")) == [Slip.PUSHES]


def test_what_only_people_can_judge_is_not_judged():
    assert can_be_heard(("warm", "a little cheeky")) == ("warm",)
    assert slips("WHAT A DAY IT WAS", voice=("a little cheeky",)) == []


def test_a_text_that_fits_is_left_alone():
    assert slips(CALM_TEXT, voice=("calm", "warm", "straight")) == []


@given(st.text(), st.integers(0, 3), st.lists(st.text(), max_size=3), st.lists(st.text()))
def test_any_words_can_be_listened_to(text: str, pressure: int, voice: list[str], never: list[str]):
    found = listen(text, pressure, voice, never)
    assert all(one.word in (*voice, *never) for one in found)
