"""Is this English?  Small words decide; texts in other scripts need none."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from socialcoach.core.meter.reading import Language

_FEW = 4


class LanguageSigns(NamedTuple):
    """Counts over a stretch of text; signs of two stretches are added field by field."""

    words: int = 0
    english: int = 0
    foreign: int = 0
    other_script: int = 0
    familiar: int = 0

    def plus(self, more: LanguageSigns) -> LanguageSigns:
        """The signs of both stretches together."""
        return LanguageSigns(*(a + b for a, b in zip(self, more, strict=True)))


@dataclass(frozen=True, slots=True)
class SmallWords:
    """The function words of English and, in one set, of other languages."""

    english: frozenset[str]
    other: frozenset[str]

    def signs(self, words: list[str], familiar: int) -> LanguageSigns:
        """Count the signs in ``words`` (lower-cased); ``familiar``: how many the model knows."""
        return LanguageSigns(
            len(words),
            sum(word in self.english for word in words),
            sum(word in self.other for word in words),
            sum(not _is_latin(word) for word in words),
            familiar,
        )


def language_of(signs: LanguageSigns) -> Language:
    """``"unknown"`` where there is too little to tell; such texts are read as English."""
    if signs.other_script * 2 > signs.words:
        return "other"
    unfamiliar = signs.familiar * 2 < signs.words
    if signs.foreign > signs.english and (signs.foreign >= 2 or unfamiliar):
        return "other"
    if signs.english:
        return "en"
    return "other" if unfamiliar and signs.words >= _FEW else "unknown"


def _is_latin(word: str) -> bool:
    return word[0] < "\u0250" or "\u1e00" <= word[0] < "\u1f00"
