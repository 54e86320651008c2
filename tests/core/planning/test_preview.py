"""The sketch of a post: what is seen first, and what is a link."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socialcoach.core.planning.counting import count_text
from socialcoach.core.planning.platform_facts import PlatformFacts
from socialcoach.core.planning.preview import Part, PartKind, Sketch, parts_of, sketch
from socialcoach.paths import resource_dir
from socialcoach.storage.bundled.platforms import load_platform

FOLDER: Path = resource_dir() / "platforms"
PLATFORMS = {file.stem: load_platform(file) for file in FOLDER.glob("*.toml")}
LONG = "Sourdough takes two days and a little patience. " * 12


def words(parts: tuple[Part, ...]) -> str:
    """Return the text of all parts."""
    return "".join(part.text for part in parts)


def on(platform: str, text: str) -> Sketch:
    """Return a sketch without pictures."""
    return sketch(text, (), PLATFORMS[platform])


def test_a_short_post_is_seen_as_a_whole():
    made = on("facebook", "Fresh bread.")
    assert words(made.seen) == "Fresh bread."
    assert not made.is_cut


def test_a_long_post_is_cut_at_a_word_within_what_is_seen_first():
    made = on("instagram", LONG)
    assert made.is_cut
    assert len(words(made.seen)) <= 125
    assert LONG[len(words(made.seen))] == " "
    assert words(made.whole) == LONG.strip()


def test_platforms_that_show_all_are_not_cut():
    assert not on("bluesky", "x " * 140).is_cut


def test_a_link_can_be_tapped_only_where_the_platform_makes_it_one():
    text = "See https://example.com/menu today"
    assert Part("https://example.com/menu", PartKind.LINK) in on("facebook", text).whole
    assert Part("https://example.com/menu", PartKind.PLAIN_LINK) in on("instagram", text).whole


def test_hashtags_are_told_from_the_end_of_a_link():
    parts = on("facebook", "#bread at https://example.com/#top and #Rolls").whole
    assert [part.text for part in parts if part.kind is PartKind.HASHTAG] == ["#bread", "#Rolls"]


def test_the_first_line_is_the_title_where_there_is_one():
    made = on("reddit", "Why rye keeps longer\n\nIt holds more water.")
    assert (made.title, words(made.whole)) == ("Why rye keeps longer", "It holds more water.")
    assert on("facebook", "One\nTwo").title == ""
    assert on("google_business", "One\nTwo").title == ""  # only events and offers have one


def test_a_title_too_long_is_cut():
    assert len(on("pinterest", "y" * 200).title) == 100


def test_the_picture_comes_first_where_a_post_needs_one():
    assert on("instagram", "Bread").picture_first
    assert not on("facebook", "Bread").picture_first


@pytest.mark.parametrize("platform", sorted(PLATFORMS))
@given(text=st.text(max_size=400))
def test_no_letter_is_lost_or_changed_by_cutting_it_into_parts(platform: str, text: str):
    assert words(parts_of(text, PLATFORMS[platform])) == text


@given(text=st.text(alphabet="ab 🥐é\u0301👩‍🍳\n#", min_size=1, max_size=300))
def test_what_is_seen_first_is_a_beginning_and_short_enough(text: str):
    facts: PlatformFacts = PLATFORMS["instagram"]
    made = sketch(text, (), replace(facts, text=replace(facts.text, visible_first=20)))
    seen = words(made.seen)
    assert text.strip().startswith(seen)
    assert count_text(seen, facts.text.rule) <= 20
