"""Whom to ask, the letters and the searches: complete, in plain words, and with their sources."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date

import pytest

from socialcoach.core.relations.letters import LetterTemplate, gaps_in
from socialcoach.core.relations.outreach_whom import Whom, whom_to_ask
from socialcoach.core.relations.promoter import Gift, PromoterKind, Stage
from socialcoach.paths import resource_dir
from socialcoach.storage.bundled.outreach import load_letters, load_searches, load_whom
from socialcoach.storage.bundled.platforms import load_platforms
from socialcoach.storage.bundled.trades import load_trades
from tests.resources.near_copies import near_copies
from tests.test_words import JARGON, LONGEST_SENTENCE

WHOM = load_whom(resource_dir())
LETTERS = load_letters(resource_dir())
BOOK = load_searches(resource_dir())
TRADES = [trade.key for trade in load_trades(resource_dir())]
PLATFORMS = {facts.key for facts in load_platforms(resource_dir())}
FIELDS = {"greet", "name", "who_follows", "offer", "business", "owner", "town", "shop"}


def every_line() -> list[Whom]:
    groups = [line for group in WHOM.groups for line in group.ask]
    return [*WHOM.everyone, *groups, *(line for trade in WHOM.trades for line in trade.ask)]


def test_every_trade_has_lines_of_its_own_and_a_group():
    assert len(TRADES) == 62
    assert {one.key for one in WHOM.trades} == set(TRADES)
    assert {trade for group in WHOM.groups for trade in group.trades} == set(TRADES)


@pytest.mark.parametrize("trade", TRADES)
def test_the_list_of_a_trade_is_short_and_varied(trade: str):
    lines = whom_to_ask(WHOM, trade)
    assert 10 <= len(lines) <= 16
    assert len({line.kind for line in lines}) >= 6
    assert len({line.gift for line in lines}) >= 4
    assert lines[0] in next(one.ask for one in WHOM.trades if one.key == trade)


def test_a_trade_nobody_knows_gets_what_holds_for_everyone():
    assert whom_to_ask(WHOM, "falconer") == WHOM.everyone


def test_all_kinds_and_gifts_occur():
    assert {line.kind for line in every_line()} == set(PromoterKind) - {PromoterKind.OTHER}
    assert {line.gift for line in every_line()} == set(Gift)


def test_no_line_stands_there_twice():
    assert near_copies(f"{line.who} {line.offer}" for line in every_line()) == []


def test_the_lines_are_short_and_plain():
    texts = [text for line in every_line() for text in (line.who, line.where, line.offer)]
    assert not [text for text in texts if JARGON.search(text) or "!" in text or "'" in text]
    assert not [text for text in texts if len(text.split()) > LONGEST_SENTENCE]
    assert not [text for text in texts if text.endswith(".")]


def test_what_is_offered_can_stand_in_a_sentence():
    assert not [line.offer for line in every_line() if line.offer[0].isupper()]


def test_every_stage_and_every_gift_has_a_letter():
    assert {stage for letter in LETTERS for stage in letter.stages} == set(Stage)
    assert {gift for letter in LETTERS for gift in letter.gifts} == set(Gift)


@pytest.mark.parametrize("letter", LETTERS, ids=lambda letter: letter.key)
def test_no_letter_can_go_out_without_the_owners_own_words(letter: LetterTemplate):
    assert gaps_in(letter.text)
    assert set(re.findall(r"\{(\w+)\}", letter.subject + letter.text)) <= FIELDS
    assert "{greet}" in letter.text
    assert "{owner}" in letter.text


@pytest.mark.parametrize("letter", LETTERS, ids=lambda letter: letter.key)
def test_letters_are_short_and_plain(letter: LetterTemplate):
    text = re.sub(r"\{\w+\}", "word", letter.text)
    assert len(text.split()) <= 150
    assert not JARGON.search(text)
    assert "!" not in text
    assert "'" not in text + letter.name + letter.when


def test_thirteen_platforms_can_be_searched_and_the_other_says_what_to_do_instead():
    searched = {page.platform for page in BOOK.search}
    told = {one.platform for one in BOOK.no_search}
    assert searched | told == PLATFORMS
    assert len(searched) == 13
    assert not searched & told


def test_every_search_says_where_it_is_from_and_when_it_was_checked():
    for page in BOOK.search:
        assert page.address.startswith("https://")
        assert page.address.count("{words}") == 1
        assert page.source
        assert page.checked_on <= date(2026, 12, 31)
    assert max(Counter((page.platform, page.finds) for page in BOOK.search).values()) == 1
