"""The strategy comes back letter for letter, and one that cannot be read is said."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlite_utils import Database

from socialcoach.core.errors import UserError
from socialcoach.core.strategy.brand import Brand
from socialcoach.core.strategy.business import Business, CanMake
from socialcoach.core.strategy.goal import Goal
from socialcoach.core.strategy.strategy import PlatformPurpose, Strategy
from socialcoach.storage.strategy.strategies import (
    Strategies,
    strategy_from_json,
    strategy_to_json,
)

NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)
words = st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=12)
some_words = st.lists(words, max_size=2).map(tuple)
numbers = st.none() | st.floats(0, 1e9) | st.integers(0, 10**6).map(float)
businesses = st.builds(
    Business,
    name=words,
    owner=words,
    town=words,
    customers=words,
    can_make=st.lists(st.sampled_from(CanMake), max_size=3).map(tuple),
)
brands = st.builds(Brand, voice=some_words, stands_for=words, never_words=some_words)
goals = st.builds(Goal, said=words, now=numbers, target=numbers, why=words)
purposes = st.lists(st.builds(PlatformPurpose, words, words), max_size=3).map(tuple)
strategies = st.builds(
    Strategy,
    business=businesses,
    brand=brands,
    goal=goals,
    minutes_per_week=st.integers(0, 10_000),
    platforms=purposes,
)


@given(strategies)
def test_every_strategy_comes_back_from_its_text(strategy: Strategy):
    assert strategy_from_json(strategy_to_json(strategy)) == strategy


def test_a_strategy_with_odd_letters_comes_back_from_the_database(database: Database):
    odd = Strategy(business=Business(name="A\0B 👨‍👩‍👧 שלום", owner="Zoë"))
    Strategies(database).save(odd, NOW)
    assert Strategies(database).load() == odd


def test_before_the_first_answer_the_strategy_is_empty(database: Database):
    assert Strategies(database).load() == Strategy()


def test_there_is_one_strategy_however_often_it_is_kept(database: Database):
    store = Strategies(database)
    for name in ("First", "Second"):
        store.save(Strategy(business=Business(name=name)), NOW)
    assert store.load().business.name == "Second"
    assert database.table("strategy").count == 1


def test_fields_of_another_version_are_passed_over():
    raw = json.loads(strategy_to_json(Strategy(minutes_per_week=90)))
    raw["colour"] = "green"
    raw["business"]["motto"] = "later"
    assert strategy_from_json(json.dumps(raw)) == Strategy(minutes_per_week=90)


@pytest.mark.parametrize(
    "text", ["", "{half", "[]", "3", '"words"', '{"goal": {"by": "soon"}}', '{"goal": {"aim": 7}}']
)
def test_what_is_no_strategy_is_said_so(text: str):
    with pytest.raises(UserError) as caught:
        strategy_from_json(text)
    assert caught.value.code == "strategy.unreadable"
