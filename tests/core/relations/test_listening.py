"""Searches to begin with, and what was heard."""

from __future__ import annotations

from datetime import date
from urllib.parse import parse_qs, urlsplit

from hypothesis import given
from hypothesis import strategies as st

from socialcoach.core.relations.listening import (
    Finds,
    SearchPage,
    Talk,
    TalkTag,
    card_from_talk,
    matching_talks,
    ordered_pages,
    search_address,
    search_phrase,
    with_word,
    words_to_listen_for,
)
from socialcoach.core.relations.promoter import PromoterKind
from socialcoach.core.strategy.trade import Trade


def page(
    platform: str = "x", address: str = "https://x.com/search?q={words}%20{town}&f=live"
) -> SearchPage:
    return SearchPage(platform, Finds.POSTS, address, False, date(2026, 11, 22), "seen")


def test_a_trade_gives_its_names_and_its_examples():
    plumber = Trade(
        "plumber", "Plumber or heating engineer", ("boiler", "plumbing", "heating", "gas")
    )
    words = words_to_listen_for(plumber, "plumber")
    assert words == ("plumber", "heating engineer", "boiler", "plumbing", "heating")


def test_a_trade_we_do_not_know_gives_the_owners_own_word():
    assert words_to_listen_for(None, " Falconer ") == ("falconer",)
    assert words_to_listen_for(None, "") == ()


def test_a_word_is_never_on_the_list_twice():
    assert with_word(("rye",), " Rye ") == ("rye",)
    assert with_word(("rye",), "  nut   cake ") == ("rye", "nut cake")
    assert with_word(("rye",), "   ") == ("rye",)


def test_words_and_town_stand_in_the_address():
    address = search_address(page(), search_phrase("bread", "looking for"), "Bad Tölz")
    assert parse_qs(urlsplit(address).query) == {"q": ["looking for bread Bad Tölz"], "f": ["live"]}


def test_signs_that_mean_something_in_an_address_stay_words():
    address = search_address(page(), "salt & vinegar=#1?", "a&b")
    assert parse_qs(urlsplit(address).query)["q"] == ["salt & vinegar=#1? a&b"]
    assert " " not in address


def test_without_a_town_nothing_of_it_stays_behind():
    assert search_address(page(), "bread") == "https://x.com/search?q=bread&f=live"
    plain = page(address="https://x.com/search?q={words}%20{town}")
    assert search_address(plain, "bread") == "https://x.com/search?q=bread"


@given(st.text(min_size=1, max_size=40), st.text(max_size=20))
def test_no_word_can_break_out_of_its_place(word: str, town: str):
    address = search_address(
        page(), word.encode("utf-8", "ignore").decode(), town.encode("utf-8", "ignore").decode()
    )
    assert address.startswith("https://x.com/search?q=")
    assert set(parse_qs(urlsplit(address).query)) <= {"q", "f"}
    assert address.endswith("&f=live")


def test_the_plans_platforms_come_first():
    pages = [page("x"), page("reddit"), page("facebook")]
    found = ordered_pages(pages, ("facebook", "instagram"))
    assert [one.platform for one in found] == ["facebook", "x", "reddit"]


def test_talks_are_found_by_word_and_tag():
    talks = [
        Talk(1, "facebook", "Who sells rye?", tags=(TalkTag.QUESTION,)),
        Talk(2, "reddit", "Rye lovers meet", place="Sourdough", tags=(TalkTag.PLACE,)),
    ]
    assert [one.id for one in matching_talks(talks, "rye")] == [1, 2]
    assert [one.id for one in matching_talks(talks, "rye sour")] == [2]
    assert [one.id for one in matching_talks(talks, "", TalkTag.QUESTION)] == [1]


def test_a_person_who_was_heard_becomes_a_card_with_their_name():
    card = card_from_talk(Talk(1, "facebook", "answers all", place="Board", who="Jan"))
    assert (card.name, card.who_follows, card.kind) == ("Jan", "Board", PromoterKind.OTHER)


def test_a_place_that_was_heard_of_becomes_a_card_of_a_group():
    card = card_from_talk(Talk(1, "facebook", "x", place="Board", who="Jan", tags=(TalkTag.PLACE,)))
    assert (card.name, card.kind) == ("Board", PromoterKind.GROUP)
    assert card_from_talk(Talk(1, "facebook", "x")).name == "facebook"
