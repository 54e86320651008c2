"""Cutting a text into words the model knows, with their places.

Words are lower-cased; links, prices, percentages, times and numbers become marks such as
``<price>``; hashtags are opened (``#NewMenu`` -> ``<tag> new menu``).  Places are code points of
the given text.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from typing import NamedTuple

_TOKEN = re.compile(
    r"""
    (?P<link>(?:https?://|www\.)\S+ | \b[a-z0-9-]+\.(?:com|org|net|co|io|shop|sg)(?:/\S*)?\b)
  | (?P<mail>[\w.+-]+@[\w-]+\.\w[\w.]*)
  | (?P<mention>@\w+)
  | (?P<tag>\#\w+)
  | (?P<price>[$£€¥₹]\s?\d[\d.,]*(?:k|m|bn)?\b
      | \d[\d.,]*\s?(?:usd|eur|sgd|gbp|dollars?|pounds?|euros?|bucks|€|£)(?!\w))
  | (?P<percent>\d[\d.,]*\s?%)
  | (?P<time>\d{1,2}(?:[:.]\d\d)?\s?[ap]\.?m\b\.? | \d{1,2}:\d\d\b)
  | (?P<ordinal>\d+(?:st|nd|rd|th)\b)
  | (?P<number>\d[\d.,]*\d | \d)
  | (?P<word>[^\W\d_]+(?:['’\u00ad\u200b-\u200d\u2060\ufeff]+[^\W\d_]+)*)
  | (?P<mark>[!?]+ | \.\.+ | …+ | [^\w\s\u200b-\u200f\ufe0f])
    """,
    re.VERBOSE | re.IGNORECASE,
)
_CAMEL = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+")
_MARKS = {
    "link": "<link>",
    "mail": "<mail>",
    "mention": "<mention>",
    "price": "<price>",
    "percent": "<percent>",
    "time": "<time>",
    "ordinal": "<ordinal>",
    "number": "<number>",
}
_SHOUTED_LETTERS = 4
_INVISIBLE = {**dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff")), ord("’"): "'"}


class Word(NamedTuple):
    """One word of a text: its key for the model and its place.

    A shouted word comes twice, as the mark ``<caps>`` and as itself, at the same place.
    """

    key: str
    start: int
    end: int


def words_of(text: str, known: Callable[[str], bool]) -> list[Word]:
    """All words of ``text`` in order; ``known`` tells the model's keys (to open hashtags)."""
    words: list[Word] = []
    for match in _TOKEN.finditer(text):
        words.extend(_WORDS_FROM[match.lastgroup or "mark"](match, known))
    return words


def _marked(match: re.Match[str], _known: Callable[[str], bool]) -> Iterator[Word]:
    yield Word(_MARKS[match.lastgroup or ""], match.start(), match.end())


def _plain(match: re.Match[str], _known: Callable[[str], bool]) -> Iterator[Word]:
    word = match[0] if match[0].isascii() else _readable(match[0])
    if word.isupper() and len(word) >= _SHOUTED_LETTERS:
        yield Word("<caps>", match.start(), match.end())
    yield Word(word.lower(), match.start(), match.end())


def _readable(word: str) -> str:
    """The word in ordinary letters: without invisible characters, fancy alphabets made plain."""
    return unicodedata.normalize("NFKC", word.translate(_INVISIBLE))


def _punctuation(match: re.Match[str], _known: Callable[[str], bool]) -> Iterator[Word]:
    mark = match[0]
    if mark[0] in "!?":
        # "!", "!!" and "!!!!!!" differ in tone, longer rows do not
        mark = ("?" if "?" in mark else "") + "!" * min(mark.count("!"), 3)
    elif mark[0] in ".…":
        mark = "…" if len(mark) > 1 or mark[0] == "…" else "."
    yield Word(mark, match.start(), match.end())


def _hashtag(match: re.Match[str], known: Callable[[str], bool]) -> Iterator[Word]:
    start = match.start()
    yield Word("<tag>", start, start + 1)
    for part in _CAMEL.finditer(match[0]):
        if part[0].isdigit():
            yield Word("<number>", start + part.start(), start + part.end())
            continue
        place = start + part.start()
        for piece in _open_compound(part[0].lower(), known):
            yield Word(piece, place, place + len(piece))
            place += len(piece)


def _open_compound(compound: str, known: Callable[[str], bool]) -> list[str]:
    """Split ``cafehopping`` into ``cafe hopping``: the fewest known pieces of three letters."""
    if known(compound) or len(compound) > 40:
        return [compound]
    best: list[list[str] | None] = [[]] + [None] * len(compound)
    for end in range(2, len(compound) + 1):
        for start in range(max(0, end - 15), end - 1):
            head = best[start]
            if head is None or not known(compound[start:end]):
                continue
            current = best[end]
            if end - start >= 3 and (current is None or len(head) + 1 < len(current)):
                best[end] = [*head, compound[start:end]]
    return best[-1] or [compound]


_WORDS_FROM: dict[str, Callable[[re.Match[str], Callable[[str], bool]], Iterator[Word]]] = {
    **dict.fromkeys(_MARKS, _marked),
    "word": _plain,
    "tag": _hashtag,
    "mark": _punctuation,
}
