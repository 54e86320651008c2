"""Our statistics against SciPy's, worked out another way. SciPy is in the tests only."""

from __future__ import annotations

from math import exp, hypot, log, sqrt

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import optimize, stats

from socialcoach.core.progress.bounds import BY_FACTORS, LARGEST_STRETCH, SMALLEST_EFFECT
from socialcoach.core.progress.expectations import (
    GUESSES,
    SPREADS,
    Assumption,
    Figure,
    Origin,
    expect,
)
from socialcoach.core.progress.kind_response import LEAST_SPREAD, kind_responses
from socialcoach.core.progress.quantiles import t_quantile
from socialcoach.core.progress.rates import FEWEST_DEGREES, ResponseSums, rate_of
from socialcoach.core.progress.worth_it import ENOUGH_CUSTOMERS, Advice, PlatformEffort, worth_it

NINE_TENTHS = 0.9
ONE_SIDE = 0.95
TINY = 1e-12
CALM = settings(deadline=None, max_examples=60)

posts = st.lists(
    st.integers(1, 3000).flatmap(lambda seen: st.tuples(st.just(seen), st.integers(0, seen))),
    min_size=5,
    max_size=40,
)


@given(st.floats(4, 1e6))
def test_quantiles_of_students_t(df: float):
    assert t_quantile(df) == pytest.approx(stats.t.ppf(ONE_SIDE, df), abs=0.0005)


@given(st.floats(3, 4))
def test_with_few_degrees_of_freedom_the_quantile_is_within_a_third_of_a_percent(df: float):
    assert t_quantile(df) == pytest.approx(stats.t.ppf(ONE_SIDE, df), rel=1 / 300)


@CALM
@given(st.integers(5, 400).flatmap(lambda n: st.tuples(st.just(n), st.integers(0, n))))
def test_with_one_viewer_a_post_the_interval_is_wilsons(counts: tuple[int, int]):
    viewers, responses = counts
    found = rate_of(ResponseSums.of([(1, int(at < responses)) for at in range(viewers)]))
    exact = stats.binomtest(responses, viewers).proportion_ci(NINE_TENTHS, method="wilson")
    assert found is not None
    assert (found.low, found.high) == pytest.approx((exact.low, exact.high), abs=2e-4)


@CALM
@given(posts)
def test_the_interval_of_a_month_solves_the_score_equation(month: list[tuple[int, int]]):
    found = rate_of(ResponseSums.of(month))
    assert found is not None
    low, high = second_interval(month)
    assert found.low == pytest.approx(low, abs=1e-5)
    assert found.high == pytest.approx(high, abs=1e-5)


def second_interval(month: list[tuple[int, int]]) -> tuple[float, float]:
    """The interval by Pearson's chi-square from SciPy and the score equation solved by search."""
    seen, yes = (np.array(column, dtype=float) for column in zip(*month, strict=True))
    total, count = seen.sum(), len(month)
    value = yes.sum() / total
    effect = second_effect(seen, yes)
    between = max(1 - 1 / effect, 0)
    equal = max(total**2 / (seen**2).sum() - 1, 1)
    free = (count - 1) / (1 + between * ((count - 1) / equal - 1) / 2)
    if seen.max() == 1:
        free = 1e9  # every viewer a post of their own: a plain binomial
    t = t_quantile(max(free, FEWEST_DEGREES))
    extra = max(effect - 1, 0) / total
    stretch = BY_FACTORS * extra * (1 - value) / value if value else 0
    stretch = min(stretch, LARGEST_STRETCH / t**2)

    def score(p: float) -> float:
        chance = p * (1 - p) * (min(effect, 1) / total + (1 - BY_FACTORS) * extra)
        return (value - p) ** 2 - t**2 * (chance + stretch * p**2)

    low = optimize.brentq(score, 0, value - TINY) if value > 0 else 0.0
    high = 1.0 if score(1.0) <= 0 else optimize.brentq(score, value + TINY, 1)
    return float(low), float(high)


def second_effect(seen: np.ndarray, yes: np.ndarray) -> float:
    """The design effect by SciPy's chi-square."""
    total, count = seen.sum(), len(seen)
    spread = (seen**2).sum() / total - 1
    room = total - (seen**2).sum() / total - (count - 1)
    if not 0 < yes.sum() < total or room <= 0:
        return 1.0
    table = np.array([yes, seen - yes])
    pearson = stats.chi2_contingency(table, correction=False).statistic
    return float(max(1 + spread * min((pearson - (count - 1)) / room, 1), SMALLEST_EFFECT))


@CALM
@given(st.lists(st.lists(st.integers(0, 900), min_size=9, max_size=9), min_size=2, max_size=6))
def test_kinds_of_equal_size_are_pooled_as_random_effects_say(responses: list[list[int]]):
    groups = {str(kind): [(1000, y) for y in values] for kind, values in enumerate(responses)}
    found = {one.kind: one.pooled for one in kind_responses(groups)}
    odds = np.array([[log(max(y, 0.5) / (1000 - y)) for y in values] for values in responses])
    middles = np.median(odds, axis=1)
    spread = max(spread_around_own(odds, middles), LEAST_SPREAD)
    error = np.pi / 2 * spread**2 / odds.shape[1]
    # Q is chi-square where kinds are alike; one standard deviation of it is given up
    free = len(middles) - 1
    truth = max(middles.var(ddof=1) - error * (1 + stats.chi2.std(free) / free), 0)
    trust = truth / (truth + error)
    drawn = middles.mean() + trust * (middles - middles.mean())
    for kind, value in enumerate(drawn):
        # among nine values the interval lies between the second and the third from either end
        low, high = second_median_interval(odds[kind])
        kept = min(max(value, low), high)
        assert found[str(kind)] == pytest.approx(1 / (1 + exp(-kept)), abs=1e-6)


def second_median_interval(values: np.ndarray) -> tuple[float, float]:
    """Bounds of the median at nine tenths, weighed between two pairs of values by their chances."""
    ordered, n = np.sort(values), len(values)
    chance = [1 - 2 * stats.binom.cdf(depth - 1, n, 0.5) for depth in range(1, n // 2 + 1)]
    depth = max(at + 1 for at, held in enumerate(chance) if held >= NINE_TENTHS)
    share = (chance[depth - 1] - NINE_TENTHS) / (chance[depth - 1] - chance[depth])
    way = (n - depth) * share / (depth + (n - 2 * depth) * share)
    outer, inner = ordered[[depth - 1, -depth]], ordered[[depth, -depth - 1]]
    low, high = (1 - way) * outer + way * inner
    return float(low), float(high)


def spread_around_own(odds: np.ndarray, middles: np.ndarray) -> float:
    """The usual distance of a post from its own kind's middle, as a standard deviation."""
    posts = odds.shape[1]
    return float(1.4826 * posts / (posts - 0.8) * np.median(np.abs(odds - middles[:, None])))


@CALM
@given(minutes=st.integers(60, 600), here=st.integers(0, 30), there=st.integers(0, 30))
def test_customers_are_compared_by_the_mid_p_of_the_binomial(minutes: int, here: int, there: int):
    efforts = {
        "a": PlatformEffort("a", 180 + minutes, customers=here),
        "b": PlatformEffort("b", 600, customers=there),
    }
    advice = {one.effort.platform: one.advice for one in worth_it(efforts)}
    total, share = here + there, (180 + minutes) / (780 + minutes)
    if total < ENOUGH_CUSTOMERS or advice["a"] is Advice.TOO_EARLY:
        return
    fewer = stats.binom.cdf(here - 1, total, share) + stats.binom.pmf(here, total, share) / 2
    if abs(fewer - 0.05) > 1e-9:
        assert (advice["a"] in (Advice.LESS, Advice.STOP)) == (fewer < 0.05)


@pytest.mark.parametrize("months", [1, 6, 12])
def test_how_many_may_see_it_follows_two_log_normals(months: int):
    guesses = {figure: Assumption(value, Origin.GUESS) for figure, value in GUESSES.items()}
    seen = expect(guesses, months).seen
    sigma = log(SPREADS[Origin.GUESS]) / stats.norm.ppf(ONE_SIDE) * hypot(1, 1)
    law = stats.lognorm(sigma, scale=GUESSES[Figure.POSTS] * GUESSES[Figure.SEEN] * months)
    assert seen.low == pytest.approx(law.ppf(0.05), rel=0.1)
    assert seen.high == pytest.approx(law.ppf(0.95), rel=0.1)
    assert sqrt(seen.low * seen.high) == pytest.approx(law.median(), rel=0.1)
