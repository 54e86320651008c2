"""Which kinds of posts people respond to, without luck being taken for merit."""

from __future__ import annotations

from math import exp
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socialcoach.core.progress.kind_response import kind_responses

STEADY = [(1000, 40), (900, 38), (1100, 42), (1000, 44), (950, 36), (1000, 41)]


def test_one_kind_alone_cannot_be_compared() -> None:
    assert kind_responses({"tip": STEADY}) == []


def test_a_kind_with_four_posts_is_hidden() -> None:
    found = kind_responses({"tip": STEADY, "story": STEADY, "fun": [(100, 90)] * 4})
    assert {one.kind for one in found} == {"tip", "story"}


def test_five_lucky_posts_are_drawn_towards_the_others() -> None:
    lucky = [(1000, 20), (1000, 45), (1000, 90), (1000, 30), (1000, 120)]
    found = {one.kind: one for one in kind_responses({"tip": STEADY * 3, "fun": lucky})}
    assert found["tip"].pooled < found["fun"].pooled < found["fun"].median
    assert found["fun"].stands_out == 0


def test_a_kind_that_is_better_over_many_posts_stands_out() -> None:
    better = [(seen, responses * 3) for seen, responses in STEADY]
    found = kind_responses({"tip": STEADY * 4, "story": STEADY * 4, "question": better * 4})
    assert [one.kind for one in found if one.stands_out > 0] == ["question"]
    assert found[0].kind == "question"


def test_kinds_alike_do_not_stand_out() -> None:
    found = kind_responses({"tip": STEADY, "story": STEADY[::-1], "fun": STEADY})
    assert not any(one.stands_out for one in found)


def test_the_plain_median_is_that_of_the_posts() -> None:
    posts = [(1000, n) for n in (10, 20, 30, 40, 500)]
    found = {one.kind: one for one in kind_responses({"tip": posts, "story": STEADY})}
    assert abs(found["tip"].median - 0.03) < 1e-9


def test_the_best_guess_never_leaves_what_the_kinds_own_posts_say() -> None:
    better = [(seen, responses * 3) for seen, responses in STEADY]
    found = {one.kind: one for one in kind_responses({"tip": STEADY * 9, "story": better})}
    assert found["story"].low <= found["story"].pooled <= found["story"].high


@pytest.mark.parametrize("sizes", [(6,) * 6, (5, 5, 5, 200), (5, 8, 30)])
def test_where_all_kinds_are_alike_luck_makes_one_better_in_few_feeds_only(sizes: tuple[int, ...]):
    rng = Random(f"{sizes}")
    feeds = [_alike(rng, sizes) for _feed in range(800)]
    lucky = [any(one.stands_out > 0 for one in kind_responses(feed)) for feed in feeds]
    assert sum(lucky) / len(lucky) <= 0.08


def _alike(rng: Random, sizes: tuple[int, ...]) -> dict[str, list[tuple[int, int]]]:
    return {
        str(kind): [_post(rng, -3.0) for _post_number in range(size)]
        for kind, size in enumerate(sizes)
    }


@pytest.mark.parametrize("lift", [0.0, 0.4])
@pytest.mark.parametrize("odds", [-6.9, -3.0, -0.85])
def test_nine_of_ten_lines_hold_the_middle_of_such_posts(odds: float, lift: float) -> None:
    rng = Random(f"{odds} {lift}")
    held = [hit for _feed in range(500) for hit in _hits(rng, odds, lift)]
    assert len(held) == 2_000
    assert 0.87 <= sum(held) / len(held) <= 0.93


def _hits(rng: Random, odds: float, lift: float) -> list[bool]:
    """Whether the lines of four kinds, two of them better by ``lift``, hold the true middle."""
    middles = {"tip": odds, "story": odds, "fun": odds + lift, "offer": odds + lift}
    sizes = dict(zip(middles, (5, 8, 12, 40), strict=True))
    feed = {
        kind: [_post(rng, middles[kind]) for _post_number in range(sizes[kind])] for kind in middles
    }
    found = kind_responses(feed)
    return [one.low <= _share(middles[one.kind]) <= one.high for one in found]


def _post(rng: Random, middle: float) -> tuple[int, int]:
    seen = round(20_000 * exp(rng.gauss(0, 0.5)))
    share = _share(rng.gauss(middle, 0.6))
    chance = (seen * share * (1 - share)) ** 0.5
    return seen, min(max(round(rng.gauss(seen * share, chance)), 0), seen)


def _share(odds: float) -> float:
    return 1 / (1 + exp(-odds))


@given(
    st.dictionaries(
        st.sampled_from(["tip", "story", "fun", "offer"]),
        st.lists(st.tuples(st.integers(0, 10_000), st.integers(0, 20_000)), max_size=12),
    )
)
def test_any_figures_give_rates_between_none_and_all(
    posts: dict[str, list[tuple[int, int]]],
) -> None:
    for one in kind_responses(posts):
        assert 0 <= one.low <= one.pooled <= one.high <= 1
