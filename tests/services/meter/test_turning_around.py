"""Giving starts for a draft that sells, from the draft and the plan, never from thin air."""

from __future__ import annotations

import re

import pytest

from socialcoach.core.meter import Kind
from socialcoach.core.strategy.business import Business
from socialcoach.core.strategy.strategy import Strategy
from socialcoach.paths import resource_dir
from socialcoach.services.meter.turning_around import TurningAround

OFFER = "Try our sourdough loaf, 20% off this weekend only!"


@pytest.fixture
def turning_around() -> TurningAround:
    """The shipped templates."""
    return TurningAround(resource_dir() / "meter" / "turnarounds.toml")


def test_there_are_a_tip_a_story_and_a_question(turning_around: TurningAround):
    starts = turning_around.starts(OFFER, Strategy(), 0)
    assert [start.kind for start in starts] == [Kind.TIP, Kind.STORY, Kind.QUESTION]


def test_they_speak_of_what_the_draft_is_about(turning_around: TurningAround):
    starts = turning_around.starts(OFFER, Strategy(), 0)
    assert all("sourdough loaf" in start.text for start in starts)


def test_others_come_when_asked_for(turning_around: TurningAround):
    first, second = (turning_around.starts(OFFER, Strategy(), turn) for turn in (0, 1))
    assert all(one.text != other.text for one, other in zip(first, second, strict=True))


def test_no_offer_and_no_figure_is_carried_over(turning_around: TurningAround):
    for turn in range(6):
        for start in turning_around.starts(OFFER, Strategy(), turn):
            assert not re.search(r"\d|%|off\b", start.text)


def test_a_long_description_of_the_customers_does_not_burst_a_sentence(
    turning_around: TurningAround,
):
    business = Business(customers="People who live or work within a ten minute walk of us")
    for turn in range(6):
        for start in turning_around.starts(OFFER, Strategy(business=business), turn):
            assert "ten minute walk" not in start.text
