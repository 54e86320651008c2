"""Sentences that claim no more than the figures carry."""

from __future__ import annotations

from dataclasses import replace

import pytest

from socialcoach.core.progress.kind_response import KindResponse
from socialcoach.core.progress.month_mix import MonthMix
from socialcoach.core.progress.overview import Basis, Overview, PlatformMonth, Unseen
from socialcoach.core.progress.rates import ResponseSums
from socialcoach.services.words.figures import duration, per_thousand, waiting_time
from socialcoach.services.words.progress import (
    day_one_sentence,
    kinds_sentence,
    mix_sentence,
    response_note,
    response_sentence,
    worth_sentence,
)
from socialcoach.services.words.unseen import unseen_note

MONTHS = ("2026-08", "2026-09", "2026-10", "2026-11")


def overview(
    rates: dict[str, list[tuple[int, int]]] | None = None,
    mixes: dict[str, MonthMix] | None = None,
    *,
    views: bool = False,
    month: str = "2026-10",
) -> Overview:
    """Return four months of Facebook, given as (seen, responses) of each post."""
    rows = {}
    for name, posts in (rates or {}).items():
        sums = ResponseSums.of(posts)
        people, seen = (ResponseSums(), sums) if views else (sums, ResponseSums())
        mix = MonthMix(name, len(posts))
        rows[name, "facebook"] = PlatformMonth(name, "facebook", mix, people, seen)
    overall = mixes or {name: row.mix for (name, _), row in rows.items()}
    return Overview(month, "2026-11", MONTHS, ("facebook",), rows, overall)


def test_a_rise_is_said_when_the_figures_carry_it() -> None:
    known = overview({"2026-09": [(1000, 33)] * 12, "2026-10": [(1000, 60)] * 12})
    assert response_sentence(known) == (
        "In October 60 of every 1,000 people who saw a post did something with it, "
        "up from 33 in September."
    )


def test_a_small_difference_is_about_the_same() -> None:
    known = overview({"2026-09": [(200, 6)] * 6, "2026-10": [(200, 7)] * 6})
    assert "about the same as in September (30)" in response_sentence(known)


def test_a_large_difference_that_may_be_chance_is_not_called_the_same() -> None:
    wild = [(100, 2)] * 20 + [(20_000, 90)]
    known = overview({"2026-09": [(1000, 21)] * 20, "2026-10": wild})
    assert response_sentence(known).endswith(", against 21 in September, which may be chance.")


def test_a_slow_rise_is_seen_against_the_first_month_shown() -> None:
    known = overview(
        {
            "2026-08": [(1000, 30)] * 9,
            "2026-09": [(1000, 58)] * 9,
            "2026-10": [(1000, 60)] * 9,
        }
    )
    sentence = response_sentence(known)
    assert sentence.endswith("about the same as in September (58), and up from 30 in August.")


def test_views_are_not_called_people() -> None:
    known = overview({"2026-10": [(1000, 60)] * 6}, views=True)
    assert "times a post was seen" in response_sentence(known)


def test_too_few_posts_are_said_to_be_too_few() -> None:
    known = overview({"2026-10": [(1000, 60)] * 3})
    assert response_sentence(known) == (
        "Not enough posts to say: in October 3 posts have figures, and it takes 5."
    )


def test_posts_without_figures_ask_for_numbers() -> None:
    known = overview({"2026-09": [(10, 1)] * 5}, {"2026-10": MonthMix("2026-10", 4)})
    assert "Bring in numbers" in response_sentence(known)


def unseen_in_october(posts: int, responses: int) -> Overview:
    """Return an October on Bluesky, which never tells how many saw a post."""
    mix, sums = MonthMix("2026-10", posts), ResponseSums()
    row = PlatformMonth("2026-10", "bluesky", mix, sums, sums, Unseen(posts, responses))
    mixes = {"2026-10": mix}
    return Overview(
        "2026-10", "2026-11", MONTHS, ("bluesky",), {("2026-10", "bluesky"): row}, mixes
    )


@pytest.mark.parametrize(
    ("posts", "responses", "said"),
    [
        (1, 3, "In October people responded 3 times to 1 post. Nobody can tell how many saw them"),
        (2, 1, "In October people responded once to 2 posts."),
        (4, 0, "In October nobody has responded to 4 posts yet."),
    ],
)
def test_likes_without_views_are_told_and_no_rate_is_made_up(
    posts: int, responses: int, said: str
) -> None:
    known = unseen_in_october(posts, responses)
    assert response_sentence(known).startswith(said)
    assert known.rates()[-1].rate is None


def test_the_platforms_that_never_tell_who_saw_are_named() -> None:
    names = {"bluesky": "Bluesky", "mastodon": "Mastodon"}
    assert unseen_note(["bluesky", "mastodon"], names).startswith("From Bluesky and Mastodon come")
    assert unseen_note([], names) == ""


def test_the_month_that_is_still_running_is_so_far() -> None:
    known = overview({"2026-11": [(1000, 60)] * 6}, month="2026-11")
    assert response_sentence(known).startswith("So far in November 60 of every 1,000")


def test_the_mix_is_said_in_posts() -> None:
    mixes = {"2026-10": MonthMix("2026-10", 17, 3), "2026-09": MonthMix("2026-09", 12, 6)}
    assert mix_sentence(overview(mixes=mixes)) == (
        "In October 3 of 17 posts were selling: within one in five for the first time."
    )


def test_the_first_time_is_not_claimed_beyond_the_months_looked_at() -> None:
    mixes = {"2026-10": MonthMix("2026-10", 17, 3), "2026-09": MonthMix("2026-09", 12, 6)}
    older = replace(overview(mixes=mixes), months=("2025-01", *MONTHS))
    assert mix_sentence(older).endswith("for the first time in six months.")


def test_unread_posts_are_not_passed_off_as_giving() -> None:
    mixes = {"2026-10": MonthMix("2026-10", 6, 0, unread=6)}
    assert mix_sentence(overview(mixes=mixes)) == "6 posts are still to be read."


def test_one_post_out_of_one_reads_well() -> None:
    mixes = {"2026-10": MonthMix("2026-10", 1, 1)}
    assert "1 of 1 post was selling" in mix_sentence(overview(mixes=mixes))


def test_platforms_that_count_views_are_named_beside_others_that_count_people() -> None:
    bases = {"facebook": Basis.PEOPLE, "tiktok": Basis.VIEWS}
    assert "TikTok tells how often" in response_note(bases, {"tiktok": "TikTok"})


def test_time_and_what_came_of_it_are_said_side_by_side() -> None:
    known = Overview(
        "2026-10",
        "2026-11",
        MONTHS,
        minutes={("2026-10", "facebook"): 80, ("2026-10", "instagram"): 300},
        found_us={("2026-10", "facebook"): 6, ("2026-10", "instagram"): 1},
    )
    names = {"instagram": "Instagram"}
    assert worth_sentence(known, names) == (
        "In October it took 6 h 20 min. 7 new customers said they found you online. "
        "Instagram took the most time and brought 1 of them."
    )


def test_no_kind_is_praised_when_the_differences_may_be_chance() -> None:
    kinds = [KindResponse("tip", 6, 0.05, 0.05, 0.03, 0.07, 0)]
    assert "may be chance" in kinds_sentence(kinds)


def test_the_first_import_says_how_much_of_the_feed_was_selling() -> None:
    assert day_one_sentence(30, 17) == "Of your last 30 posts, 17 were selling."
    assert day_one_sentence(30, 1) == "Of your last 30 posts, 1 was selling."


def test_small_rates_keep_a_decimal() -> None:
    assert [per_thousand(rate) for rate in (0.041, 0.0034, 0.0)] == ["41", "3.4", "0"]


def test_times_are_said_no_finer_than_is_useful() -> None:
    assert [duration(45), duration(120), duration(380)] == ["45 min", "2 h", "6 h 20 min"]
    assert [waiting_time(0.4), waiting_time(3), waiting_time(80)] == [
        "24 minutes",
        "3 hours",
        "3 days",
    ]
