"""What to count for an aim, and what a platform is for."""

from __future__ import annotations

import pytest

from socialcoach.core.strategy.aims import suggest_measures
from socialcoach.core.strategy.goal import Aim
from socialcoach.core.strategy.purposes import Purpose, suggest_purpose, suggest_purposes
from socialcoach.core.strategy.trade import find_trade, matching_trades
from socialcoach.paths import resource_dir
from socialcoach.storage.bundled.platforms import load_platforms
from socialcoach.storage.bundled.trades import load_trades

FACTS = {facts.key: facts for facts in load_platforms(resource_dir())}
TRADES = load_trades(resource_dir())


@pytest.mark.parametrize("aim", Aim)
def test_every_aim_has_something_to_count_that_moves_the_right_way(aim: Aim):
    for suggestion in suggest_measures(aim):
        if suggestion.now is not None and suggestion.target is not None:
            falls = suggestion.target < suggestion.now
            assert falls == suggestion.falling


def test_the_map_is_there_to_be_found():
    assert suggest_purpose(FACTS["google_business"], Aim.NEARBY) is Purpose.BE_FOUND


def test_the_map_can_save_calls():
    assert suggest_purpose(FACTS["google_business"], Aim.FEWER_CALLS) is Purpose.ANSWER_QUESTIONS


def test_linkedin_shows_other_firms_what_one_knows():
    assert suggest_purpose(FACTS["linkedin"], Aim.TALK) in (Purpose.JOIN_TALK, Purpose.WIN_FIRMS)


@pytest.mark.parametrize("aim", [*Aim, None])
def test_each_chosen_platform_gets_a_job_of_its_own(aim: Aim | None):
    chosen = [FACTS[key] for key in ("google_business", "facebook", "instagram")]
    purposes = [one.purpose for one in suggest_purposes(chosen, aim)]
    assert len(set(purposes)) == 3


@pytest.mark.parametrize("platform", sorted(FACTS))
@pytest.mark.parametrize("aim", [*Aim, None])
def test_every_platform_has_a_purpose_for_every_aim(platform: str, aim: Aim | None):
    assert suggest_purpose(FACTS[platform], aim) in Purpose


@pytest.mark.parametrize(
    ("typed", "key"),
    [("sourdough", "bakery"), ("Baker", "bakery"), ("boiler", "plumber"), ("bakery", "bakery")],
)
def test_a_trade_is_found_by_its_other_words(typed: str, key: str):
    assert find_trade(TRADES, typed).key == key


def test_an_unknown_trade_is_something_else():
    assert find_trade(TRADES, "falconer").key == "other"


def test_trades_are_offered_while_typing():
    offered = [trade.key for trade in matching_trades(TRADES, "ba")]
    assert offered[0] == "bakery"
    assert "hairdresser" in offered  # a barber
    assert "plumber" in offered  # a bathroom


def test_an_empty_field_offers_every_trade():
    assert len(matching_trades(TRADES, " ")) == len(TRADES)
