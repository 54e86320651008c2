"""When people respond most, without chance being taken for a best time."""

from __future__ import annotations

from datetime import datetime, timedelta
from math import exp
from random import Random

import pytest

from socialcoach.core.progress.best_times import (
    BestTimes,
    Part,
    Slot,
    SlotResponse,
    TimedPost,
    TimesVerdict,
    best_times,
    slot_of,
)

MONDAY = datetime(2026, 1, 5)
TUESDAY_EVENING = Slot(1, Part.EVENING)


def year(rng: Random, posts: int, *, lift: float = 0.0, seen: int = 400) -> list[TimedPost]:
    """Return a year of posts; those on Tuesday evening get ``lift`` more log-odds."""
    made = []
    for _post in range(posts):
        at = MONDAY + timedelta(days=rng.randrange(364), hours=rng.choice((9, 19)))
        odds = rng.gauss(-3.2, 0.6) + (lift if slot_of(at) == TUESDAY_EVENING else 0)
        rate = 1 / (1 + exp(-odds))
        n = rng.randrange(seen // 2, seen * 2)
        drawn = round(rng.gauss(n * rate, (n * rate * (1 - rate)) ** 0.5))
        made.append(TimedPost("facebook", at, n, max(drawn, 0)))
    return made


@pytest.mark.parametrize(
    ("hour", "part", "weekday"),
    [
        (5, Part.MORNING, 0),
        (11, Part.MORNING, 0),
        (12, Part.AFTERNOON, 0),
        (17, Part.EVENING, 0),
        (22, Part.NIGHT, 0),
        (4, Part.NIGHT, 6),
    ],
)
def test_the_hours_after_midnight_belong_to_the_night_before(
    hour: int, part: Part, weekday: int
) -> None:
    assert slot_of(MONDAY.replace(hour=hour)) == Slot(weekday, part)


def test_few_posts_say_how_many_more_it_takes() -> None:
    found = best_times(year(Random(1), 13))
    assert (found.verdict, found.missing, found.slots) == (TimesVerdict.FEW_POSTS, 12, ())


def test_posts_that_few_people_see_say_nothing() -> None:
    found = best_times(year(Random(1), 60, seen=20))
    assert found.verdict is TimesVerdict.FEW_SEE


def test_posts_nobody_saw_do_not_count() -> None:
    unseen = [TimedPost("x", MONDAY, 0, 0)] * 40
    assert best_times([*unseen, *year(Random(1), 5)]).posts == 5


def test_one_time_alone_cannot_be_compared() -> None:
    posts = [TimedPost("x", MONDAY + timedelta(weeks=week, hours=9), 500, 20) for week in range(30)]
    assert best_times(posts).verdict is TimesVerdict.ONE_TIME


def test_a_time_that_is_truly_better_is_found() -> None:
    found = best_times(year(Random(2), 300, lift=1.0))
    assert found.best[0].slot == TUESDAY_EVENING
    assert found.best[0].low <= found.best[0].pooled <= found.best[0].high


def test_of_times_that_stand_out_the_one_with_the_highest_figure_comes_first() -> None:
    surer = SlotResponse(TUESDAY_EVENING, 30, 0.094, 0.084, 0.141, beats_rest=0.998)
    higher = SlotResponse(Slot(0, Part.EVENING), 11, 0.103, 0.103, 0.141, beats_rest=0.97)
    found = BestTimes(TimesVerdict.STANDS_OUT, 90, 400, (surer, higher))
    assert found.best == (higher, surer)


@pytest.mark.parametrize("lift", [0.0, 0.5])
def test_nine_of_ten_ranges_hold_what_such_a_time_does(lift: float) -> None:
    rng = Random(f"times {lift}")
    held = []
    for _year in range(150):
        for one in best_times(year(rng, 150, lift=lift, seen=4000)).slots:
            truth = -3.2 + (lift if one.slot == TUESDAY_EVENING else 0)
            held.append(one.low <= 1 / (1 + exp(-truth)) <= one.high)
    assert len(held) > 1_500
    assert 0.87 <= sum(held) / len(held) <= 0.93


def test_chance_alone_is_taken_for_a_best_time_less_than_once_in_twenty() -> None:
    rng = Random(3)
    verdicts = [best_times(year(rng, posts)).verdict for posts in (30, 60, 150) for _ in range(100)]
    assert verdicts.count(TimesVerdict.STANDS_OUT) < len(verdicts) / 20


def test_a_better_platform_is_not_taken_for_a_better_time() -> None:
    rng = Random(4)
    posts = year(rng, 60)
    loud = [
        TimedPost("instagram", MONDAY + timedelta(weeks=n, days=4, hours=19), 500, 100)
        for n in range(30)
    ]
    assert not best_times([*posts, *loud]).best


def test_the_order_of_the_posts_does_not_matter() -> None:
    posts = year(Random(5), 80)
    again = best_times(posts[::-1])
    assert [one.slot for one in again.slots] == [one.slot for one in best_times(posts).slots]
