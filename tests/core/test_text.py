"""Small helpers for text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socialcoach.core.text import clean, shorten, utf16_offset, words_of_name

any_text = st.text(alphabet=st.characters(codec=None, exclude_categories=[]), max_size=60)
whole_text = st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=60)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Hill Street Bakery", ("hill", "street", "bakery")),
        ("Ann’s & Tom's Café", ("ann", "tom", "café")),
        ("A1 of X", ()),
        ("", ()),
    ],
)
def test_the_words_of_a_name_are_those_that_mean_something(name: str, words: tuple[str, ...]):
    assert words_of_name(name) == words


@given(any_text, st.integers(1, 40))
def test_a_shortened_text_fits_and_stands_on_one_line(text: str, length: int):
    short = shorten(text, length)
    assert len(short) <= length
    assert "\n" not in short


def test_what_fits_is_not_shortened():
    assert shorten("  Fresh \n bread ", 11) == "Fresh bread"


def test_a_long_text_is_cut_at_a_word_and_says_so():
    assert shorten("Fresh bread, every morning", 14) == "Fresh bread…"


def test_one_endless_word_is_cut_anywhere():
    assert shorten("a" * 50, 10) == "a" * 9 + "…"


@given(whole_text)
def test_cleaning_takes_nothing_from_ordinary_text_but_nuls(text: str):
    assert clean(text) == text.replace("\0", "")


@given(any_text)
def test_what_is_clean_can_be_written_to_a_file(text: str):
    cleaned = clean(text)
    assert "\0" not in cleaned
    assert cleaned.encode("utf-8").decode("utf-8") == cleaned == clean(cleaned)


def test_halves_that_make_a_whole_character_become_it():
    assert clean("\ud83d\ude00") == "😀"


@pytest.mark.parametrize(
    ("text", "position", "offset"),
    [("bread", 3, 3), ("👩‍🍳 hi", 1, 2), ("👩‍🍳 hi", 4, 6), ("", 0, 0)],
)
def test_places_are_counted_as_qt_counts(text: str, position: int, offset: int):
    assert utf16_offset(text, position) == offset


@given(whole_text)
def test_the_last_place_is_the_length_qt_sees(text: str):
    assert utf16_offset(text, len(text)) == len(text.encode("utf-16-le")) // 2
