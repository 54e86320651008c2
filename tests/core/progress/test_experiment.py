"""Before and after something was changed on purpose."""

from __future__ import annotations

from datetime import date
from random import Random

from socialcoach.core.progress.experiment import Experiment, Outcome, Verdict, judge
from socialcoach.core.progress.month_mix import MonthMix
from socialcoach.core.progress.overview import PlatformMonth
from socialcoach.core.progress.rates import ResponseSums

QUESTIONS = Experiment(1, "Questions on Tuesdays", date(2026, 10, 1), date(2026, 10, 28))
NOVEMBER = date(2026, 11, 20)


def on(platform: str, *posts: tuple[int, int], views: bool = False) -> dict[str, PlatformMonth]:
    """Return a stretch of a platform, given as (seen, responses) of each post."""
    sums = ResponseSums.of(posts)
    people, seen = (ResponseSums(), sums) if views else (sums, ResponseSums())
    return {platform: PlatformMonth("", platform, MonthMix("", len(posts)), people, seen)}


def verdict(
    before: dict[str, PlatformMonth],
    since: dict[str, PlatformMonth],
    today: date = NOVEMBER,
    experiment: Experiment = QUESTIONS,
) -> Outcome:
    """Return the outcome."""
    return judge(experiment, before, since, today)


def test_a_clear_rise_is_better_and_a_clear_fall_worse() -> None:
    low, high = on("x", *[(1000, 30)] * 12), on("x", *[(1000, 60)] * 12)
    assert verdict(low, high).verdict is Verdict.BETTER
    assert verdict(high, low).verdict is Verdict.WORSE


def test_a_small_difference_is_none_that_can_be_seen() -> None:
    found = verdict(on("x", *[(200, 6)] * 6), on("x", *[(200, 7)] * 6))
    assert found.verdict is Verdict.SAME


def test_before_two_weeks_are_over_it_is_too_early() -> None:
    rows = on("x", *[(1000, 30)] * 12)
    assert verdict(rows, rows, date(2026, 10, 14)).verdict is Verdict.TOO_EARLY
    assert verdict(rows, rows, date(2026, 10, 15)).verdict is Verdict.SAME


def test_few_posts_since_are_too_early_while_it_runs_and_too_few_once_it_is_over() -> None:
    before, since = on("x", *[(1000, 30)] * 12), on("x", *[(1000, 30)] * 3)
    assert verdict(before, since, date(2026, 10, 20)).verdict is Verdict.TOO_EARLY
    assert verdict(before, since).verdict is Verdict.TOO_FEW_SINCE


def test_nothing_before_cannot_be_compared() -> None:
    assert verdict({}, on("x", *[(1000, 30)] * 12)).verdict is Verdict.TOO_FEW_BEFORE


def test_a_platform_that_came_later_is_not_taken_for_a_change() -> None:
    before = on("x", *[(1000, 30)] * 12)
    since = {**before, **on("loud", *[(1000, 300)] * 12)}
    assert verdict(before, since).verdict is Verdict.SAME


def test_people_are_never_compared_with_views() -> None:
    before = on("x", *[(1000, 60)] * 12)
    since = on("x", *[(3000, 60)] * 13, views=True)
    assert verdict(before, since).verdict in (Verdict.TOO_FEW_BEFORE, Verdict.TOO_FEW_SINCE)


def test_one_platform_alone_may_be_looked_at() -> None:
    before = {**on("x", *[(1000, 30)] * 12), **on("y", *[(1000, 60)] * 12)}
    since = {**on("x", *[(1000, 60)] * 12), **on("y", *[(1000, 30)] * 12)}
    only_x = Experiment(1, "x", QUESTIONS.first, QUESTIONS.last, "x")
    assert verdict(before, since, experiment=only_x).verdict is Verdict.BETTER


def test_chance_alone_is_taken_for_a_difference_about_once_in_ten() -> None:
    rng = Random(9)

    def stretch() -> dict[str, PlatformMonth]:
        posts = []
        for _post in range(12):
            rate = min(rng.lognormvariate(-3.3, 0.5), 0.5)
            posts.append((400, max(round(rng.gauss(400 * rate, (400 * rate) ** 0.5)), 0)))
        return on("x", *posts)

    found = [verdict(stretch(), stretch()).verdict for _case in range(600)]
    assert sum(one is not Verdict.SAME for one in found) / 600 < 0.14
