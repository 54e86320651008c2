"""Saved endings join a text and never double anything."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socialcoach.core.planning.ending import Ending, insertion, suggested_name

SIGN = Ending(1, "Sign-off", "See you at the counter,\nEllie")
TAGS = Ending(2, "Bread tags", "#bread #realbread #Leeds")


def joined(text: str, ending: Ending, at: int | None = None) -> str:
    """Return the text with the ending in it."""
    made = insertion(text, ending, at)
    return text if made is None else text[: made.at] + made.text + text[made.at :]


@pytest.mark.parametrize("text", ["Fresh today.", "Fresh today.\n", "Fresh today.\n\n"])
def test_an_ending_stands_after_a_blank_line(text: str):
    assert joined(text, SIGN) == f"Fresh today.\n\n{SIGN.text}"


def test_an_empty_text_begins_with_it():
    assert joined("", SIGN) == SIGN.text


def test_at_the_cursor_it_is_set_apart_by_spaces():
    tag = Ending(3, "Tag", "#bread")
    assert joined("Good morning", tag, 4) == "Good #bread morning"


def test_an_ending_that_stands_there_already_is_not_doubled():
    text = f"Hello\n\n{SIGN.text.upper()}  "
    assert insertion(text, SIGN) is None


def test_only_the_hashtags_that_are_missing_come():
    assert joined("New loaf\n\n#Bread", TAGS) == "New loaf\n\n#Bread #realbread #Leeds"


def test_a_hashtag_set_and_an_ending_with_a_hashtag_are_told_apart():
    assert TAGS.is_hashtag_set
    assert not Ending(0, "", "Ask us #bread").is_hashtag_set
    assert Ending(0, "", "Ask us #bread").hashtags == ("#bread",)


def test_an_ending_for_one_platform_is_not_offered_for_another():
    only = Ending(4, "Insta", "#x", "instagram")
    assert only.suits("instagram")
    assert only.suits("")
    assert not only.suits("facebook")


@given(st.text(max_size=40), st.sampled_from([SIGN, TAGS]), st.integers(0, 40))
def test_inserting_twice_is_inserting_once(text: str, ending: Ending, place: int):
    once = joined(text, ending, min(place, len(text)))
    assert insertion(once, ending) is None or not ending.is_hashtag_set
    assert joined(joined(text, ending), ending) == joined(text, ending)


def test_a_name_is_suggested_from_the_first_words():
    assert suggested_name("See you") == "See you"
    assert suggested_name("See you at the counter on Saturday") == "See you at the counter on…"
