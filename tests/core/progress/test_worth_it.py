"""Whether a platform is worth its time, without chance deciding."""

from __future__ import annotations

from random import Random

import numpy as np
import pytest

from socialcoach.core.progress.worth_it import Advice, PlatformEffort, Reason, Worth, worth_it

SIMULATIONS = 6_000


def effort(
    platform: str, hours: float, customers: int = 0, *, posts: int = 12, each: int = 20
) -> PlatformEffort:
    """Return a platform on which every second post got twice the responses of the other."""
    counts = [each if post % 2 else each // 2 for post in range(posts)]
    squares = float(sum(one * one for one in counts))
    return PlatformEffort(platform, round(hours * 60), posts, sum(counts), squares, customers)


def judged(*efforts: PlatformEffort) -> dict[str, Worth]:
    """Return what is said of each platform."""
    return {one.effort.platform: one for one in worth_it({e.platform: e for e in efforts})}


def test_a_platform_that_costs_most_and_brings_least_may_be_stopped() -> None:
    found = judged(effort("facebook", 6, 7), effort("instagram", 20, 0, each=8))
    assert found["instagram"].advice is Advice.STOP
    assert found["instagram"].reasons == (Reason.FEWER_CUSTOMERS, Reason.FEWER_RESPONSES)
    assert found["facebook"].advice is Advice.KEEP


def test_one_customer_is_enough_not_to_stop() -> None:
    found = judged(effort("facebook", 6, 9), effort("instagram", 20, 1, each=8))
    assert found["instagram"].advice is Advice.LESS


def test_few_hours_are_not_enough_to_stop() -> None:
    found = judged(effort("facebook", 3, 12), effort("instagram", 5, 0, each=4))
    assert found["instagram"].advice is Advice.LESS


def test_customers_outweigh_few_responses() -> None:
    found = judged(effort("facebook", 4, 8, each=4), effort("instagram", 12, 1, each=40))
    assert found["facebook"].advice is Advice.KEEP


def test_platforms_alike_are_both_kept() -> None:
    found = judged(effort("facebook", 10, 3), effort("instagram", 10, 3))
    assert {one.advice for one in found.values()} == {Advice.KEEP}
    assert found["facebook"].reasons == (Reason.MUCH_THE_SAME,)


def test_two_hours_are_too_early() -> None:
    found = judged(effort("facebook", 2, 1), effort("instagram", 10, 3))
    assert found["facebook"].reasons == (Reason.LITTLE_TIME,)


def test_one_platform_alone_cannot_be_compared() -> None:
    found = judged(effort("facebook", 20, 5))
    assert (found["facebook"].advice, found["facebook"].reasons) == (
        Advice.TOO_EARLY,
        (Reason.ALONE,),
    )


def test_without_figures_and_customers_nothing_is_said() -> None:
    found = judged(effort("facebook", 9, posts=2), effort("instagram", 9, posts=2))
    assert found["facebook"].reasons == (Reason.LITTLE_KNOWN,)


def test_a_platform_without_time_or_customers_is_left_out() -> None:
    assert judged(effort("facebook", 0)) == {}


def test_responses_per_hour_have_a_range_around_them() -> None:
    rate = judged(effort("facebook", 3, posts=12, each=20))["facebook"].per_hour
    assert rate is not None
    assert rate.value == pytest.approx(60)
    assert rate.low < 52 < 70 < rate.high


@pytest.mark.parametrize("spread", [0.01, 0.3, 0.6])
@pytest.mark.parametrize("posts", [8, 15, 60])
def test_the_range_holds_the_truth_in_nine_of_ten_cases(posts: int, spread: float) -> None:
    dice = np.random.default_rng([7, posts, round(spread * 100)])
    usual = 20 * np.exp(spread * dice.standard_normal((SIMULATIONS, posts)) - spread**2 / 2)
    hits = 0
    for counts in dice.poisson(usual).tolist():
        squares = float(sum(one * one for one in counts))
        one = PlatformEffort("x", 600, posts, sum(counts), squares)
        rate = judged(one)["x"].per_hour
        assert rate is not None
        hits += rate.low <= 20 * posts / 10 <= rate.high
    assert 0.87 <= hits / SIMULATIONS <= 0.93


def test_chance_alone_seldom_advises_less() -> None:
    rng = Random(8)
    less = 0
    for _case in range(500):
        two = []
        for name in ("facebook", "instagram"):
            counts = [round(rng.lognormvariate(3, 0.7)) for _post in range(15)]
            squares = float(sum(one * one for one in counts))
            customers = sum(rng.random() < 0.3 for _ in range(10))
            two.append(PlatformEffort(name, 600, 15, sum(counts), squares, customers))
        less += any(one.advice in (Advice.LESS, Advice.STOP) for one in judged(*two).values())
    assert less / 500 < 0.22
