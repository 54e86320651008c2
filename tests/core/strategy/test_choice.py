"""Choosing two or three platforms for a business, with reasons."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socialcoach.core.strategy.business import AGE_GROUPS, Business, CanMake, Reach
from socialcoach.core.strategy.choice import Advice, ReasonCode, Recommendation, advise, recommend
from socialcoach.core.strategy.trade import find_trade
from socialcoach.paths import resource_dir
from socialcoach.storage.bundled.platforms import load_platforms
from socialcoach.storage.bundled.trades import load_trades

FACTS = load_platforms(resource_dir())
LIGHTEST = sorted(facts.fit.minutes_low for facts in FACTS)
TRADES = load_trades(resource_dir())
BY_KEY = {facts.key: facts for facts in FACTS}
WORDS, PHOTOS, VIDEO = CanMake.SHORT_WORDS, CanMake.PHOTOS, CanMake.SHORT_VIDEO

BAKER = Business(
    trade="bakery",
    country="US",
    customer_ages=("30-49", "50-64"),
    reach=Reach.NEARBY,
    can_make=(WORDS, PHOTOS),
)

ANY_BUSINESS = st.builds(
    Business,
    trade=st.sampled_from([trade.key for trade in TRADES]),
    country=st.sampled_from(["", "US", "GB", "DE", "IN", "XX"]),
    customer_ages=st.lists(st.sampled_from(AGE_GROUPS), unique=True).map(tuple),
    reach=st.sampled_from(Reach),
    can_make=st.lists(st.sampled_from(CanMake), unique=True).map(tuple),
)


def suggest(business: Business, minutes: int) -> Recommendation:
    return recommend(business, minutes, FACTS, find_trade(TRADES, business.trade))


def keys(advice: tuple[Advice, ...]) -> list[str]:
    return [one.key for one in advice]


def codes(advice: Advice) -> set[ReasonCode]:
    return {reason.code for reason in advice.reasons}


def test_a_local_bakery_begins_on_the_map():
    result = suggest(BAKER, 120)
    assert keys(result.suggested) == ["google_business", "facebook", "instagram"]
    assert ReasonCode.LOCAL_FIRST in codes(result.suggested[0])


def test_a_maker_who_posts_parcels_does_not_begin_on_the_map():
    maker = replace(BAKER, trade="crafts-maker", reach=Reach.ANYWHERE)
    assert keys(suggest(maker, 120).suggested) == ["instagram", "pinterest"]


def test_a_consultant_for_firms_begins_on_linkedin():
    consultant = replace(
        BAKER, trade="consultant", reach=Reach.BUSINESSES, can_make=(CanMake.LONG_WORDS,)
    )
    assert keys(suggest(consultant, 120).suggested)[0] == "linkedin"


def test_half_an_hour_a_week_is_enough_for_two_light_platforms():
    result = suggest(BAKER, 30)
    assert keys(result.suggested) == ["google_business", "facebook"]
    assert sum(one.minutes_low for one in result.suggested) <= 30


def test_who_has_ten_minutes_is_told_to_take_turns():
    result = suggest(BAKER, 10)
    assert len(result.suggested) == 2
    assert all(ReasonCode.TIGHT_TIME in codes(one) for one in result.suggested)


def test_video_platforms_wait_for_those_who_make_video():
    young = replace(BAKER, customer_ages=("18-29",))
    tiktok = next(one for one in suggest(young, 600).leave if one.key == "tiktok")
    assert ReasonCode.NEEDS_VIDEO in codes(tiktok)
    filming = advise(replace(young, can_make=(VIDEO,)), 600, BY_KEY["tiktok"], TRADES[0])
    assert filming.possible


def test_nobody_is_taken_for_a_film_maker_who_has_not_said_so():
    silent = replace(BAKER, can_make=(), customer_ages=("18-29",), reach=Reach.ANYWHERE)
    assert not {"tiktok", "youtube"} & set(keys(suggest(silent, 0).suggested))


def test_outside_the_us_the_figures_are_called_american():
    result = suggest(replace(BAKER, country="DE"), 120)
    with_figures = [one for one in result.suggested if BY_KEY[one.key].audience is not None]
    assert with_figures
    assert all(ReasonCode.US_FIGURES in codes(one) for one in with_figures)


def test_outside_the_us_the_figures_weigh_half():
    at_home, abroad = (
        advise(replace(BAKER, country=country), 120, BY_KEY["facebook"], TRADES[0])
        for country in ("US", "DE")
    )
    points = [
        next(reason.points for reason in one.reasons if reason.code is ReasonCode.AGES_ARE_THERE)
        for one in (at_home, abroad)
    ]
    assert points[1] == pytest.approx(points[0] / 2, abs=0.01)


def test_in_the_us_nothing_is_said_about_foreign_figures():
    result = suggest(BAKER, 120)
    assert not any(ReasonCode.US_FIGURES in codes(one) for one in result.suggested)


def test_a_platform_that_is_not_in_the_country_is_left():
    result = suggest(replace(BAKER, trade="plumber", country="IN"), 240)
    nextdoor = next(one for one in result.leave if one.key == "nextdoor")
    assert ReasonCode.NOT_IN_COUNTRY in codes(nextdoor)


def test_customers_ages_shift_the_advice():
    young = advise(replace(BAKER, customer_ages=("18-29",)), 240, BY_KEY["instagram"], TRADES[0])
    old = advise(replace(BAKER, customer_ages=("65+",)), 240, BY_KEY["instagram"], TRADES[0])
    assert young.score > old.score
    share = next(reason for reason in young.reasons if reason.code is ReasonCode.AGES_ARE_THERE)
    assert (share.figure, share.detail) == (78, ("18-29",))


def test_platforms_that_would_suit_too_are_kept_for_later():
    later = next(one for one in suggest(BAKER, 120).leave if one.key == "whatsapp")
    assert ReasonCode.ENOUGH_CHOSEN in codes(later)


@pytest.mark.parametrize("trade", [trade.key for trade in TRADES])
@pytest.mark.parametrize("reach", Reach)
def test_every_trade_gets_two_or_three_platforms_with_a_reason(trade: str, reach: Reach):
    result = suggest(replace(BAKER, trade=trade, reach=reach), 90)
    assert 2 <= len(result.suggested) <= 3
    assert all(one.good for one in result.suggested)


@given(ANY_BUSINESS, st.integers(0, 1_200))
def test_every_platform_is_either_suggested_or_left(business: Business, minutes: int):
    result = suggest(business, minutes)
    assert 2 <= len(result.suggested) <= 3
    assert sorted(keys(result.suggested) + keys(result.leave)) == sorted(BY_KEY)


@given(ANY_BUSINESS, st.integers(1, 1_200))
def test_never_more_is_suggested_than_the_time_allows(business: Business, minutes: int):
    suggested = suggest(business, minutes).suggested
    takes_turns = all(ReasonCode.TIGHT_TIME in codes(one) for one in suggested)
    assert takes_turns or sum(one.minutes_low for one in suggested) <= minutes


@given(ANY_BUSINESS, st.integers(0, 1_200))
def test_the_score_is_the_sum_of_its_reasons(business: Business, minutes: int):
    result = suggest(business, minutes)
    for one in result.suggested + result.leave:
        assert one.score == pytest.approx(sum(reason.points for reason in one.reasons), abs=0.01)


@given(ANY_BUSINESS, st.integers(0, 1_200))
def test_who_cannot_make_video_is_never_sent_to_a_video_platform(business: Business, minutes: int):
    films = {CanMake.SHORT_VIDEO, CanMake.LONG_VIDEO} & set(business.can_make)
    if not films:
        assert not {"tiktok", "youtube"} & set(keys(suggest(business, minutes).suggested))


@given(ANY_BUSINESS)
def test_local_businesses_with_time_always_begin_on_the_map(business: Business):
    local = replace(business, reach=Reach.NEARBY)
    assert suggest(local, 240).suggested[0].key == "google_business"


@given(ANY_BUSINESS, st.integers(0, 600))
def test_the_order_of_the_files_does_not_matter(business: Business, minutes: int):
    trade = find_trade(TRADES, business.trade)
    assert recommend(business, minutes, FACTS[::-1], trade) == suggest(business, minutes)
