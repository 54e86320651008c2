"""Quantiles of Student’s t against exact figures."""

from __future__ import annotations

import pytest

from socialcoach.core.progress.quantiles import t_quantile

# scipy.stats.t.ppf(0.95, df), SciPy 1.17.1
EXACT = {
    4: 2.1318467863266495,
    5: 2.0150483733330233,
    7: 1.8945786050900073,
    10: 1.8124611228116756,
    29: 1.6991270265334972,
    499: 1.6479129840597124,
}


@pytest.mark.parametrize(("df", "exact"), EXACT.items())
def test_quantiles_agree_with_scipy_to_half_a_thousandth(df: int, exact: float) -> None:
    assert t_quantile(df) == pytest.approx(exact, abs=0.0005)


def test_many_degrees_of_freedom_give_the_normal_quantile() -> None:
    assert t_quantile(1e9) == pytest.approx(1.6448536, abs=1e-6)


def test_too_few_degrees_of_freedom_are_refused() -> None:
    with pytest.raises(ValueError, match="too few"):
        t_quantile(2)
