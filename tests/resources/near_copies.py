"""Finding texts that are nearly the same, by the runs of three words that they share."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations

Shingles = frozenset[tuple[str, ...]]


def near_copies(texts: Iterable[str], alike: float = 0.6) -> list[tuple[str, str]]:
    """Return the pairs that share more than ``alike`` of all their runs of three words."""
    cut = [(text, shingles(text)) for text in texts]
    return [
        (a, b)
        for (a, of_a), (b, of_b) in combinations(cut, 2)
        if len(of_a & of_b) > alike * len(of_a | of_b)
    ]


def shingles(text: str) -> Shingles:
    """Return all runs of three words, or the words themselves when there are fewer."""
    words = "".join(c.lower() if c.isalnum() else " " for c in text).split()
    return frozenset(zip(words, words[1:], words[2:], strict=False)) or frozenset({tuple(words)})
