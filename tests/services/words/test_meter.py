"""What the meter says: words for everything, numbers of posts, never a score."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socialcoach.core.meter import Balance, Band, Kind, Reason
from socialcoach.core.meter.mix import FeedMix
from socialcoach.services.words import meter as words

feeds = st.lists(st.booleans(), max_size=10).map(tuple).map(FeedMix)


@pytest.mark.parametrize("band", Band)
def test_every_band_has_a_word_and_a_meaning(band: Band):
    assert words.band_name(band)
    assert words.band_meaning(str(band)).endswith(".")


@pytest.mark.parametrize("kind", Kind)
def test_every_kind_has_a_word_of_its_own(kind: Kind):
    assert words.kind_name(kind)
    assert len({words.kind_name(other) for other in Kind}) == len(Kind)


@pytest.mark.parametrize("reason", Reason)
def test_every_reason_is_explained_and_praised_or_mended(reason: Reason):
    assert words.reason_text(reason)
    assert words.reason_tip(reason).startswith("Good") is not reason.sells


def test_pressure_has_words_from_none_to_hard():
    assert len({words.pressure_text(pressure) for pressure in range(4)}) == 4


@pytest.mark.parametrize(
    ("balance", "sentence"),
    [
        (Balance(0, 0, 0), "It says neither we nor you."),
        (Balance(1, 3, 0), "You say “we” once and “you” 3 times."),
        (Balance(0, 2, 1), "You say “we” never and “you” 2 times. One question: good."),
        (Balance(2, 0, 2), "You say “we” 2 times and “you” never. 2 questions: good."),
    ],
)
def test_we_and_you_are_counted_in_words(balance: Balance, sentence: str):
    assert words.balance_sentence(balance) == sentence


@given(feeds, st.booleans())
def test_no_sentence_about_the_feed_shows_a_score_or_a_percentage(mix: FeedMix, selling: bool):
    said = [*words.mix_sentences(mix), *words.outlook_sentences(mix.with_post(selling=selling))]
    for sentence in said:
        assert "%" not in sentence
        assert "{" not in sentence
        assert not re.search(r"\d\.\d|\b\d{3}", sentence)


@given(feeds)
def test_a_giving_post_always_fits(mix: FeedMix):
    assert words.outlook_sentences(mix.with_post(selling=False))[1].startswith("It gives")


@given(feeds)
def test_a_selling_post_is_told_how_many_giving_ones_come_first(mix: FeedMix):
    outlook = mix.with_post(selling=True)
    said = words.outlook_sentences(outlook)[1]
    if outlook.fits:
        assert said.startswith("It fits")
    else:
        posts = "post" if outlook.giving_first == 1 else "posts"
        assert f"Write {outlook.giving_first} giving {posts} first" in said


@pytest.mark.parametrize(
    ("feed", "first", "then"),
    [
        ((), "Nothing has gone out yet.", "Your posts will show here as dots."),
        (
            (False,),
            "Your last post gives.",
            "It is early days. 2 more selling posts fit, with giving ones between.",
        ),
        (
            (True, *[False] * 9),
            "1 of your last 10 posts sells.",
            "2 more selling posts fit, with giving ones between.",
        ),
        (
            (*[False] * 9, True),
            "1 of your last 10 posts sells.",
            "After 1 giving post a selling one fits again.",
        ),
    ],
    ids=["empty", "one post", "old selling post", "sold last"],
)
def test_the_feed_is_said_in_posts(feed: tuple[bool, ...], first: str, then: str):
    assert words.mix_sentences(FeedMix(feed)) == (first, then)


def test_the_platform_is_named_when_it_is_the_stricter_one():
    outlook = FeedMix((False, True)).with_post(selling=True)
    first, then = words.outlook_sentences(outlook, "Facebook")
    assert first == "With this one, 2 of your last 3 posts on Facebook sell."
    assert "two in a row" in then


def test_the_very_first_post_is_called_so():
    assert words.outlook_sentences(FeedMix().with_post(selling=False)) == (
        "This would be your first post.",
        "It gives, so it always fits.",
    )
