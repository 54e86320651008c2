"""Reading numbers as people write them in a goal: 250, 1,000, 2.5k, "two hundred and fifty"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

_ONES = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
_TEENS = "fifteen sixteen seventeen eighteen nineteen"
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_SMALL = (
    {word: value for value, word in enumerate(f"{_ONES} {_TEENS}".split())}
    | {word: 10 * value for value, word in enumerate(_TENS.split(), start=2)}
    | {"fourty": 40}
)
_LARGE = {
    "dozen": 12,
    "hundred": 100,
    "thousand": 1_000,
    "million": 1_000_000,
    "k": 1_000,
    "grand": 1_000,
}
_DIGITS = re.compile(r"(\d{1,9}(?:[.,]\d{3})*|\d{1,9}[.,]\d{1,2})([km]?)")
_LONGEST = 8
_LARGEST = 10**12


@dataclass(frozen=True)
class Number:
    """A number and how many words it took."""

    value: int
    words: int


def number_ending_at(words: Sequence[str]) -> Number | None:
    """Return the longest number at the end of the words, or None."""
    for length in range(min(_LONGEST, len(words)), 0, -1):
        value = read_number(words[-length:])
        if value is not None:
            return Number(value, length)
    return None


def number_starting_at(words: Sequence[str]) -> Number | None:
    """Return the longest number at the beginning of the words, or None."""
    for length in range(min(_LONGEST, len(words)), 0, -1):
        value = read_number(words[:length])
        if value is not None:
            return Number(value, length)
    return None


def read_number(words: Sequence[str]) -> int | None:
    """Return the number that these words make as a whole, or None.

    Words are in small letters. "a" counts only before "hundred" and the like.
    """
    if len(words) == 1:
        return _digits(words[0]) if words[0][:1].isdigit() else _single(words[0])
    if words[0] in {"and", *_LARGE} or words[-1] in {"and", "a"}:
        return None
    return _spelled(words)


def _single(word: str) -> int | None:
    value = _SMALL.get(word)
    return _LARGE.get(word) if value is None and word != "k" else value


def _digits(word: str) -> int | None:
    """Read "1,000", "1.000", "2.5k"; None for anything else ("1.2.3")."""
    match = _DIGITS.fullmatch(word.rstrip(".,"))
    if match is None:
        return None
    figure, letter = match.groups()
    groups = re.split(r"[.,]", figure)
    is_fraction = len(groups) == 2 and (len(groups[1]) < 3 or bool(letter))
    value = float(f"{groups[0]}.{groups[1]}") if is_fraction else float("".join(groups))
    return round(value * {"": 1, "k": 1_000, "m": 1_000_000}[letter])


def _spelled(words: Sequence[str]) -> int | None:
    """Add up "two hundred and fifty", "10 thousand", "half a million"."""
    if list(words[:2]) == ["half", "a"] and len(words) == 3 and words[2] in _LARGE:
        return _LARGE[words[2]] // 2
    total, part = 0, 0
    for place, word in enumerate(words):
        if word == "a" and place == 0 and words[1] in _LARGE:
            part = 1
        elif word in _LARGE:
            part = max(part, 1) * _LARGE[word]
            total, part = (total + part, 0) if _LARGE[word] >= 1_000 else (total, part)
        elif word != "and":
            value = _plain(word)
            if value is None or (part and not _may_follow(part, value)):
                return None
            part += value
    return total + part if total + part <= _LARGEST else None


def _plain(word: str) -> int | None:
    return _digits(word) if word[:1].isdigit() else _SMALL.get(word)


def _may_follow(part: int, value: int) -> bool:
    """Tell whether "fifty" may follow "two hundred", and "five" "twenty", but not "two" "two"."""
    return part >= 20 and part % 10 == 0 and value < (100 if part % 100 == 0 else 10)
