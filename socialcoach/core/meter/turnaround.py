"""Turn-arounds: three giving starts for a draft that sells, from templates, nothing invented."""

from __future__ import annotations

import re
import string
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from socialcoach.core.meter.reading import Kind

_GROUPS = (Kind.TIP, Kind.STORY, Kind.QUESTION)
_MOST_WORDS = 3
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_INTRODUCES = frozenset(
    {
        "a", "an", "fresh", "introducing", "my", "new", "our", "the", "these", "this", "those",
        "try", "your",
    }
)  # fmt: skip
_IS_NO_THING = frozenset(
    {
        "a", "an", "and", "any", "are", "as", "at", "available", "back", "be", "best", "big",
        "brand", "but", "by", "can", "come", "day", "days", "deal", "deals", "delicious",
        "discount", "don't", "down", "every", "exclusive", "favorite", "favourite", "finest",
        "first", "for", "free", "fresh", "friday", "from", "get", "give", "great", "has",
        "have", "here", "hot", "in", "is", "it", "just", "last", "latest", "left", "limited",
        "little", "local", "look", "love", "made", "make", "menu", "monday", "more", "most",
        "much", "must", "my", "new", "next", "now", "of", "off", "offer", "offers", "on",
        "one", "only", "open", "or", "order", "our", "out", "page", "people", "perfect",
        "popular", "price", "prices", "promo", "ready", "sale", "saturday", "save", "season",
        "see", "shop", "so", "special", "store", "sunday", "team", "than", "that", "the",
        "these", "this", "those", "thursday", "time", "to", "today", "tomorrow", "tonight",
        "top", "try", "tuesday", "up", "us", "very", "visit", "want", "was", "way", "we",
        "wednesday", "week", "weekend", "when", "while", "who", "will", "with", "world", "you",
        "your",
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Plan:
    """What the owner's plan can lend a start; empty where the plan is silent."""

    customer: str = ""
    shop: str = ""


@dataclass(frozen=True, slots=True)
class Start:
    """One giving start: the kind of post it begins, a heading, and text with gaps in [brackets]."""

    kind: Kind
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Templates:
    """The templates of one kind, under their heading."""

    title: str
    templates: tuple[str, ...]


def templates_from(data: Mapping[str, Any]) -> dict[Kind, Templates]:
    """Read ``turnarounds.toml``, already parsed.

    Raises ``ValueError`` if a kind is missing, or has no template that can always be used.
    """
    groups = {}
    for kind in _GROUPS:
        group = data.get(kind.value, {})
        templates = tuple(group.get("templates", ()))
        if not any(not _names_in(template) for template in templates):
            raise ValueError(f"the turn-arounds for {kind.value!r} need a template without names")
        groups[kind] = Templates(group["title"], templates)
    return groups


def turnarounds(
    draft: str, plan: Plan, groups: Mapping[Kind, Templates], turn: int = 0
) -> tuple[Start, ...]:
    """A tip, a customer's story and a question to begin with instead of ``draft``.

    ``turn`` 0, 1, 2 ... leads through the templates for "show me another".
    """
    known = {"thing": thing_of(draft, plan.shop), "customer": plan.customer, "shop": plan.shop}
    known = {name: words for name, words in known.items() if words}
    return tuple(_start(kind, groups[kind], known, turn) for kind in _GROUPS)


def thing_of(draft: str, shop: str = "") -> str:
    """What the draft is about, in its own words; empty if it does not plainly say.

    The first words that follow "our", "the", "new" and their like, without praise and small words.
    """
    ignored = _IS_NO_THING | frozenset(shop.lower().split())
    for clause in re.split(r"[.!?,:;()\n#@]|https?://\S+", draft):
        words = _WORD.findall(clause)
        for place, word in enumerate(words):
            if word.lower() in _INTRODUCES:
                thing = _leading_words(words[place + 1 :], ignored)
                if thing:
                    return thing
    return ""


def _leading_words(words: Sequence[str], ignored: frozenset[str]) -> str:
    thing: list[str] = []
    for word in words:
        if word.lower() in ignored:
            if thing:
                break
            if word.lower() not in _INTRODUCES:
                return ""
            continue
        thing.append(word.lower())
        if len(thing) > _MOST_WORDS:
            return ""
    return " ".join(thing)


def _start(kind: Kind, group: Templates, known: Mapping[str, str], turn: int) -> Start:
    usable = [t for t in group.templates if _names_in(t) <= known.keys()]
    # what speaks of the draft itself is the better start
    usable.sort(key=lambda template: "thing" not in _names_in(template))
    return Start(kind, group.title, usable[turn % len(usable)].format(**known))


def _names_in(template: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(template) if name}
