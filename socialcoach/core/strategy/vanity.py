"""Recognising a wish for likes, followers or fame in the owner's own words (English).

Likes are not a goal; being trusted and chosen is. The wizard asks kindly what the likes should
bring. So this must find "get 250 likes" and "700 folowers", and must leave "people like our bread
more" alone. It reads words and their neighbours, and guesses nothing from afar.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from socialcoach.core.strategy.spelled_numbers import number_ending_at, number_starting_at
from socialcoach.core.strategy.vanity_words import (
    BETWEEN,
    GOODS,
    GROWTH,
    NOT_WANTED,
    OTHER_VIEWS,
    OURS_ONLINE,
    OWN_LIST,
    PAYING,
    PLATFORMS,
    VanityThing,
    thing_of,
)

__all__ = ["LONGEST_GOAL", "VanityGoal", "VanityThing", "find_vanity"]

LONGEST_GOAL = 2_000
"""Characters of the owner's words that are read; a goal is a sentence, not a book."""


@dataclass(frozen=True)
class VanityGoal:
    """A goal about show: the thing, the figure if one was named, and the words that say so."""

    thing: VanityThing
    figure: int | None
    words: str


@dataclass(frozen=True)
class _Word:
    text: str
    start: int
    end: int


_WORD = re.compile(r"\d[\d.,]*(?:[kKmM](?!\w))?|[^\W\d_]+(?:['’][^\W\d_]+)?|\+|%|[.;:!?,\n—–]")
_STOPS = frozenset(".;:!?,\n—–")


def find_vanity(said: str) -> VanityGoal | None:
    """Return what the owner's goal counts for show, or None for a goal about real things."""
    said = said[:LONGEST_GOAL]
    words = [_Word(m.group().casefold(), m.start(), m.end()) for m in _WORD.finditer(said)]
    for place in range(len(words)):
        span = _counted_thing(words, place) or _people_who_follow(words, place)
        span = span or _fame(words, place) or _growing_page(words, place)
        if span is not None and not _is_refused(words, span.first):
            start, end = words[span.first].start, words[span.last].end
            return VanityGoal(span.thing, span.figure, said[start:end])
    return None


@dataclass(frozen=True)
class _Span:
    """Words ``first`` to ``last`` (inclusive) that speak of a vain thing."""

    thing: VanityThing
    first: int
    last: int
    figure: int | None = None


def _counted_thing(words: list[_Word], place: int) -> _Span | None:
    """Find "250 likes", "more real followers", "double our fans", "followers to 1,000"."""
    known = thing_of(words[place].text)
    if known is None or _is_something_else(words, place, known[0]):
        return None
    first = _start_of_phrase(words, place)
    figure, last = _figure_near(words, first, place)
    wanted = figure is not None or (
        _is_wanted(words, first, place, known[0]) and not _shall_do_something(words, place)
    )
    return _Span(known[1], first, last, figure) if wanted else None


def _is_something_else(words: list[_Word], place: int, noun: str) -> bool:
    """Tell sea views, ceiling fans, paying subscribers and sandwiches from the vain ones."""
    before = [word.text for word in words[max(0, place - 4) : place]]
    after = [word.text for word in words[place + 1 : place + 5]]
    if noun in {"subscribers", "subscriber", "subs"}:
        paying = bool(PAYING & set(before)) or bool(OWN_LIST & set(after))
        return paying or bool(GOODS & set(before))
    if noun == "following":
        return bool(after) and after[0] not in _STOPS | {"on", "by", "of", "to"}
    if noun == "thumbs":
        return "up" not in after[:1]
    if noun == "reach":
        return bool(after) and after[0] not in _STOPS | {"on", "by", "of", "for", "and", "online"}
    turned = after[:1] == ["into"]
    return turned or (bool(before) and (before[-1] in OTHER_VIEWS or bool(GOODS & set(before))))


def _shall_do_something(words: list[_Word], place: int) -> bool:
    """Tell "get our followers to visit us" from "get our followers to 1,000"."""
    after = [word.text for word in words[place + 1 : place + 3]]
    return len(after) == 2 and after[0] in {"to", "who"} and not after[1][0].isdigit()


def _start_of_phrase(words: list[_Word], place: int) -> int:
    """Step back over "our new Instagram" and over numbers to where the phrase begins.

    Between a number and "followers" one word may be unknown ("700 happy followers").
    """
    first = place
    if words[place].text.startswith("fol") and place > 1:
        unknown = number_ending_at([word.text for word in words[: place - 1]])
        first = place - 1 if unknown is not None else place
    while first > 0:
        number = number_ending_at([word.text for word in words[:first]])
        if number is not None:
            first -= number.words
        elif words[first - 1].text in BETWEEN:
            first -= 1
        else:
            break
    return first - 1 if first > 0 and words[first - 1].text in GROWTH else first


def _figure_near(words: list[_Word], first: int, place: int) -> tuple[int | None, int]:
    """Return the figure wanted and the last word: "likes to 500" before "250 likes"."""
    after = place + 1
    while after < len(words) and words[after].text in {"to", "up", "at", "least", "of", ":", "by"}:
        after += 1
    found = number_starting_at([word.text for word in words[after : after + 8]])
    if found is not None and after > place + 1:
        last = after + found.words - 1
        figure = _unless_percent(words, last + 1, found.value)
        return (figure, last) if figure is not None else (_figure_before(words, first, place), last)
    return _figure_before(words, first, place), place


def _figure_before(words: list[_Word], first: int, place: int) -> int | None:
    """Return the figure among the words before the thing, the nearest to it."""
    for end in range(place, first, -1):
        number = number_ending_at([word.text for word in words[first:end]])
        if number is not None:
            return _unless_percent(words, end, number.value)
    return None


def _unless_percent(words: list[_Word], place: int, value: int) -> int | None:
    """A percentage is no figure of likes."""
    percent = place < len(words) and words[place].text in {"%", "percent"}
    return None if percent else value


def _is_wanted(words: list[_Word], first: int, place: int, noun: str) -> bool:
    """Tell whether the phrase has a word of growth, or is all that was said."""
    phrase = {word.text for word in words[first:place]}
    if phrase & GROWTH:
        return (
            noun not in {"reach"}
            or bool(phrase & {"more", "bigger", "larger", "higher"})
            or (bool(phrase & {"our", "my"}))
        )
    if noun in {"reach", "shares", "plays", "hearts", "follows", "following"}:
        return False
    if phrase & {"our", "my"}:
        return False
    ends = place + 1 == len(words) or words[place + 1].text in _STOPS | {"on", "and"}
    alone = first == 0 or (
        words[first - 1].text in _STOPS and noun not in {"subs", "fans", "views"}
    )
    return ends and alone


def _people_who_follow(words: list[_Word], place: int) -> _Span | None:
    """Find "follow us on Instagram" and "like our page", not "follow our recipe"."""
    if words[place].text not in {
        "follow",
        "following",
        "like",
        "liking",
        "subscribe",
        "subscribing",
    }:
        return None
    next_words = [word.text for word in words[place + 1 : place + 5]]
    vain = _follows_us(words[place].text, next_words)
    if not vain:
        return None
    first = _start_of_people(words, place)
    number = number_starting_at([word.text for word in words[first:place]])
    if (
        number is None
        and first > 0
        and words[first - 1].text in {"from", "of", "for", "with", "by"}
    ):
        return None
    likes = words[place].text in {"like", "liking"}
    thing = VanityThing.LIKES if likes else VanityThing.FOLLOWERS
    return _Span(thing, first, place + vain, number.value if number else None)


def _follows_us(verb: str, after: list[str]) -> int:
    """Return how many words after the verb belong to it when it is about us online, else 0."""
    for steps, word in enumerate(after, start=1):
        if word in OURS_ONLINE and steps > 1:
            return steps
        if word in {"us", "me"} and not verb.startswith("lik"):
            online = [other for other in after[steps:] if other not in {"on", "in", "the", "more"}]
            ends = not online or online[0] in _STOPS or online[0] in {"and", "so", "back"}
            if ends or online[0] in PLATFORMS:
                return steps
        if word not in BETWEEN and word != "to":
            return 0
    return 0


def _start_of_people(words: list[_Word], place: int) -> int:
    """Step back over "500 more people to" before "follow us"."""
    first = place
    people = {
        "people",
        "ppl",
        "customers",
        "locals",
        "who",
        "to",
        "that",
        "them",
        "everyone",
        "more",
    }
    while first > 0 and place - first < 8:
        number = number_ending_at([word.text for word in words[:first]])
        if number is not None:
            return first - number.words
        if words[first - 1].text not in people:
            break
        first -= 1
    return first


def _fame(words: list[_Word], place: int) -> _Span | None:
    """Find "go viral", "be famous on TikTok", "become an influencer"."""
    word = words[place].text
    after = [other.text for other in words[place + 1 : place + 4]]
    if word in {"viral", "virall", "virul"}:
        medical = {"infection", "infections", "disease", "load", "illness", "illnesses", "cold"}
        return (
            None
            if medical & set(after[:1])
            else _Span(VanityThing.VIRAL, _verb(words, place), place)
        )
    if word in {"famous", "popular", "fame", "celebrity", "trending"}:
        on_line = bool(after) and after[0] in {"on", "online"}
        at_end = not after or after[0] in _STOPS
        if on_line or (at_end and word not in {"popular", "trending"}):
            return _Span(VanityThing.FAME, _verb(words, place), place)
    if word in {"big", "bigger", "huge"} and after[:1] == ["on"] and set(after[1:2]) & PLATFORMS:
        return _Span(VanityThing.FAME, _verb(words, place), place)
    if word in {"influencer", "influencers"} and _verb(words, place) != place:
        return _Span(VanityThing.FAME, _verb(words, place), place)
    return None


def _verb(words: list[_Word], place: int) -> int:
    """Return where "go", "be", "become an" begins before a word, or the word's own place."""
    first = place
    links = {"a", "an", "really", "super", "very", "more", "internet", "instagram", "tiktok"}
    while first > 0 and words[first - 1].text in links:
        first -= 1
    verbs = {"go", "going", "goes", "get", "be", "become", "becoming", "being", "make", "us", "me"}
    return first - 1 if first > 0 and words[first - 1].text in verbs else place


def _growing_page(words: list[_Word], place: int) -> _Span | None:
    """Find "grow my Instagram" and "blow up on TikTok"."""
    after = [word.text for word in words[place + 1 : place + 5]]
    if words[place].text == "blow" and after[:2] == ["up", "on"] and set(after[2:3]) & PLATFORMS:
        return _Span(VanityThing.VIRAL, place, place + 3)
    if words[place].text not in {"grow", "growing", "boost", "boosting"}:
        return None
    for steps, word in enumerate(after, start=1):
        if word in OURS_ONLINE or word in {"fan", "fanbase"}:
            return _Span(VanityThing.FOLLOWERS, place, place + steps)
        if word not in {"our", "my", "the", "a", "an", "social", "media", "online"}:
            return None
    return None


def _is_refused(words: list[_Word], first: int) -> bool:
    """Tell whether the words just before say that this is not wanted ("stop chasing ...")."""
    clause: list[str] = []
    for word in reversed(words[max(0, first - 4) : first + 1]):
        if word.text in _STOPS:
            break
        clause.append(word.text)
    return bool(NOT_WANTED & set(clause))
