"""The ideas for days give, have blanks to fill, and none is another one again."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

from socialcoach.core.meter import Kind
from socialcoach.core.planning.day_ideas import ideas_for_day
from socialcoach.core.planning.kept_days import NearDay, kept_days
from socialcoach.storage.bundled.days import load_day_ideas
from socialcoach.storage.bundled.ideas import load_ideas
from tests.resources.near_copies import near_copies

RESOURCES = Path(__file__).parents[2] / "resources"
BANK = load_day_ideas(RESOURCES)
SELLING = {Kind.OFFER, Kind.PRODUCT, Kind.EVENT, Kind.BRAG, Kind.OTHER}


def test_every_idea_gives_and_has_blanks_to_fill():
    for one in BANK:
        assert one.idea.kind not in SELLING, one.idea.id
        assert re.search(r"\[[^\[\]]+\]", one.idea.starter), one.idea.id
        assert re.fullmatch(r"[A-Z].{5,78}\.", one.idea.value), one.idea.id
        assert len(one.idea.title) <= 60, one.idea.id
        assert 5 <= one.idea.minutes <= 60, one.idea.id


def test_ids_are_unique_and_unlike_any_other():
    ids = [one.idea.id for one in BANK]
    assert len(set(ids)) == len(ids)
    assert not set(ids) & {idea.id for idea in load_ideas(RESOURCES)}


def test_none_is_a_near_copy_of_another_one():
    others = [idea.starter for idea in load_ideas(RESOURCES)]
    plain = [re.sub(r"\[[^\[\]]+\]", "X", text) for text in others]
    own = [re.sub(r"\[[^\[\]]+\]", "X", one.idea.starter) for one in BANK]
    assert near_copies([*own, *plain]) == []


def test_names_are_as_they_are_compared():
    for one in BANK:
        assert all(name == name.casefold() and "’" not in name for name in one.names)


def test_a_day_with_ideas_of_its_own_gets_them_first():
    mothers = next(one for one in kept_days(2026, "GB") if one.name == "Mother’s Day")
    ideas = ideas_for_day(mothers, BANK)
    assert ideas[0].id == "day-mother-advice-2026-03-15"
    assert len(ideas) > 3


def test_any_day_gets_ideas_with_its_name_in_them():
    ideas = ideas_for_day(NearDay("Epiphany", date(2027, 1, 6)), BANK)
    assert len(ideas) >= 5
    assert all("{day}" not in f"{one.title}{one.starter}" for one in ideas)
    assert "Epiphany" in ideas[0].title
