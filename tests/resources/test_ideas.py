"""The idea bank gives: every idea is whole, fits its trade, and none is another one again."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from socialcoach.core.meter import Kind
from tests.resources.near_copies import near_copies

RESOURCES = Path(__file__).parents[2] / "resources"
FILES = sorted((RESOURCES / "ideas").glob("*.toml"))
GIVING = set(Kind) - {Kind.OFFER, Kind.PRODUCT, Kind.EVENT, Kind.BRAG, Kind.OTHER}
PLATFORMS = {path.stem for path in (RESOURCES / "platforms").glob("*.toml")}
WANTED = {"id", "title", "kind", "value", "minutes", "platforms", "starter"}
PUSHY = re.compile(
    r"\b(buy now|book now|order now|come and buy|hurry up|hurry while|don't miss|last chance|"
    r"sale|discount|half price|special offer|our prices|sign up)\b",
    re.IGNORECASE,
)

MONTH = re.compile(
    r"\b(January|February|March|April|June|July|August|September|October|November|December|"
    r"Christmas|Easter|New Year)\b"
)

Idea = dict[str, Any]


def read(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text("utf-8"))


BANK = {path.stem: read(path) for path in FILES}
IDEAS: list[Idea] = [idea for trade in BANK.values() for idea in trade["idea"]]


def trade_names() -> dict[str, str]:
    trades = tomllib.loads((RESOURCES / "trades.toml").read_text("utf-8"))["trade"]
    return {trade["key"]: trade["name"] for trade in trades} | {"general": "Any business"}


def without_blanks(starter: str) -> str:
    return re.sub(r"\[[^\[\]]+\]", "X", starter)


@pytest.mark.parametrize("trade", BANK)
def test_a_file_is_named_after_a_trade_the_owner_can_choose(trade: str):
    assert set(BANK[trade]) == {"trade", "name", "idea"}
    assert BANK[trade]["trade"] == trade
    assert BANK[trade]["name"] == trade_names()[trade]


@pytest.mark.parametrize("trade", BANK)
def test_a_trade_has_ideas_for_half_a_year_of_weeks(trade: str):
    assert len(BANK[trade]["idea"]) >= (40 if trade == "general" else 25)


@pytest.mark.parametrize("trade", BANK)
def test_a_trade_has_several_kinds_of_idea(trade: str):
    kinds = Counter(idea["kind"] for idea in BANK[trade]["idea"])

    assert set(kinds) >= {"tip", "story", "community", "question", "service"}
    assert kinds.most_common(1)[0][1] <= 0.6 * kinds.total()


def test_every_idea_has_exactly_the_agreed_fields():
    for idea in IDEAS:
        assert set(idea) - {"months", "weather"} == WANTED, idea["id"]


def test_every_id_is_unique_and_begins_with_its_trade():
    for trade, content in BANK.items():
        for idea in content["idea"]:
            assert re.fullmatch(rf"{trade}(-[a-z0-9]+)+", idea["id"])
    assert Counter(idea["id"] for idea in IDEAS).most_common(1)[0][1] == 1


def test_every_idea_gives_and_none_sells():
    for idea in IDEAS:
        assert idea["kind"] in GIVING, idea["id"]
        assert not PUSHY.search(idea["starter"]), idea["id"]


def test_titles_and_values_are_short_and_plain():
    for idea in IDEAS:
        assert 0 < len(idea["title"]) <= 60, idea["id"]
        assert not idea["title"].endswith("."), idea["id"]
        assert re.fullmatch(r"[A-Z].{5,78}\.", idea["value"]), idea["id"]


def test_the_time_an_idea_takes_fits_into_a_working_day():
    for idea in IDEAS:
        assert type(idea["minutes"]) is int
        assert 5 <= idea["minutes"] <= 60, idea["id"]


def test_every_idea_names_two_to_six_known_platforms_once():
    for idea in IDEAS:
        assert 2 <= len(idea["platforms"]) <= 6, idea["id"]
        assert len(set(idea["platforms"])) == len(idea["platforms"]), idea["id"]
        assert set(idea["platforms"]) <= PLATFORMS, idea["id"]


def test_months_are_named_only_for_ideas_that_have_a_season():
    for idea in IDEAS:
        months = idea.get("months", [1])
        assert months, idea["id"]
        assert len(set(months)) == len(months) < 12, idea["id"]
        assert set(months) <= set(range(1, 13)), idea["id"]


def test_an_idea_that_follows_the_weather_has_a_season_and_names_no_month():
    following = [idea for idea in IDEAS if "weather" in idea]
    assert following
    for idea in following:
        assert idea["weather"] is True
        assert idea["months"]
        assert not MONTH.search(f"{idea['title']} {idea['value']} {idea['starter']}"), idea["id"]


def test_every_starter_has_a_few_sentences_and_a_blank_to_fill():
    for idea in IDEAS:
        plain = without_blanks(idea["starter"])
        assert plain != idea["starter"], idea["id"]
        assert not set("[]") & set(plain), idea["id"]
        assert 2 <= len(re.findall(r"[.?!](?=\s|\"|\)|$)", plain)) <= 5, idea["id"]
        assert 60 <= len(plain) <= 500, idea["id"]


def test_no_two_starters_are_near_copies():
    assert near_copies(without_blanks(idea["starter"]) for idea in IDEAS) == []


def test_no_two_titles_are_near_copies():
    assert near_copies(idea["title"] for idea in IDEAS) == []


def test_every_trade_the_owner_can_choose_has_ideas_of_its_own():
    assert set(BANK) == set(trade_names()) - {"other"}
