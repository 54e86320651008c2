"""Which words are looked up, and which count as known."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socialcoach.core.planning.spelling import (
    Piece,
    Word,
    in_case_of,
    is_known,
    pieces_of,
    words_of,
)

KNOWN = {
    *("the", "bread", "is", "fresh", "color", "organize", "traveler", "center", "don't", "bakery"),
    *("eau", "sauerteig", "brot", "sonntag", "brötchen", "we", "say", "good"),
}


def texts(line: str) -> list[str]:
    """Return the words of a line that are looked up."""
    return [word.text for word in words_of(Piece(0, line))]


@pytest.mark.parametrize(
    "passed_over",
    [
        "https://rosasbakery.example/teh",
        "rosasbakery.com/teh",
        "rosa@teh.example",
        "@tehbaker",
        "#tehbread",
        "3pm 4x4 B2B",
        "BBQ",
        "iPhone McDonald",
        "[teh kind of loaf]",
        "snake_case",
        "a",
        "x" * 60,
    ],
)
def test_what_is_no_word_is_passed_over(passed_over: str):
    assert texts(f"The {passed_over} bread") == ["The", "bread"]


def test_apostrophes_belong_to_words_and_hyphens_do_not():
    assert texts("Don’t say wood-fired") == ["Don’t", "say", "wood", "fired"]


def test_words_stand_where_they_stand_in_the_text():
    line = "🥖 Fresh bread"
    assert [line[word.start : word.end] for word in words_of(Piece(0, line))] == ["Fresh", "bread"]


@pytest.mark.parametrize(
    ("word", "language", "known"),
    [
        ("Bread", "en", True),
        ("DON’T", "en", True),
        ("colour", "en", True),
        ("organised", "en", False),
        ("organise", "en", True),
        ("traveller", "en", True),
        ("centre", "en", True),
        ("bakery's", "en", True),
        ("bred", "en", False),
        ("l’eau", "fr", True),
        ("Sauerteigbrot", "de", True),
        ("Sonntagsbrötchen", "de", True),
        ("Sauerteigbrott", "de", False),
    ],
)
def test_known_words_in_their_many_shapes(word: str, language: str, known: bool):
    found = Word(0, len(word), word, begins_sentence=True)
    assert is_known(found, KNOWN.__contains__, language) is known


def test_a_name_inside_a_sentence_is_passed_over_but_not_a_noun_in_german():
    inside = Word(4, 9, "Femis", begins_sentence=False)
    assert is_known(inside, KNOWN.__contains__, "en")
    assert not is_known(inside, KNOWN.__contains__, "de")


def test_the_first_word_of_a_sentence_is_looked_up():
    found = words_of(Piece(0, "Teh bread. Teh brown Teh"))
    assert [word.begins_sentence for word in found] == [True, False, True, False, False]


@given(st.text(alphabet="ab .!?\n—", max_size=80))
def test_the_pieces_make_up_the_text(text: str):
    pieces = pieces_of(text)
    assert "".join(piece.text for piece in pieces) == text
    assert all(text[one.start :].startswith(one.text) for one in pieces)


def test_a_sentence_without_an_end_is_cut_between_words():
    pieces = pieces_of("word " * 1000)
    assert max(len(piece.text) for piece in pieces) <= 300
    assert [piece.begins_sentence for piece in pieces[:2]] == [True, False]


def test_suggestions_take_over_capitals():
    assert in_case_of("the", "Teh") == "The"
    assert in_case_of("the", "TEH") == "THE"
    assert in_case_of("the", "teh") == "the"
