"""Handing a post over and recognising the link that comes back."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socialcoach.core.errors import UserError
from socialcoach.core.planning.handover import (
    LONGEST_ADDRESS,
    clean_server,
    compose_address,
    looks_like_post_link,
)
from socialcoach.paths import resource_dir
from socialcoach.storage.bundled.platforms import load_platforms

PLATFORMS = {facts.key: facts for facts in load_platforms(resource_dir())}
PREFILLED = [key for key, facts in PLATFORMS.items() if facts.compose.prefill]


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=60))
def test_the_words_arrive_as_they_were_written(text: str):
    page = compose_address(PLATFORMS["bluesky"], text)
    query = urlsplit(page.address).query
    assert parse_qs(query, keep_blank_values=True) == {"text": [text]}


@pytest.mark.parametrize("platform", PREFILLED)
def test_nothing_in_a_text_can_lead_elsewhere(platform: str):
    page = compose_address(PLATFORMS[platform], "x&url=https://evil.example#{server}/../%00?a=b c")
    address = urlsplit(page.address)
    template = urlsplit(PLATFORMS[platform].compose.serverless or page.address)
    assert address.netloc == template.netloc
    assert "evil.example" not in address.netloc + address.path
    assert "+" not in page.address
    assert "//evil" not in page.address
    assert " " not in page.address


@pytest.mark.parametrize("platform", sorted(PLATFORMS))
def test_a_long_text_opens_the_bare_page(platform: str):
    page = compose_address(PLATFORMS[platform], "🥐" * 1_000)
    assert len(page.address) <= LONGEST_ADDRESS
    assert not page.prefilled
    assert "%F0" not in page.address


@pytest.mark.parametrize("platform", ["facebook", "instagram", "tiktok", "google_business"])
def test_where_words_cannot_be_filled_in_the_page_opens_empty(platform: str):
    page = compose_address(PLATFORMS[platform], "Good morning")
    assert not page.prefilled
    assert page.address == PLATFORMS[platform].compose.page


def test_mastodon_opens_on_the_owners_own_server():
    page = compose_address(PLATFORMS["mastodon"], "Good morning", server="https://mas.to/")
    assert page.address == "https://mas.to/share?text=Good%20morning"


def test_without_a_server_the_network_asks_for_it():
    page = compose_address(PLATFORMS["mastodon"], "Good morning")
    assert page.address == "https://share.joinmastodon.org/#text=Good%20morning"
    assert page.prefilled


def test_a_broken_half_of_an_emoji_does_not_break_the_address():
    assert compose_address(PLATFORMS["x"], "a\ud83d").address.endswith("text=a%3F")


def test_the_first_line_is_the_title_where_there_is_one():
    page = compose_address(PLATFORMS["reddit"], "\nMy rye loaf\n\nTwo days of patience.")
    assert parse_qs(urlsplit(page.address).query)["title"] == ["My rye loaf"]


@pytest.mark.parametrize(
    ("typed", "server"),
    [
        ("mastodon.social", "mastodon.social"),
        ("https://Mastodon.Social/", "mastodon.social"),
        ("@ann@mas.to", "mas.to"),
        (" mas.to ", "mas.to"),
    ],
)
def test_a_server_may_be_typed_in_many_ways(typed: str, server: str):
    assert clean_server(typed) == server


@pytest.mark.parametrize(
    "typed",
    [
        "http://mastodon.social",
        "mastodon",
        "mastodon.social/about",
        "mas to.social",
        "mastodon.social:8080",
        "127.0.0.1",
        "mаstodon.social",  # a Cyrillic letter
        "-.social",
        "a..b",
        "?",
    ],
)
def test_a_wrong_server_is_refused_in_words_of_its_own(typed: str):
    with pytest.raises(UserError) as error:
        clean_server(typed)
    assert error.value.code == "handover.server"


@pytest.mark.parametrize("platform", sorted(PLATFORMS))
def test_the_example_of_every_platform_is_a_link_to_a_post(platform: str):
    assert looks_like_post_link(PLATFORMS[platform], PLATFORMS[platform].post_link.example)


@pytest.mark.parametrize(
    ("platform", "url"),
    [
        ("facebook", "https://www.facebook.com/permalink.php?story_fbid=pfbid02x&id=1000"),
        ("facebook", "https://www.facebook.com/share/p/1AbCdEfGhI/"),
        ("facebook", "https://fb.watch/abcDEF123_/"),
        ("facebook", "https://m.facebook.com/story.php?story_fbid=1&id=2"),
        ("facebook", "https://www.facebook.com/photo/?fbid=123&set=a.1"),
        ("facebook", "https://www.facebook.com/reel/123456"),
        ("instagram", "https://www.instagram.com/reel/DAbCdEfGhIj/?igsh=abc"),
        ("instagram", "https://www.instagram.com/rosasbakery/p/DAbCdEfGhIj/"),
        (
            "linkedin",
            "https://www.linkedin.com/posts/rosa_bread-activity-7260-AbCd?utm_source=share",
        ),
        ("tiktok", "https://vm.tiktok.com/ZMabcdef/"),
        ("pinterest", "https://pin.it/4AbCdEf"),
        ("pinterest", "https://de.pinterest.com/pin/1012345678901234567/"),
        ("youtube", "https://youtu.be/AbCdEfGhIjK?si=xyz"),
        ("youtube", "https://www.youtube.com/watch?v=AbCdEfGhIjK"),
        ("x", "https://twitter.com/rosasbakery/status/1990000000000000000?s=20"),
        ("bluesky", "https://bsky.app/profile/did:plc:abc123/post/3lbabcdefgh2x"),
        ("mastodon", "https://some.server.example/@rosa/113500000000000000"),
        ("reddit", "https://redd.it/1abcdef"),
        ("google_business", "https://maps.app.goo.gl/AbCdEfGh123"),
        ("whatsapp", "https://whatsapp.com/channel/0029VaAbCdEf/12"),
    ],
)
def test_links_to_posts_are_recognised(platform: str, url: str):
    assert looks_like_post_link(PLATFORMS[platform], url)
    assert looks_like_post_link(PLATFORMS[platform], f"  {url}\n")


@pytest.mark.parametrize(
    ("platform", "url"),
    [
        ("facebook", "http://www.facebook.com/rosa/posts/1"),
        ("facebook", "https://www.facebook.com.evil.example/rosa/posts/1"),
        ("facebook", "https://www.faceb00k.com/rosa/posts/1"),
        ("facebook", "https://www.fаcebook.com/rosa/posts/1"),  # a Cyrillic letter
        ("facebook", "https://www.facebook.com@evil.example/rosa/posts/1"),
        ("facebook", "https://evil.example/www.facebook.com/rosa/posts/1"),
        ("facebook", "https://www.facebook.com:8443/rosa/posts/1"),
        ("facebook", "https://www.facebook.com\\@evil.example/rosa/posts/1"),
        ("facebook", "https://www.facebook.com/rosasbakery"),
        ("facebook", "https://www.facebook.com/"),
        ("pinterest", "https://evilpinterest.com/pin/1"),
        ("instagram", "https://www.instagram.com/rosasbakery/"),
        ("x", "https://x.com/rosasbakery"),
        ("x", "javascript:alert(1)"),
        ("x", "file:///etc/passwd"),
        ("x", "x.com/rosa/status/1"),
        ("x", "https://x.com/rosa/status/1 https://x.com/rosa/status/2"),
        ("x", "https://x.com/rosa/status/1\0"),
        ("x", "https://[x.com/rosa/status/1"),
        ("x", "https://x.com:99999/rosa/status/1"),
        ("x", ""),
        ("mastodon", "https://xn--mstodon-bza.social/@rosa/1"),
        ("mastodon", "https://localhost/@rosa/1"),
        ("mastodon", "https://mas.to/@rosa"),
        ("google_business", "https://sites.google.com/view/anything"),
        ("bluesky", "https://bsky.app/profile/rosa.example"),
    ],
)
def test_look_alikes_and_pages_that_are_no_posts_are_refused(platform: str, url: str):
    assert not looks_like_post_link(PLATFORMS[platform], url)


@given(st.text(max_size=200), st.sampled_from(sorted(PLATFORMS)))
def test_any_pasted_text_is_judged_without_an_error(text: str, platform: str):
    assert looks_like_post_link(PLATFORMS[platform], text) in (True, False)


@given(st.text(max_size=60))
def test_any_typed_server_is_either_a_host_name_or_refused(typed: str):
    try:
        server = clean_server(typed)
    except UserError:
        return
    assert server.isascii()
    assert urlsplit(f"https://{server}/").hostname == server
