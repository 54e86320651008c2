"""The interval around a middle value, by hand and by simulation."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from socialcoach.core.progress.median_interval import median_interval

SIMULATIONS = 2_000


def test_of_five_values_it_lies_a_little_within_the_outermost() -> None:
    # all five hold it 15 times of 16, the inner three 10 times of 16
    assert median_interval([5.0, 1.0, 3.0, 2.0, 4.0]) == pytest.approx((23 / 17, 79 / 17))


def test_a_lucky_value_does_not_move_it_much() -> None:
    steady = [float(value) for value in range(20)]
    assert median_interval([*steady, 1e9]) == median_interval([*steady, 20.0])


@pytest.mark.parametrize("shape", ["normal", "exponential", "cauchy"])
@pytest.mark.parametrize("n", [5, 6, 7, 12, 61, 500, 800])
def test_nine_of_ten_hold_the_true_median(n: int, shape: str) -> None:
    dice = np.random.default_rng([n, len(shape)])
    draw = {
        "normal": dice.standard_normal,
        "exponential": lambda size: dice.standard_exponential(size) - np.log(2),
        "cauchy": dice.standard_cauchy,
    }[shape]
    found = [median_interval(row) for row in draw((SIMULATIONS, n)).tolist()]
    held = np.mean([low <= 0 <= high for low, high in found])
    assert 0.87 <= held <= 0.93


@given(st.lists(st.floats(-1e6, 1e6), min_size=5, max_size=60))
def test_it_never_leaves_the_values(values: list[float]) -> None:
    low, high = median_interval(values)
    tiny = 1e-9 * (1 + max(map(abs, values)))  # interpolation rounds
    assert min(values) - tiny <= low <= high + tiny <= max(values) + 2 * tiny
