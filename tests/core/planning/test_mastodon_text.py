"""What a Mastodon server makes of a text, and whether it is still the same post."""

from __future__ import annotations

from html import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socialcoach.core.planning.mastodon_text import plain_text, same_text, signature

TYPED = (
    "Frühling & <b>neu</b> *heute* 🥐\n\n"
    "https://example.org/a-long-path/to_bread?x=1&y=2 #Bäckerei @bob@example.org\n- eins\n> zwei"
)
AS_MASTODON_SHOWS_IT = (
    "<p>Frühling &amp; &lt;b&gt;neu&lt;/b&gt; *heute* 🥐</p><p>"
    '<a href="https://example.org/a-long-path/to_bread?x=1&amp;y=2" rel="nofollow noopener">'
    '<span class="invisible">https://</span>'
    '<span class="ellipsis">example.org/a-long-path/to_bre</span>'
    '<span class="invisible">ad?x=1&amp;y=2</span></a> '
    '<a href="https://mastodon.social/tags/B%C3%A4ckerei" class="mention hashtag" rel="tag">#'
    '<span>Bäckerei</span></a> <span class="h-card"><a href="https://example.org/@bob" '
    'class="u-url mention">@<span>bob</span></a></span><br>- eins<br>&gt; zwei</p>'
)
AS_SNAC_SHOWS_IT = (
    "Frühling & <b>neu</b> <i>heute</i> 🥐<br><br>"
    '<a href="https://example.org/a-long-path/to_bread?x=1&y=2" target="_blank">'
    "https://example.org/a-long-path/to_bread?x=1&y=2</a> "
    '<a href="http://localhost:1?t=bäckerei" class="mention hashtag" rel="tag">#Bäckerei</a> '
    '<span class="h-card"><a href="http://x/bob" class="u-url mention">@bob@example.org</a></span>'
    "<br>- eins<br><blockquote>zwei<br></blockquote>"
)


def test_the_post_is_known_again_as_mastodon_shows_it() -> None:
    assert same_text(TYPED, plain_text(AS_MASTODON_SHOWS_IT))


def test_the_post_is_known_again_where_stars_and_quotes_became_formatting() -> None:
    typed = TYPED.replace("<b>", "").replace("</b>", "")
    assert same_text(typed, plain_text(AS_SNAC_SHOWS_IT))


def test_another_post_is_not_taken_for_it() -> None:
    assert not same_text("Fresh bread today", "Fresh bread to go")
    assert not same_text("Bread 1 €", "Bread 2 €")
    assert not same_text("Bread", "")


def test_texts_of_signs_alone_are_compared_sign_by_sign() -> None:
    assert same_text("!!! ...", "!!! ...")
    assert not same_text("!!!", "???")


def test_accents_written_in_two_ways_are_the_same() -> None:
    assert same_text("Café", "Cafe\u0301")


@given(st.text(max_size=80))
def test_whatever_was_typed_is_known_again_after_the_server_escaped_it(typed: str) -> None:
    html = "<p>" + escape(typed).replace("\n", "<br>") + "</p>"
    assert signature(plain_text(html)) == signature(typed)


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>One</p><p>Two<br>three</p>", "One\n\nTwo\nthree"),
        ("a &lt;b&gt; &amp; c", "a <b> & c"),
        ("<script>alert(1)</script>Hi", "Hi"),
        ("<p>Open <b>never closed", "Open never closed"),
        ("<ul><li>one</li><li>two</li></ul>", "one\ntwo"),
        ("", ""),
        ("<<<", "<<<"),
    ],
)
def test_html_becomes_what_people_read(html: str, text: str) -> None:
    assert plain_text(html) == text


def test_a_monster_of_a_post_is_read_in_part_only() -> None:
    assert len(plain_text("<p>x</p>" * 1_000_000)) < 200_000
