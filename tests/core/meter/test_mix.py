"""The rule of thumb in posts: of any ten in a row two may sell, never two in a row."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import product

import pytest

from socialcoach.core.meter.mix import EVERYWHERE, FeedMix, feed_mix
from socialcoach.core.planning.publication import FeedPost

EVERY_FULL_HISTORY = [FeedMix(bits) for bits in product((False, True), repeat=10)]
EVERY_YOUNG_HISTORY = [
    FeedMix(bits) for n in range(10) for bits in product((False, True), repeat=n)
]
EVERY_HISTORY = EVERY_FULL_HISTORY + EVERY_YOUNG_HISTORY


def keeps_the_rule(history: tuple[bool, ...]) -> bool:
    """Judge the ten that end with the last post, the plain way."""
    ten = history[-10:]
    return sum(ten) <= 2 and not (len(ten) > 1 and ten[-1] and ten[-2])


def shortest_wait(history: tuple[bool, ...]) -> int:
    """Search by hand for the smallest number of giving posts before a selling one."""
    return next(n for n in range(20) if keeps_the_rule((*history, *[False] * n, True)))


def test_write_n_giving_posts_first_agrees_with_a_search_by_hand():
    for mix in EVERY_HISTORY:
        assert mix.giving_first == shortest_wait(mix.selling), mix


def test_the_pay_back_is_the_fewest_giving_posts_that_bring_two_in_ten_back():
    for mix in EVERY_HISTORY:
        after = (*mix.selling, *[False] * mix.payback)
        assert sum(after[-10:]) <= 2
        if mix.payback:
            assert sum((*mix.selling, *[False] * (mix.payback - 1))[-10:]) > 2


def test_room_is_there_exactly_when_no_giving_post_is_needed_first():
    for mix in EVERY_HISTORY:
        assert (mix.room > 0) == (mix.giving_first == 0), mix


def test_room_never_promises_more_selling_posts_than_the_rule_allows():
    for mix in EVERY_HISTORY:
        history = mix.selling
        for _ in range(mix.room):
            history = (*history, True)
            assert sum(history[-10:]) <= 2
            history = (*history, False)


def test_a_giving_post_never_makes_it_worse():
    for mix in EVERY_HISTORY:
        after = mix.then(selling=False)
        assert after.giving_first <= mix.giving_first
        assert after.selling_count <= mix.selling_count


def test_a_giving_post_always_fits():
    assert all(mix.with_post(selling=False).fits for mix in EVERY_HISTORY)


def test_the_oldest_post_falls_out_of_the_ten():
    mix = FeedMix((True, *[False] * 9))
    assert mix.then(selling=False).selling_count == 0


@pytest.mark.parametrize(("history", "wait"), [("", 0), ("s", 1), ("gggggggggg", 0), ("sgs", 7)])
def test_examples_an_owner_would_check(history: str, wait: int):
    assert FeedMix(tuple(letter == "s" for letter in history)).giving_first == wait


def test_a_young_feed_counts_what_it_has_and_says_it_is_early():
    mix = FeedMix((True, False))
    assert (mix.count, mix.selling_count, mix.is_early) == (2, 1, True)


def test_a_post_on_two_platforms_counts_once_over_all():
    noon = datetime(2026, 11, 1, 12, tzinfo=UTC)
    posts = [
        FeedPost(1, "facebook", noon, selling=True),
        FeedPost(1, "instagram", noon + timedelta(hours=1), selling=True),
        FeedPost(2, "facebook", noon + timedelta(hours=2), selling=False),
    ]
    mixes = feed_mix(posts)
    assert mixes.of(EVERYWHERE).selling == (True, False)
    assert mixes.of("facebook").selling == (True, False)
    assert mixes.of("instagram").selling == (True,)


def test_the_strictest_platform_decides():
    noon = datetime(2026, 11, 1, 12, tzinfo=UTC)
    posts = [
        FeedPost(1, "instagram", noon, selling=True),
        FeedPost(2, "facebook", noon + timedelta(hours=2), selling=False),
    ]
    mixes = feed_mix(posts)
    assert mixes.strictest(["facebook", "instagram"]) == "instagram"
    assert mixes.strictest(["facebook"]) == EVERYWHERE
