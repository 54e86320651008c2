"""Picking ideas for today."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from socialcoach.core.meter.reading import Kind
from socialcoach.core.planning.idea import GENERAL, Idea
from socialcoach.core.planning.ideas import Wish, pick_ideas

MAY = date(2026, 5, 3)


def idea(
    id_: str, kind: Kind = Kind.TIP, trade: str = GENERAL, months: tuple[int, ...] = ()
) -> Idea:
    return Idea(id_, id_, kind, "Something to use.", 10, (), "Did you know [fact]?", months, trade)


BANK = (
    *(idea(f"tip-{n}") for n in range(5)),
    *(idea(f"story-{n}", Kind.STORY) for n in range(5)),
    *(idea(f"question-{n}", Kind.QUESTION) for n in range(5)),
    *(idea(f"loaf-{n}", trade="bakery") for n in range(5)),
    idea("hot-tips", trade="plumber"),
    idea("december", Kind.FUN, months=(12,)),
)


def ids(picked: tuple[Idea, ...]) -> list[str]:
    return [one.id for one in picked]


def test_three_ideas_are_of_three_kinds():
    assert {one.kind for one in pick_ideas(BANK, Wish(MAY))} == {
        Kind.TIP,
        Kind.STORY,
        Kind.QUESTION,
    }


def test_the_same_day_brings_the_same_ideas_and_another_day_others():
    assert pick_ideas(BANK, Wish(MAY)) == pick_ideas(BANK, Wish(MAY))
    days = {tuple(ids(pick_ideas(BANK, Wish(date(2026, 5, day))))) for day in range(1, 15)}
    assert len(days) > 5


def test_ideas_of_the_own_trade_come_first():
    picked = pick_ideas(BANK, Wish(MAY, trade_first="bakery", count=1))
    assert picked[0].trade == "bakery"


def test_ideas_of_other_trades_stay_away():
    picked = pick_ideas(BANK, Wish(MAY, trade_first="bakery", count=50))
    assert "hot-tips" not in ids(picked)


def test_the_kinds_that_the_feed_lacks_come_first():
    picked = pick_ideas(BANK, Wish(MAY, trade_first="bakery", kinds_lacking=(Kind.QUESTION,)))
    assert picked[0].kind is Kind.QUESTION


def test_a_seasonal_idea_waits_for_its_season_and_then_comes_first():
    wish = Wish(MAY, kinds_lacking=(Kind.FUN,), count=50)
    assert "december" not in ids(pick_ideas(BANK, wish))
    in_season = replace(wish, today=date(2026, 12, 1))
    assert ids(pick_ideas(BANK, in_season))[0] == "december"


def test_what_was_used_lately_comes_again_only_when_nothing_else_is_left():
    used = ("tip-0", "tip-1")
    bank = tuple(one for one in BANK if one.id in {*used, "tip-2", "story-0"})
    for day in range(1, 20):
        wish = Wish(date(2026, 5, day), recent_ids=used, count=4)
        picked = ids(pick_ideas(bank, wish))
        assert set(picked[:2]) == {"tip-2", "story-0"}
        assert picked[2:] == ["tip-0", "tip-1"]


def test_ideas_for_other_platforms_are_left_out():
    video = replace(idea("video"), platforms=("tiktok",))
    assert pick_ideas([video], Wish(MAY, platforms=("facebook",))) == ()
    assert pick_ideas([video], Wish(MAY, platforms=("facebook", "tiktok"))) == (video,)


@given(
    st.lists(st.sampled_from([one.id for one in BANK]), unique=True).map(tuple),
    st.integers(0, 30),
    st.dates(date(2026, 1, 1), date(2027, 12, 31)),
)
def test_no_idea_comes_twice(recent: tuple[str, ...], count: int, today: date):
    picked = ids(pick_ideas(BANK, Wish(today, recent_ids=recent, count=count)))
    assert len(picked) == len(set(picked)) <= count
