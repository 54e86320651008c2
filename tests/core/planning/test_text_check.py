"""Checking a text against a platform."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socialcoach.core.planning.platform_facts import PlatformFacts
from socialcoach.core.planning.text_check import (
    Note,
    NoteCode,
    TextCheck,
    Unit,
    check_text,
    find_hashtags,
    has_phone_number,
)
from socialcoach.paths import resource_dir
from socialcoach.storage.bundled.platforms import load_platforms

PLATFORMS = {facts.key: facts for facts in load_platforms(resource_dir())}


def codes(check: TextCheck) -> set[NoteCode]:
    return {note.code for note in check.notes}


def test_a_short_text_fits_everywhere_but_where_a_server_decides():
    for facts in PLATFORMS.values():
        check = check_text("Our sourdough takes two days.", facts)
        assert check.fits
        assert codes(check) <= {NoteCode.SERVER_MAY_DIFFER}


def test_the_excess_is_told_in_the_platforms_own_count():
    check = check_text("x" * 290 + " https://example.org/a/very/long/path", PLATFORMS["x"])
    assert (check.count, check.limit, check.over_by) == (314, 280, 34)
    assert check.unit is Unit.X_CHARACTERS
    assert Note(NoteCode.TOO_LONG, 34) in check.notes
    assert not check.fits


def test_bluesky_has_a_second_limit_for_long_emoji():
    check = check_text("👨‍👩‍👧‍👦" * 121, PLATFORMS["bluesky"])
    assert check.over_by == 0
    assert Note(NoteCode.TOO_MANY_BYTES, 25) in check.notes
    assert not check.fits


def test_a_first_line_too_long_for_a_title_is_told_where_it_becomes_one():
    text = "y" * 101 + "\nThe rest."
    told = Note(NoteCode.TITLE_TOO_LONG, 100)
    assert told in check_text(text, PLATFORMS["pinterest"]).notes
    assert told in check_text(text, PLATFORMS["youtube"]).notes
    assert check_text(text, PLATFORMS["pinterest"]).fits  # advice: the title can be another one
    assert NoteCode.TITLE_TOO_LONG not in codes(check_text("y" * 100, PLATFORMS["pinterest"]))
    for key in ("tiktok", "google_business", "facebook"):  # a title at times, or never
        assert NoteCode.TITLE_TOO_LONG not in codes(check_text(text, PLATFORMS[key]))


def test_the_owners_own_server_may_allow_more():
    text = "a" * 600
    assert check_text(text, PLATFORMS["mastodon"]).over_by == 100
    assert check_text(text, PLATFORMS["mastodon"], limit=1_000).notes == ()


def test_instagram_takes_five_hashtags():
    tags = "#a1 #b2 #c3 #d4 #e5 #f6"
    check = check_text(tags, PLATFORMS["instagram"])
    assert (check.hashtags, check.hashtag_limit) == (6, 5)
    assert codes(check) == {NoteCode.TOO_MANY_HASHTAGS}


def test_more_hashtags_than_help_are_advice_and_no_obstacle():
    check = check_text("Fresh #bread #rye #oven", PLATFORMS["facebook"])
    assert codes(check) == {NoteCode.MORE_HASHTAGS_THAN_HELP}
    assert check.fits


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("#bread and #Sauerteig_2", ["bread", "Sauerteig_2"]),
        ("we are #1 and C# is a language", []),
        ("https://example.org/page#menu", []),
        ("#خبز و #面包", ["خبز", "面包"]),
        ("a#b", []),
    ],
)
def test_only_real_hashtags_count(text: str, found: list[str]):
    assert find_hashtags(text) == found


@pytest.mark.parametrize(
    ("platform", "code"),
    [
        ("instagram", NoteCode.LINK_NOT_CLICKABLE),
        ("google_business", NoteCode.LINK_BELONGS_ON_BUTTON),
        ("pinterest", NoteCode.LINK_BELONGS_IN_FIELD),
    ],
)
def test_a_link_is_named_where_it_does_not_work(platform: str, code: NoteCode):
    assert code in codes(check_text("See rosasbakery.com", PLATFORMS[platform]))


def test_six_links_are_too_many_for_threads():
    text = " ".join(f"https://example.org/{n}" for n in range(6))
    assert Note(NoteCode.TOO_MANY_LINKS, 5) in check_text(text, PLATFORMS["threads"]).notes


@pytest.mark.parametrize(
    "text", ["Call 020 7946 0123", "Call +49 30 1234567", "(555) 123-4567", "Tel. 0151/23456789"]
)
def test_google_is_warned_of_phone_numbers(text: str):
    assert NoteCode.PHONE_NUMBER in codes(check_text(text, PLATFORMS["google_business"]))


@pytest.mark.parametrize(
    "text",
    [
        "Open 9:00-17:30",
        "24.12.2026",
        "2026-11-22",
        "from 1200 to 1400 guests",
        "£1,250.00",
        "3 x 4",
    ],
)
def test_times_dates_and_prices_are_no_phone_numbers(text: str):
    assert not has_phone_number(text)


def test_youtube_takes_no_angle_brackets():
    assert NoteCode.ANGLE_BRACKETS in codes(check_text("a <3 b", PLATFORMS["youtube"]))


@pytest.mark.parametrize("text", ["bread\0", "bread\ud83d"])
def test_hidden_characters_are_pointed_out(text: str):
    assert not check_text(text, PLATFORMS["facebook"]).fits


def test_a_right_to_left_text_is_an_ordinary_text():
    check = check_text("שלום لكم", PLATFORMS["bluesky"])
    assert check.count == 8
    assert check.notes == ()


@given(st.text(max_size=80), st.sampled_from(sorted(PLATFORMS)))
def test_a_text_is_over_the_limit_exactly_when_a_note_says_so(text: str, platform: str):
    facts = _with_limit(PLATFORMS[platform], 20)
    check = check_text(text, facts)
    assert (check.over_by > 0) == (NoteCode.TOO_LONG in codes(check))
    assert check.over_by == max(0, check.count - 20)


def _with_limit(facts: PlatformFacts, limit: int) -> PlatformFacts:
    return replace(facts, text=replace(facts.text, limit=limit))
