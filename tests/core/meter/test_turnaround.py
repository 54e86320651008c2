"""Turn-arounds are giving, use the draft's own words, and leave facts to the owner."""

from __future__ import annotations

import re
import tomllib

import pytest

from socialcoach.core.meter.model import model_path
from socialcoach.core.meter.reading import Kind
from socialcoach.core.meter.turnaround import (
    Plan,
    Templates,
    templates_from,
    thing_of,
    turnarounds,
)


@pytest.fixture(scope="module")
def groups() -> dict[Kind, Templates]:
    """The templates that ship."""
    return templates_from(tomllib.loads((model_path() / "turnarounds.toml").read_text("utf-8")))


@pytest.mark.parametrize(
    ("draft", "thing"),
    [
        ("Our cinnamon buns are back! Order now", "cinnamon buns"),
        ("Introducing the new winter wreath, 20% off", "winter wreath"),
        ("Book your boiler service today", "boiler service"),
        ("Come on down!", ""),
        ("", ""),
    ],
)
def test_the_thing_is_named_in_the_drafts_own_words(draft: str, thing: str) -> None:
    assert thing_of(draft) == thing


def test_three_starts_about_the_draft(groups: dict[Kind, Templates]) -> None:
    starts = turnarounds("Our cinnamon buns are back! Order now", Plan(), groups)
    assert [start.kind for start in starts] == [Kind.TIP, Kind.STORY, Kind.QUESTION]
    assert all("cinnamon buns" in start.text for start in starts)


def test_without_a_thing_or_a_plan_there_are_still_three(groups: dict[Kind, Templates]) -> None:
    starts = turnarounds("!!!", Plan(), groups)
    assert len(starts) == 3
    assert not any("{" in start.text for start in starts)


def test_another_turn_brings_another_start(groups: dict[Kind, Templates]) -> None:
    draft = "Our cinnamon buns are back!"
    first, second = (turnarounds(draft, Plan(), groups, turn) for turn in (0, 1))
    assert all(a.text != b.text for a, b in zip(first, second, strict=True))


def test_no_template_states_a_figure_or_a_name(groups: dict[Kind, Templates]) -> None:
    for group in groups.values():
        for template in group.templates:
            assert not re.search(r"\d|%|[$€£]", template)
            assert "[" in template


def test_a_group_without_a_plain_template_is_refused() -> None:
    with pytest.raises(ValueError, match="without names"):
        templates_from({"tip": {"title": "T", "templates": ["{thing}"]}})
