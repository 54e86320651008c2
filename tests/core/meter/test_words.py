"""Words as the meter sees them, with their places in the text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socialcoach.core.meter.pieces import pieces_of
from socialcoach.core.meter.words import words_of

KNOWN = {"new", "menu", "cafe", "hopping"}


def _keys(text: str) -> list[str]:
    return [word.key for word in words_of(text, KNOWN.__contains__)]


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("Don’t miss it", ["don't", "miss", "it"]),
        ("$5 or 20 pounds, 15% off", ["<price>", "or", "<price>", ",", "<percent>", "off"]),
        ("see https://example.org/a?b=c !", ["see", "<link>", "!"]),
        ("mail me@example.org", ["mail", "<mail>"]),
        ("thanks @someone", ["thanks", "<mention>"]),
        ("10am to 9:30 pm on the 4th", ["<time>", "to", "<time>", "on", "the", "<ordinal>"]),
        ("SALE", ["<caps>", "sale"]),
        ("wow!!!!!!", ["wow", "!!!"]),
        ("really?!", ["really", "?!"]),
        ("#NewMenu #cafehopping", ["<tag>", "new", "menu", "<tag>", "cafe", "hopping"]),
        ("o\u200brd\u00ader", ["order"]),
        ("𝗼𝗿𝗱𝗲𝗿 now", ["order", "now"]),
        ("🎂🎂", ["🎂", "🎂"]),
        ("", []),
    ],
)
def test_keys(text: str, keys: list[str]) -> None:
    assert _keys(text) == keys


@given(st.text(max_size=200))
def test_words_stand_in_order_inside_the_text(text: str) -> None:
    words = words_of(text, KNOWN.__contains__)
    assert all(0 <= word.start < word.end <= len(text) for word in words)
    assert [word.start for word in words] == sorted(word.start for word in words)


@given(st.text(max_size=900))
def test_the_pieces_joined_are_the_text(text: str) -> None:
    pieces = list(pieces_of(text))
    assert "".join(piece for _, piece in pieces) == text
    assert all(text[start : start + len(piece)] == piece for start, piece in pieces)


@given(st.text(alphabet="ab .!?\n", max_size=600), st.text(alphabet="ab .!?\n", max_size=9))
def test_typing_at_the_end_changes_the_last_pieces_alone(text: str, typed: str) -> None:
    before, after = list(pieces_of(text)), list(pieces_of(text + typed))
    assert before[:-2] == after[: max(0, len(before) - 2)]
