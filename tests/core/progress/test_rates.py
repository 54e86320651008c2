"""Rates and their intervals, by hand and by simulation."""

from __future__ import annotations

from math import sqrt

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from socialcoach.core.progress.comparison import Trend, trend
from socialcoach.core.progress.quantiles import t_quantile
from socialcoach.core.progress.rates import ENOUGH_POSTS, Rate, ResponseSums, rate_of

SIMULATIONS = 2_000
SHAPES = {"alike": 0.0, "a little": 0.25, "much": 0.5, "by factors": 0.5}
"""How much posts differ in the simulations: standard deviation of their rates over the mean."""

POSTS = st.lists(
    st.integers(1, 50_000).flatmap(lambda n: st.tuples(st.just(n), st.integers(0, n))),
    min_size=ENOUGH_POSTS,
    max_size=40,
)


def rate(posts: list[tuple[int, int]]) -> Rate:
    """Return the rate of posts of which there are enough."""
    found = rate_of(ResponseSums.of(posts))
    assert found is not None
    return found


def test_four_posts_are_not_enough_to_say() -> None:
    assert rate_of(ResponseSums.of([(100, 5)] * 4)) is None


def test_five_posts_are_enough() -> None:
    assert rate([(100, 5)] * 5).value == pytest.approx(0.05)


def test_a_post_nobody_saw_does_not_count() -> None:
    assert ResponseSums.of([(0, 3)]) == ResponseSums()


def test_more_responses_than_viewers_count_as_all_viewers() -> None:
    assert ResponseSums.of([(10, 30)]).responses == 10


def test_months_may_be_added_up() -> None:
    first, second = [(120, 3), (80, 4)], [(900, 40)]
    assert ResponseSums.of(first) + ResponseSums.of(second) == ResponseSums.of(first + second)


def test_posts_that_differ_a_lot_make_the_rate_less_sure() -> None:
    alike = rate([(1000, 50)] * 10)
    different = rate([(1000, 5), (1000, 95)] * 5)
    assert different.value == alike.value
    assert different.high - different.low > 2 * (alike.high - alike.low)


def test_without_any_response_the_interval_begins_at_zero_and_stays_open() -> None:
    none = rate([(200, 0)] * 6)
    assert none.low == 0
    assert 0 < none.high < 0.01


def test_the_interval_agrees_with_an_independent_computation() -> None:
    n = np.array([400.0, 950, 310, 1220, 505, 760, 88])
    y = np.array([22.0, 30, 25, 41, 11, 70, 3])
    p = y.sum() / n.sum()
    chi_square = float(((y - n * p) ** 2 / (n * p * (1 - p))).sum())
    rho = (chi_square - 6) / float(((n - 1) * (1 - n / n.sum())).sum())
    variance = p * (1 - p) * float((n * (1 + (n - 1) * rho)).sum()) / n.sum() ** 2
    chance = p * (1 - p) / n.sum()
    found = rate(list(zip(n.astype(int).tolist(), y.astype(int).tolist(), strict=True)))
    assert found.value == pytest.approx(p)
    # The bounds are those rates from which the one seen is just t standard errors away, where
    # half of what lies between posts grows with the rate and half with its square.
    between = (variance - chance) / 2
    linear = (chance + between) / (p * (1 - p))
    away = [
        abs(p - bound) / sqrt(linear * bound * (1 - bound) + between * (bound / p) ** 2)
        for bound in (found.low, found.high)
    ]
    assert away[0] == pytest.approx(away[1])
    assert t_quantile(6) < away[0] < t_quantile(4)


@given(POSTS)
def test_any_figures_give_an_interval_around_the_rate(posts: list[tuple[int, int]]) -> None:
    found = rate(posts)
    assert 0 <= found.low <= found.value + 1e-12
    assert found.value - 1e-12 <= found.high <= 1


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("posts", [5, 8, 12, 60, 500])
@pytest.mark.parametrize("truth", [0.001, 0.01, 0.05, 0.3])
def test_nine_of_ten_intervals_hold_the_truth(truth: float, posts: int, shape: str) -> None:
    dice = np.random.default_rng([round(truth * 1000), posts, len(shape)])
    rates = [rate_of(sums) for sums in simulated(dice, truth, posts, shape)]
    held = np.mean([found is not None and found.low <= truth <= found.high for found in rates])
    assert 0.87 <= held <= 0.93


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("posts", [5, 12])
def test_two_months_alike_are_seldom_called_different(posts: int, shape: str) -> None:
    dice = np.random.default_rng([11, posts, len(shape)])
    pairs = zip(*(simulated(dice, 0.04, posts, shape) for _ in range(2)), strict=True)
    claims = [trend(*both) is not Trend.SAME for one, other in pairs if (both := two(one, other))]
    assert np.mean(claims) <= 0.12


def test_a_doubled_rate_over_many_posts_is_called_a_rise() -> None:
    before, after = rate([(500, 14), (520, 18)] * 10), rate([(500, 30), (520, 34)] * 10)
    assert trend(before, after) is Trend.UP
    assert trend(after, before) is Trend.DOWN


def test_a_higher_rate_from_few_posts_is_about_the_same() -> None:
    before = rate([(50, responses) for responses in (0, 1, 2, 0, 2)])
    after = rate([(50, responses) for responses in (3, 1, 2, 4, 0)])
    assert trend(before, after) is Trend.SAME


def two(one: ResponseSums, other: ResponseSums) -> tuple[Rate, Rate] | None:
    """Return both rates where both can be said."""
    before, after = rate_of(one), rate_of(other)
    return (before, after) if before and after else None


def simulated(
    dice: np.random.Generator, truth: float, posts: int, shape: str
) -> list[ResponseSums]:
    """Return the sums of many made-up months whose posts differ in views and in their rates."""
    size = (SIMULATIONS, posts)
    n = np.maximum(np.round(2000 * np.exp(0.5 * dice.standard_normal(size))), 1)
    y = dice.binomial(n.astype(np.int64), own_rates(dice, truth, size, shape)).astype(float)
    columns = (n.sum(1), (n**2).sum(1), y.sum(1), (y**2 / n).sum(1))
    return [
        ResponseSums(posts, int(seen), squared, int(responses), over)
        for seen, squared, responses, over in zip(*columns, strict=True)
    ]


def own_rates(
    dice: np.random.Generator, truth: float, size: tuple[int, int], shape: str
) -> NDArray[np.float64]:
    """Return a rate for each post around the true one."""
    spread = SHAPES[shape]
    if shape == "alike":
        return np.full(size, truth)
    if shape != "by factors":
        weight = (1 - truth) / (spread**2 * truth) - 1
        return dice.beta(truth * weight, (1 - truth) * weight, size)
    sigma = sqrt(np.log(1 + spread**2))
    factors = np.exp(sigma * dice.standard_normal(size) - sigma**2 / 2)
    return np.minimum(truth * factors, 1.0)
