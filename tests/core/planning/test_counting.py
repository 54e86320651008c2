"""Counting texts as the platforms count them."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from socialcoach.core.planning.counting import count_text, utf8_bytes
from socialcoach.core.planning.links import find_links
from socialcoach.core.planning.platform_facts import CountRule

BREAKFAST = "Frühling 🥐 https://example.org/a/very/long/path"
FAMILY = "👨‍👩‍👧‍👦"
HINDI = "क्षत्रिय"

ANY_TEXT = st.text(
    st.one_of(
        st.characters(),
        st.sampled_from("🥐👨‍👩🏽🇩🇪️⃣#1@.:/\0\r\n\ud83d́क्́שמ가가"),
    ),
    max_size=60,
)


@pytest.mark.parametrize(
    ("text", "rule", "length"),
    [
        (BREAKFAST, CountRule.GRAPHEMES, 47),
        (FAMILY, CountRule.GRAPHEMES, 1),
        (HINDI, CountRule.GRAPHEMES, 3),
        (BREAKFAST, CountRule.SERVER, 34),
        (FAMILY, CountRule.SERVER, 1),
        (HINDI, CountRule.SERVER, 3),
        (BREAKFAST, CountRule.WEIGHTED, 35),
        (FAMILY, CountRule.WEIGHTED, 2),
        (HINDI, CountRule.WEIGHTED, 8),
        (BREAKFAST, CountRule.THREADS, 50),
        (FAMILY, CountRule.THREADS, 25),
        (HINDI, CountRule.THREADS, 8),
        (BREAKFAST, CountRule.UTF16, 48),
        (FAMILY, CountRule.UTF16, 11),
        (HINDI, CountRule.UTF16, 8),
        ("🇩🇪🇫🇷", CountRule.GRAPHEMES, 2),
        ("🇩🇪🇫🇷", CountRule.WEIGHTED, 4),
        ("line\r\nline", CountRule.GRAPHEMES, 9),
        ("面包", CountRule.WEIGHTED, 4),
        ("“bread” – good…", CountRule.WEIGHTED, 16),
        ("1️⃣ ☎️", CountRule.WEIGHTED, 5),
        ("e\u0301", CountRule.WEIGHTED, 1),
        ("🏴󠁧󠁢󠁷󠁬󠁳󠁿", CountRule.WEIGHTED, 2),
        ("🥐", CountRule.THREADS, 4),
        ("❤️", CountRule.THREADS, 6),
        ("© 2026 ™", CountRule.THREADS, 8),
        ("thanks @ann@mas.to for the tip", CountRule.SERVER, 23),
        ("שלום", CountRule.GRAPHEMES, 4),
        ("a\0b", CountRule.GRAPHEMES, 3),
        ("\ud83d", CountRule.UTF16, 1),
        ("", CountRule.WEIGHTED, 0),
    ],
)
def test_a_text_is_as_long_as_the_platform_says(text: str, rule: CountRule, length: int):
    assert count_text(text, rule) == length


def test_every_family_counts_25_bytes():
    assert utf8_bytes(FAMILY * 120) == 3_000


@pytest.mark.parametrize(
    "text",
    [
        "see https://example.org/a/very/long/path/to/the/menu",
        "see http://example.org",
        "see rosasbakery.com",
        "see www.rosasbakery.co.uk/menu?day=1",
    ],
)
def test_any_link_counts_23_on_x(text: str):
    assert count_text(text, CountRule.WEIGHTED) == len("see ") + 23


def test_mastodon_shortens_only_links_with_http():
    assert count_text("rosasbakery.com", CountRule.SERVER) == len("rosasbakery.com")


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("Read https://a.de/b, then write.", ["https://a.de/b"]),
        ("(see rosasbakery.com/menu)", ["rosasbakery.com/menu"]),
        ("Write to rosa@rosasbakery.com", []),
        ("Open 7.30 to 18.00, e.g. Monday.", []),
        ("We moved.Then we opened again.", []),
        ("https://bücher.de is a link", ["https://bücher.de"]),
    ],
)
def test_links_end_where_the_sentence_goes_on(text: str, links: list[str]):
    assert find_links(text) == links


@given(ANY_TEXT)
def test_any_text_can_be_counted_by_any_rule(text: str):
    assert all(count_text(text, rule) >= 0 for rule in CountRule)


@given(ANY_TEXT, ANY_TEXT)
def test_more_text_is_never_shorter_in_utf16(first: str, second: str):
    together = count_text(first + second, CountRule.UTF16)
    assert together == count_text(first, CountRule.UTF16) + count_text(second, CountRule.UTF16)


@given(ANY_TEXT)
def test_what_people_see_is_never_more_than_the_letters_stored(text: str):
    assert count_text(text, CountRule.GRAPHEMES) <= len(text)


@settings(max_examples=10, deadline=None)
@given(st.text(st.sampled_from("aé面🥐👨‍👩🇩🇪क्́\0\ud83d@./:#\n "), min_size=1, max_size=12))
def test_a_hundred_thousand_characters_do_not_freeze_the_editor(pattern: str):
    text = (pattern * (100_000 // len(pattern) + 1))[:100_000]
    before = time.process_time()
    for rule in CountRule:
        count_text(text, rule)
    assert time.process_time() - before < 2.0


def test_a_long_row_of_flags_is_counted_at_once():
    before = time.process_time()
    assert count_text("🇩🇪" * 20_000, CountRule.GRAPHEMES) == 20_000
    assert time.process_time() - before < 1.0
