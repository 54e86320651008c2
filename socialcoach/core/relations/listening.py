"""Where people already talk: searches to begin with, and what was heard.

Serves the principle to talk with people, not at them: listen first, choose the place afterwards.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from urllib.parse import quote

from socialcoach.core.relations.promoter import Promoter, PromoterKind
from socialcoach.core.strategy.trade import Trade

MOST_TRADE_WORDS = 5
"""Words taken from the trade; more would be a wall of buttons."""

LONGEST_WORD = 60


class TalkTag(StrEnum):
    """What a talk holds for the owner."""

    QUESTION = "question"
    PERSON = "person"
    PLACE = "place"


class Finds(StrEnum):
    """What a search finds."""

    POSTS = "posts"
    GROUPS = "groups"
    PLACES = "places"
    VIDEOS = "videos"
    PICTURES = "pictures"


@dataclass(frozen=True)
class SearchPage:
    """A platform's public search page, as of ``checked_on``.

    ``address`` holds ``{words}`` and may hold ``{town}``, each filled in percent-encoded.
    ``sign_in`` tells that it only answers those who are signed in there. ``name`` is its own name
    where that is not the platform’s.
    """

    platform: str
    finds: Finds
    address: str
    sign_in: bool
    checked_on: date
    source: str
    certain: bool = True
    name: str = ""


@dataclass(frozen=True)
class Opening:
    """How people begin when they look for something ("recommend"); goes before the word."""

    text: str


@dataclass(frozen=True)
class NoSearch:
    """A platform without a public search page, and what to do there instead."""

    platform: str
    instead: str


@dataclass(frozen=True)
class SearchBook:
    """All searches that come with SocialCoach."""

    search: tuple[SearchPage, ...]
    opening: tuple[Opening, ...]
    no_search: tuple[NoSearch, ...] = ()


@dataclass(frozen=True)
class Talk:
    """What somebody said somewhere. ``noted_at`` is in UTC.

    ``place`` is where on the platform (a group, a page), ``post_id`` and ``promoter_id`` what was
    made of it.
    """

    id: int
    platform: str
    about: str
    place: str = ""
    who: str = ""
    tags: tuple[TalkTag, ...] = ()
    link: str = ""
    noted_at: datetime | None = None
    post_id: int | None = None
    promoter_id: int | None = None

    @property
    def haystack(self) -> str:
        """Return what a search looks in."""
        return f"{self.about} {self.place} {self.who} {self.platform}".casefold()


def words_to_listen_for(trade: Trade | None, trade_word: str) -> tuple[str, ...]:
    """Return words people use for what the business does: the trade's name and its examples.

    "Plumber or heating engineer" gives both; a trade we do not know gives the owner's own word.

    Serves the principle to listen in the customers' own words, not in ours.
    """
    if trade is None:
        return (trade_word.strip().casefold(),) if trade_word.strip() else ()
    names = trade.name.replace(",", " or ").split(" or ")
    words = [name.strip().casefold() for name in (*names, *trade.examples) if name.strip()]
    return tuple(dict.fromkeys(words))[:MOST_TRADE_WORDS]


def with_word(words: Sequence[str], typed: str) -> tuple[str, ...]:
    """Return the owner's words with one more; nothing is added twice."""
    word = " ".join(typed.split())[:LONGEST_WORD]
    known = {one.casefold() for one in words}
    return tuple(words) if not word or word.casefold() in known else (*words, word)


def search_phrase(word: str, opening: str = "") -> str:
    """Return what is searched for: "recommend bakery"."""
    return " ".join((opening, word)).strip()


def search_address(page: SearchPage, phrase: str, town: str = "") -> str:
    """Return the address that shows what people say; the town is left out when it is empty."""
    filled = page.address.replace("{words}", quote(phrase.strip(), safe=""))
    filled = filled.replace("{town}", quote(town.strip(), safe=""))
    return filled.replace("%20&", "&").removesuffix("%20").replace("%20%20", "%20")


def ordered_pages(pages: Iterable[SearchPage], chosen: Sequence[str]) -> tuple[SearchPage, ...]:
    """Return the search pages, those of the chosen platforms first, in the owner's order.

    Serves the principle that two or three places are enough: those come first.
    """
    rank = {key: place for place, key in enumerate(chosen)}
    return tuple(sorted(pages, key=lambda page: rank.get(page.platform, len(rank))))


def matching_talks(talks: Iterable[Talk], typed: str, tag: TalkTag | None = None) -> list[Talk]:
    """Return the talks in which every typed word occurs and that carry the tag, if any."""
    words = typed.casefold().split()
    return [
        one
        for one in talks
        if (tag is None or tag in one.tags) and all(word in one.haystack for word in words)
    ]


def card_from_talk(talk: Talk) -> Promoter:
    """Return a promoter's card begun from a talk: the person who spoke, else the place.

    Serves the outside approach: whoever speaks well of others is worth knowing.
    """
    is_place = TalkTag.PLACE in talk.tags or not talk.who
    return Promoter(
        id=0,
        name=(talk.place if is_place else talk.who) or talk.who or talk.platform,
        kind=PromoterKind.GROUP if is_place else PromoterKind.OTHER,
        who_follows=talk.place if not is_place else "",
        link=talk.link,
        next_step="",
    )
