"""Ideas: the same all day, others on request, fitting the business."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlite_utils import Database

from socialcoach.core.strategy.business import Business
from socialcoach.core.strategy.strategy import PlatformPurpose, Strategy
from socialcoach.services.bundle import Services
from tests.conftest import Clock

BAKER = Strategy(
    business=Business(name="Hill Street Bakery", trade="bakery"),
    platforms=(PlatformPurpose("facebook"),),
)


def test_the_days_ideas_stay_the_same_all_day(services: Services, clock: Clock):
    services.planner.keep(BAKER)
    morning = services.inspiration.ideas_for_today(3)
    clock.advance(hours=10)
    assert services.inspiration.ideas_for_today(3) == morning
    assert len(morning) == 3


def test_others_come_on_request_until_all_were_shown(services: Services):
    services.planner.keep(BAKER)
    rounds = [services.inspiration.next_ideas(3) for _ in range(5)]
    shown = [idea.id for ideas in rounds for idea in ideas]
    assert len(set(shown)) == 15


def test_a_baker_gets_ideas_for_bakers_and_general_ones(services: Services):
    services.planner.keep(BAKER)
    trades = {idea.trade for _ in range(4) for idea in services.inspiration.next_ideas(3)}
    assert trades <= {"bakery", "general"}
    assert "bakery" in trades


@pytest.mark.parametrize("trade", ["", "lion tamer", "../../secrets", "a\0b"])
def test_a_trade_nobody_wrote_ideas_for_gets_general_ones(services: Services, trade: str):
    services.planner.keep(replace(BAKER, business=Business(trade=trade)))
    assert {idea.trade for idea in services.inspiration.next_ideas(3)} == {"general"}


def test_an_idea_already_on_the_desk_is_not_offered_again(services: Services):
    services.planner.keep(BAKER)
    first = services.inspiration.ideas_for_today(1)[0]
    services.drafting.new(first.starter, idea=first.id)
    assert first not in services.inspiration.ideas_for_today(3)


def test_ideas_are_in_season(services: Services, clock: Clock):
    services.planner.keep(BAKER)
    month = clock.now().month
    for idea in (idea for _ in range(6) for idea in services.inspiration.next_ideas(3)):
        assert idea.is_in_season(month)


def test_a_damaged_list_of_shown_ideas_does_not_stop_ideas(services: Services, database: Database):
    database.table("setting").upsert({"key": "ideas.shown", "value": "7"}, pk="key")
    assert len(services.inspiration.next_ideas(3)) == 3
