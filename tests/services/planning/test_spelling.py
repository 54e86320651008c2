"""Spelling with a real dictionary."""

from __future__ import annotations

from dataclasses import replace

import pytest

from socialcoach.core.strategy.business import Business
from socialcoach.services.bundle import Services
from socialcoach.services.planning.spelling import Spelling


@pytest.fixture
def spelling(services: Services) -> Spelling:
    """Spelling with the English dictionary at hand."""
    services.writing.spelling.load("en")
    return services.writing.spelling


def unknown(spelling: Spelling, text: str) -> list[str]:
    """Return the words that are marked in English."""
    return [word.text for word in spelling.unknown(text, "en")]


def test_slips_are_found_and_what_was_meant_comes_first(spelling: Spelling):
    text = "We recieve teh flour on Thurzday.\nDefinatley the best colour."
    assert unknown(spelling, text) == ["recieve", "teh", "Definatley"]
    meant = {word: spelling.suggestions(word, "en")[0] for word in unknown(spelling, text)}
    assert meant == {"recieve": "receive", "teh": "the", "Definatley": "Definitely"}


def test_the_word_being_written_is_not_judged(spelling: Spelling):
    text = "Fresh bread brd"
    assert [word.text for word in spelling.unknown(text, "en", len(text))] == []
    assert "brd" in unknown(spelling, text)


def test_words_stand_where_they_stand_in_the_whole_text(spelling: Spelling):
    text = "First line is fine.\n\nThe secnd sentence. And teh third."
    found = spelling.unknown(text, "en")
    assert [text[word.start : word.end] for word in found] == ["secnd", "teh"]


def test_names_of_the_plan_and_own_words_are_known(services: Services, spelling: Spelling):
    assert unknown(spelling, "Zorblatt bakes. Merrowbee wakes. Smorrel is new.") == [
        "Zorblatt",
        "Merrowbee",
        "Smorrel",
    ]
    plan = services.planner.strategy()
    services.planner.keep(replace(plan, business=Business(name="Zorblatt's", town="Merrowbee")))
    spelling.add_own("Smorrel")
    assert unknown(spelling, "Zorblatt bakes. Merrowbee wakes. Smorrel is new.") == []
    spelling.remove_own("smorrel")
    assert unknown(spelling, "Smorrel is new.") == ["Smorrel"]


def test_without_a_dictionary_nothing_is_marked(spelling: Spelling):
    assert not spelling.has_dictionary("pl")
    spelling.load("pl")
    assert spelling.unknown("Xqzw abcdw", "pl") == []


def test_switch_and_language_are_remembered(services: Services, spelling: Spelling):
    assert spelling.is_on
    spelling.switch(on=False)
    spelling.choose_language("de")
    assert not services.writing.spelling.is_on
    assert spelling.language_of("What do you do with the crusts?") == "de"


def test_the_shipped_dictionaries_are_there(spelling: Spelling):
    codes = {one.code for one in spelling.languages if one.has_dictionary}
    assert {"en", "es", "fr", "pt", "de", "it", "ru"} <= codes
