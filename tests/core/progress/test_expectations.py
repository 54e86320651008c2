"""What may come of it, as ranges."""

from __future__ import annotations

from time import process_time

import pytest

from socialcoach.core.progress.expectations import (
    Assumption,
    Figure,
    Origin,
    assumptions,
    expect,
    own_figures,
)
from socialcoach.core.progress.month_mix import MonthMix
from socialcoach.core.progress.overview import Overview, PlatformMonth
from socialcoach.core.progress.rates import ResponseSums

KNOWN = {
    figure: Assumption(value, Origin.OWN)
    for figure, value in zip(Figure, (10, 500, 0.04, 0.05, 0.2), strict=True)
}


def test_the_same_figures_always_give_the_same_answer() -> None:
    assert expect(KNOWN, 6) == expect(KNOWN, 6)


def test_the_likeliest_number_is_near_the_plain_product() -> None:
    found = expect(KNOWN, 6)
    assert found.customers.likely == pytest.approx(10 * 500 * 0.04 * 0.05 * 0.2 * 6, rel=0.2)
    assert found.responses.likely == pytest.approx(1200, rel=0.05)


def test_guesses_make_the_range_wider_than_own_figures() -> None:
    guessed = {figure: Assumption(one.value, Origin.GUESS) for figure, one in KNOWN.items()}
    known, guess = expect(KNOWN, 6).customers, expect(guessed, 6).customers
    assert guess.low < known.low < known.high < guess.high


def test_more_months_bring_more() -> None:
    assert expect(KNOWN, 3).customers.likely < expect(KNOWN, 12).customers.likely


def test_nobody_who_buys_is_no_customer() -> None:
    none = {**KNOWN, Figure.BUY: Assumption(0, Origin.TYPED)}
    assert expect(none, 12).customers.high == 0


def test_no_share_is_more_than_all() -> None:
    everyone = {**KNOWN, Figure.RESPOND: Assumption(1, Origin.GUESS)}
    found = expect(everyone, 1)
    assert found.responses.high <= found.seen.high * 1.02


def test_the_owners_figures_come_before_the_posts_and_those_before_guesses() -> None:
    found = assumptions({Figure.POSTS: 9, Figure.SEEN: 300}, {Figure.SEEN: 250})
    assert found[Figure.POSTS] == Assumption(9, Origin.OWN)
    assert found[Figure.SEEN] == Assumption(250, Origin.TYPED)
    assert found[Figure.BUY].origin is Origin.GUESS


def test_figures_come_from_the_owners_posts() -> None:
    sums = ResponseSums.of([(200, 8)] * 12)
    row = PlatformMonth("2026-10", "x", MonthMix("2026-10", 12), people=sums)
    overview = Overview("2026-10", "2026-11", ("2026-10",), ("x",), {("2026-10", "x"): row})
    assert own_figures(overview) == {
        Figure.POSTS: 12,
        Figure.SEEN: 200,
        Figure.RESPOND: pytest.approx(0.04),
    }


def test_without_posts_there_are_no_own_figures() -> None:
    assert own_figures(Overview("2026-10", "2026-11")) == {}


def test_an_answer_takes_less_than_a_tenth_of_a_second() -> None:
    times = []
    for _try in range(5):
        begin = process_time()
        expect(KNOWN, 12)
        times.append(process_time() - begin)
    assert min(times) < 0.1
