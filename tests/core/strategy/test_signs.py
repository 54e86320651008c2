"""What the owner's data shows, as plain comparisons."""

from __future__ import annotations

from dataclasses import replace

import pytest

from socialcoach.core.strategy.lesson import Sign
from socialcoach.core.strategy.signs import Feed, Seen, signs_of

MIXED = Feed(
    posts_out=40,
    kinds=("tip", "question", "story", "community", "offer") * 2,
    selling=(False, False, False, False, True) * 2,
    days_quiet=2,
)
CALM = Seen(
    feed=MIXED,
    platforms=2,
    wrote=4,
    answered=3,
    promoters=3,
    days_since_numbers=3,
    minutes_left=None,
)


def test_a_calm_business_shows_only_that_it_gives_well():
    assert signs_of(CALM) == {Sign.GIVES_WELL}


@pytest.mark.parametrize(
    ("feed", "sign"),
    [
        (replace(MIXED, posts_out=4), Sign.BEGINNING),
        (replace(MIXED, selling=(False, True) * 5), Sign.SELLS_OFTEN),
        (replace(MIXED, selling=(True, True, *(False,) * 8)), Sign.SELLING_IN_A_ROW),
        (replace(MIXED, kinds=("tip", "story", "community") * 4), Sign.NO_QUESTIONS),
        (replace(MIXED, kinds=("tip", "question", "community") * 4), Sign.NO_STORIES),
        (replace(MIXED, kinds=("story", "question", "community") * 4), Sign.NO_TIPS),
        (replace(MIXED, kinds=("story", "question", "tip") * 4), Sign.NO_PEOPLE),
        (replace(MIXED, kinds=("tip",) * 6 + MIXED.kinds[:4]), Sign.ONE_KIND),
        (replace(MIXED, speaks_of_itself=True), Sign.SPEAKS_OF_ITSELF),
        (replace(MIXED, days_quiet=14), Sign.QUIET),
    ],
)
def test_the_feed_shows_a_sign(feed: Feed, sign: Sign):
    assert sign in signs_of(replace(CALM, feed=feed))
    assert sign not in signs_of(CALM)


@pytest.mark.parametrize(
    ("change", "sign"),
    [
        ({"plan_is_complete": False}, Sign.PLAN_OPEN),
        ({"wants_likes": True}, Sign.WANTS_LIKES),
        ({"platforms": 4}, Sign.MANY_PLATFORMS),
        ({"drafts": 3}, Sign.DRAFTS_LIE),
        ({"minutes_left": 0}, Sign.TIME_USED),
        ({"minutes_left": 15}, Sign.TIME_LEFT),
        ({"waiting": 1}, Sign.PEOPLE_WAIT),
        ({"praise": 1}, Sign.PRAISE_WAITS),
        ({"answered": 1}, Sign.ANSWERS_LATE),
        ({"answered": 4}, Sign.ANSWERS_IN_TIME),
        ({"same_question": True}, Sign.SAME_QUESTION),
        ({"promoters": 0}, Sign.NO_PROMOTERS),
        ({"promoters_due": 1}, Sign.PROMOTERS_WAIT),
        ({"days_since_numbers": None}, Sign.NO_NUMBERS),
        ({"days_since_numbers": 32}, Sign.NO_NUMBERS),
        ({"enough_figures": False}, Sign.FEW_FIGURES),
        ({"kind_stands_out": True}, Sign.KIND_STANDS_OUT),
        ({"goal_behind": True}, Sign.GOAL_BEHIND),
        ({"customers_came": 1}, Sign.CUSTOMERS_CAME),
    ],
)
def test_everything_else_shows_a_sign(change: dict[str, object], sign: Sign):
    assert sign in signs_of(replace(CALM, **change))  # type: ignore[arg-type]
    assert sign not in signs_of(CALM)


def test_of_a_short_feed_nothing_is_said_that_it_lacks():
    short = replace(CALM, feed=replace(MIXED, kinds=("tip",) * 5, selling=(False,) * 5))
    assert not signs_of(short) & {Sign.NO_QUESTIONS, Sign.NO_STORIES, Sign.GIVES_WELL}


def test_of_two_people_nothing_is_said_about_answering():
    few = replace(CALM, wrote=2, answered=0)
    assert not signs_of(few) & {Sign.ANSWERS_LATE, Sign.ANSWERS_IN_TIME}
