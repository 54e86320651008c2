"""What changed between two texts, word by word, for people to read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

MOST_WORDS = 3_000
"""Longer texts are compared by lines, so that it never takes long."""


class Change(StrEnum):
    """Where a stretch of text stands: in both texts, or in one of them."""

    SAME = "same"
    ONLY_EARLIER = "only_earlier"
    ONLY_NOW = "only_now"


@dataclass(frozen=True)
class Stretch:
    """A stretch of text and where it stands."""

    change: Change
    text: str


def word_diff(earlier: str, now: str) -> tuple[Stretch, ...]:
    """Return both texts as one row of stretches."""
    left, right = _pieces(earlier, now)
    return tuple(_stretches(left, right))


def words_only_in(stretches: tuple[Stretch, ...], change: Change) -> int:
    """Return how many words stand in the stretches of one kind."""
    return sum(len(one.text.split()) for one in stretches if one.change is change)


def _stretches(left: list[str], right: list[str]) -> Iterator[Stretch]:
    matcher = SequenceMatcher(None, left, right, autojunk=False)
    for what, i1, i2, j1, j2 in matcher.get_opcodes():
        if what == "equal":
            yield Stretch(Change.SAME, "".join(left[i1:i2]))
            continue
        if i2 > i1:
            yield Stretch(Change.ONLY_EARLIER, "".join(left[i1:i2]))
        if j2 > j1:
            yield Stretch(Change.ONLY_NOW, "".join(right[j1:j2]))


def _pieces(earlier: str, now: str) -> tuple[list[str], list[str]]:
    by_words = re.compile(r"\S+\s*|\s+")
    pieces = by_words.findall(earlier), by_words.findall(now)
    if max(len(one) for one in pieces) <= MOST_WORDS:
        return pieces
    return earlier.splitlines(keepends=True), now.splitlines(keepends=True)
