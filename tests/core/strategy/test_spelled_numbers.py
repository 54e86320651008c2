"""Reading numbers as people write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socialcoach.core.strategy.spelled_numbers import number_ending_at, read_number


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("250", 250),
        ("1,000", 1_000),
        ("1.000", 1_000),
        ("10,000,000", 10_000_000),
        ("1k", 1_000),
        ("2.5k", 2_500),
        ("1m", 1_000_000),
        ("10 k", 10_000),
        ("seven", 7),
        ("a hundred", 100),
        ("two hundred and fifty", 250),
        ("one thousand two hundred", 1_200),
        ("twenty five", 25),
        ("half a million", 500_000),
        ("a dozen", 12),
        ("two dozen", 24),
        ("5 thousand", 5_000),
    ],
)
def test_a_number_is_read_as_it_is_meant(written: str, value: int):
    assert read_number(written.split()) == value


@pytest.mark.parametrize("written", ["bread", "1.2.3", "a", "and five", "two two", "five and"])
def test_what_is_no_number_is_not_read_as_one(written: str):
    assert read_number(written.split()) is None


def test_the_longest_number_before_a_word_counts():
    found = number_ending_at(["want", "two", "hundred", "and", "fifty"])
    assert found is not None
    assert (found.value, found.words) == (250, 4)


WORDS = ["5", "1k", "a", "half", "two", "hundred", "thousand", "million", "and", "dozen", "x"]


@given(st.lists(st.sampled_from(WORDS)))
def test_any_row_of_number_words_is_read_or_left(words: list[str]):
    found = number_ending_at(words)
    assert found is None or found.value >= 0
