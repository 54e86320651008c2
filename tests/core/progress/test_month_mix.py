"""A month against one in five."""

from __future__ import annotations

import pytest

from socialcoach.core.progress.month_mix import MixVerdict, MonthMix, judge_mix


@pytest.mark.parametrize(
    ("posts", "selling", "verdict"),
    [
        (0, 0, MixVerdict.NOTHING_OUT),
        (4, 0, MixVerdict.TOO_FEW),
        (5, 1, MixVerdict.WITHIN),
        (17, 3, MixVerdict.WITHIN),
        (14, 3, MixVerdict.JUST_OVER),
        (8, 2, MixVerdict.JUST_OVER),
        (6, 2, MixVerdict.OVER),
        (10, 4, MixVerdict.OVER),
    ],
)
def test_a_month_is_judged_against_one_in_five(
    posts: int, selling: int, verdict: MixVerdict
) -> None:
    assert judge_mix(MonthMix("2026-10", posts, selling), []) is verdict


def test_the_first_month_within_the_rule_after_others_is_named_as_the_first() -> None:
    earlier = [MonthMix("2026-08", 10, 6), MonthMix("2026-09", 10, 4)]
    assert judge_mix(MonthMix("2026-10", 10, 2), earlier) is MixVerdict.WITHIN_FIRST_TIME


def test_a_month_is_not_the_first_when_an_earlier_one_was_within_too() -> None:
    earlier = [MonthMix("2026-08", 10, 1), MonthMix("2026-09", 10, 4)]
    assert judge_mix(MonthMix("2026-10", 10, 2), earlier) is MixVerdict.WITHIN


def test_a_month_too_small_to_judge_is_no_first_time_to_beat() -> None:
    assert judge_mix(MonthMix("2026-10", 10, 2), [MonthMix("2026-09", 3, 3)]) is MixVerdict.WITHIN


def test_posts_that_wait_for_the_meter_are_in_neither_part() -> None:
    mix = MonthMix("2026-10", posts=10, selling=2, unread=3)
    assert (mix.giving, mix.share) == (5, 2 / 7)
