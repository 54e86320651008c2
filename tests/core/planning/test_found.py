"""What is shown around found words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socialcoach.core.planning.found import LENGTH, pieces, surroundings, wanted_words


def hits(text: str, typed: str) -> list[str]:
    """Return the words that are marked."""
    around = surroundings(text, wanted_words(typed))
    return [words for words, is_hit in pieces(around) if is_hit]


@pytest.mark.parametrize(
    ("text", "typed", "found"),
    [
        ("Fresh Brötchen today", "brotch", ["Brötchen"]),
        ("In der Hauptstraße", "hauptstrasse", ["Hauptstraße"]),
        ("Bread and bread again", "BREAD", ["Bread", "bread"]),
        ("Shortbread", "bread", []),
        ("Crème brûlée", "creme brul", ["Crème", "brûlée"]),
    ],
)
def test_found_words_are_marked_whatever_their_case_and_marks(
    text: str, typed: str, found: list[str]
):
    assert hits(text, typed) == found


def test_a_long_text_is_shown_from_a_little_before_the_first_hit():
    around = surroundings("word " * 200 + "oven " + "word " * 200, wanted_words("oven"))
    assert around.startswith("…word")
    assert around.endswith("…")
    assert len(around) < LENGTH + 10


@given(st.text(max_size=80), st.text(max_size=20))
def test_nothing_typed_is_ever_an_error(text: str, typed: str):
    pieces(surroundings(text, wanted_words(typed) or (("x",),)))
