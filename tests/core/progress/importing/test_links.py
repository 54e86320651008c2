"""The key and the moment that a post's link gives away."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socialcoach.core.progress.importing.links import (
    comparable,
    id_in_link,
    moment_of,
    platform_of,
)

NOON = datetime(2026, 3, 5, 12, tzinfo=UTC)
SECONDS = int(NOON.timestamp())


def test_an_x_id_tells_when_the_post_was_made():
    number = (SECONDS * 1000 - 1_288_834_974_657) << 22
    assert moment_of("x", f"https://x.com/crumb/status/{number}") == NOON
    assert moment_of("x", "", str(number)) == NOON


def test_a_tiktok_link_tells_when_the_video_was_made():
    link = f"https://www.tiktok.com/@crumb/video/{(SECONDS << 32) + 7}?lang=en"
    assert moment_of("tiktok", link) == NOON


def test_a_linkedin_link_tells_when_the_post_was_made():
    link = f"https://www.linkedin.com/feed/update/urn:li:activity:{SECONDS * 1000 << 22}"
    assert moment_of("linkedin", link) == NOON
    assert moment_of("linkedin", link.replace(":activity:", "%3Ashare%3A")) == NOON


@pytest.mark.parametrize("link", ["", "https://www.instagram.com/crumb/", "https://x.com/crumb"])
def test_a_link_without_an_id_tells_no_time(link: str):
    assert moment_of("instagram", link) is None
    assert moment_of("x", link) is None
    assert moment_of("facebook", link) is None


def test_two_spellings_of_one_address_are_the_same():
    spellings = [
        "https://twitter.com/crumb/status/123456/",
        "http://www.x.com/crumb/status/123456?s=20",
        "https://X.com/crumb/status/123456#top",
    ]
    assert {comparable(link) for link in spellings} == {"x.com/crumb/status/123456"}


def test_the_part_of_an_address_that_names_the_post_is_kept():
    first = "https://www.youtube.com/watch?v=abcdefghijk"
    assert comparable(first) != comparable(first.replace("k", "l"))
    one = "https://www.facebook.com/permalink.php?story_fbid=1&id=2"
    assert comparable(one) != comparable(one.replace("fbid=1", "fbid=3"))


def test_links_say_which_platform_they_lead_to():
    assert platform_of("https://m.facebook.com/crumb/posts/1") == "facebook"
    assert platform_of("https://youtu.be/abcdefghijk") == "youtube"
    assert platform_of("https://crumb.example/instagram.com") is None
    assert platform_of("http://[broken") is None


def test_the_id_in_a_link_is_kept_as_text():
    assert id_in_link("tiktok", "https://www.tiktok.com/@a/video/7500000000000000001") == (
        "7500000000000000001"
    )


@given(st.text(max_size=200), st.sampled_from(["x", "instagram", "tiktok", "linkedin", "youtube"]))
def test_no_text_whatever_breaks_the_reading_of_links(text: str, platform: str):
    comparable(text)
    platform_of(text)
    moment_of(platform, text, text)
    moment_of(platform, f"https://instagram.com/p/{text}/")
