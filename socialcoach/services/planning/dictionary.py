"""A dictionary of the spelling library, and words like one that is not in it."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

MOST_SUGGESTIONS = 5
CLOSE = 2
"""So many slips (a letter too many, too few, another one, two swapped) make a word a like one."""


@cache
def open_dictionary(language: str, everyday: frozenset[str]) -> Dictionary:
    """Return a language's dictionary; made once for as long as the program runs."""
    return Dictionary(language, everyday)


class Dictionary:
    """One language's words. Making it takes a second or more, so do it in a worker."""

    def __init__(self, language: str, everyday: Iterable[str]) -> None:
        from spellchecker import SpellChecker

        self._checker = SpellChecker(language=language, distance=1)
        self._words: dict[str, int] = self._checker.word_frequency.dictionary
        self._everyday = frozenset(everyday)

    def knows(self, word: str) -> bool:
        """Tell whether a word in lower case is in the dictionary."""
        return word in self._words or word in self._everyday

    def like(self, word: str) -> tuple[str, ...]:
        """Return the likeliest words that were meant, the likeliest first."""
        near = self._often(self._checker.known(self._checker.edit_distance_1(word)))
        if len(near) < MOST_SUGGESTIONS:
            near = list(dict.fromkeys((*near, *self._further(word))))
        return tuple(near[:MOST_SUGGESTIONS])

    def _often(self, words: Iterable[str]) -> list[str]:
        return sorted(words, key=lambda word: (-self._words.get(word, 0), word))

    def _further(self, word: str) -> list[str]:
        """Return words two slips away that begin alike; people seldom err in the first letter."""
        from rapidfuzz import process
        from rapidfuzz.distance import OSA

        alike = [
            one for one in self._words if one[:1] == word[:1] and abs(len(one) - len(word)) <= CLOSE
        ]
        found = process.extract(word, alike, scorer=OSA.distance, score_cutoff=CLOSE, limit=None)
        return self._often(one for one, _slips, _place in found)
