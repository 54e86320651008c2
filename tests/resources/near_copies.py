"""Finding texts that are nearly the same, by the runs of three words that they share."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

Shingles = frozenset[tuple[str, ...]]


def near_copies(texts: Iterable[str], alike: float = 0.6) -> list[tuple[str, str]]:
    """Return the pairs that share more than ``alike`` of all their runs of three words."""
    seen: list[tuple[str, Shingles]] = []
    holders: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    found = []
    for text in texts:
        own = shingles(text)
        shared = Counter(number for run in own for number in holders[run])
        for number, count in shared.items():
            other, runs = seen[number]
            if count > alike * len(own | runs):
                found.append((other, text))
        for run in own:
            holders[run].append(len(seen))
        seen.append((text, own))
    return found


def shingles(text: str) -> Shingles:
    """Return all runs of three words, or the words themselves when there are fewer."""
    words = "".join(c.lower() if c.isalnum() else " " for c in text).split()
    return frozenset(zip(words, words[1:], words[2:], strict=False)) or frozenset({tuple(words)})
