"""Which words of a text are to be looked up, and when a word counts as known.

Links, @names, #tags, mail addresses, words with figures and names are passed over: a mark that is
wrong teaches owners to ignore all marks.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

import regex

from socialcoach.core.planning.links import ANY_LINK

LONGEST = 45
"""Longer runs of letters are no words."""

LONGEST_PIECE = 300
"""Letters from which on a sentence is cut between two words."""

SHORTEST_PART = 3
"""Fewest letters of a part of a compound word."""

_PASSED_OVER = regex.compile(
    r"[\w.+-]+@[\w-]+\.[\w.-]+|[@#＃][\p{L}\p{M}\p{N}_.-]+|\[[^\[\]\n]{0,80}\]"
)
_WORD = regex.compile(r"(?<![\p{L}\p{N}_])[\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)*(?![\p{L}\p{N}_])")
_END = re.compile(r"[.!?…]\s+|\n+")
_END_OF_SENTENCE = regex.compile(r"(?:^|[.!?…:\n•–—\-“\"(])[\s\"“‘'(*•\-–\d.)]*$")

Knows = Callable[[str], bool]
"""Tells whether a word, in lower case and with straight apostrophes, is in the dictionary."""


@dataclass(frozen=True)
class Word:
    """A word and where it stands, in code points."""

    start: int
    end: int
    text: str
    begins_sentence: bool = False


@dataclass(frozen=True)
class Piece:
    """A sentence, or a part of a long one; small enough to be looked up at every key."""

    start: int
    text: str
    begins_sentence: bool = True


def pieces_of(text: str) -> list[Piece]:
    """Cut a text into pieces, so that only the one that changed is looked up again."""
    ends = [*(mark.end() for mark in _END.finditer(text)), len(text)]
    found: list[Piece] = []
    at = 0
    for end in ends:
        found += _parts(at, text[at:end])
        at = end
    return found


def _parts(at: int, sentence: str) -> list[Piece]:
    """Cut a sentence that is very long between two words."""
    found: list[Piece] = []
    begin = 0
    while len(sentence) - begin > LONGEST_PIECE:
        end = sentence.rfind(" ", begin, begin + LONGEST_PIECE) + 1 or begin + LONGEST_PIECE
        found.append(Piece(at + begin, sentence[begin:end], not begin))
        begin = end
    return [*found, Piece(at + begin, sentence[begin:], not begin)]


def words_of(piece: Piece) -> list[Word]:
    """Return the words of a piece that may be looked up, without links, names and tags.

    They stand where they stand in the piece, not in the whole text.
    """
    plain = _PASSED_OVER.sub(_blank, ANY_LINK.sub(_blank, piece.text))
    found: list[Word] = []
    for match in _WORD.finditer(plain):
        word = match.group()
        if _is_a_word(word):
            before = plain[max(match.start() - 12, 0) : match.start()]
            begins = bool(_END_OF_SENTENCE.search(before)) and (
                bool(found) or piece.begins_sentence
            )
            found.append(Word(match.start(), match.end(), word, begins))
    return found


def is_known(word: Word, knows: Knows, language: str) -> bool:
    """Tell whether a word is right as far as a dictionary can tell."""
    lower = plain_word(word.text)
    if knows(lower):
        return True
    if language != "de" and word.text[0].isupper() and not word.begins_sentence:
        return True  # a name
    extra = _EXTRA.get(language)
    return _is_joined(lower, knows, language) or (extra is not None and extra(lower, knows))


def plain_word(text: str) -> str:
    """Return a word as dictionaries hold it: in lower case, with straight apostrophes."""
    return text.lower().replace("’", "'")


def in_case_of(word: str, like: str) -> str:
    """Return a dictionary's word with the capitals of the one it stands for."""
    if like.isupper() and len(like) > 1:
        return word.upper()
    return word[:1].upper() + word[1:] if like[:1].isupper() else word


def _blank(match: regex.Match[str]) -> str:
    return " " * len(match.group())


def _is_a_word(word: str) -> bool:
    if not 2 <= len(word) <= LONGEST or word.isupper():
        return False
    return word[1:] == word[1:].lower()  # iPhone and McDonald are names


def _is_joined(lower: str, knows: Knows, language: str) -> bool:
    """Tell whether parts around an apostrophe are known: l'eau, bakery's."""
    head, mark, tail = lower.partition("'")
    if not mark:
        return False
    if language == "en":
        return tail == "s" and (knows(head) or _is_british(head, knows))
    return len(head) <= 5 and knows(tail)


def _is_british(lower: str, knows: Knows) -> bool:
    """Tell whether the American way to write a word is known: colour, organise, travelled."""
    if knows(_ISE.sub(r"\1z\2", lower)):
        return True
    return any(
        british in lower and knows(lower.replace(british, american))
        for british, american in _BRITISH
    ) or any(
        lower.endswith(british) and knows(lower[: -len(british)] + american)
        for british, american in _BRITISH_ENDS
    )


_ISE = regex.compile(r"([iy])s(e[ds]?|ers?|ing|ations?|able)$")
_BRITISH = (
    ("our", "or"),
    ("ae", "e"),
    ("oe", "e"),
    ("ogue", "og"),
    ("grey", "gray"),
    ("mould", "mold"),
    ("fulfil", "fulfill"),
    ("skilful", "skillful"),
    ("ence", "ense"),
    ("fibre", "fiber"),
    ("centre", "center"),
    ("theatre", "theater"),
    ("litre", "liter"),
    ("metre", "meter"),
)
_BRITISH_ENDS = (
    ("re", "er"),
    ("res", "ers"),
    ("red", "ered"),
    ("lled", "led"),
    ("lling", "ling"),
    ("ller", "ler"),
    ("llers", "lers"),
)


def _is_compound(lower: str, knows: Knows) -> bool:
    """Tell whether a word is put together from known ones: Sauerteigbrot, Sonntagsbrötchen."""
    for cut in range(SHORTEST_PART, len(lower) - SHORTEST_PART + 1):
        head, tail = lower[:cut], lower[cut:]
        if knows(tail) and (knows(head) or (head.endswith("s") and knows(head[:-1]))):
            return True
    return False


_EXTRA: dict[str, Callable[[str, Knows], bool]] = {
    "en": _is_british,
    "de": _is_compound,
    "nl": _is_compound,
}
