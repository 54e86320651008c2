"""Which language a text is written in, by its small words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

FEWEST = 2
"""So many small words must speak for a language."""


@dataclass(frozen=True)
class TextLanguage:
    """A language: its code, its small words, and whether there is a dictionary for it."""

    code: str
    words: frozenset[str]
    has_dictionary: bool
    countries: tuple[str, ...] = ()


def language_of(text: str, languages: Iterable[TextLanguage], country: str = "") -> str:
    """Return the code of a text's language.

    A text too short to tell is taken to be in the language of ``country`` (ISO 3166), in English
    where that is not known either.
    """
    found = re.findall(r"[^\W\d_]+", text.lower())
    known = list(languages)
    counted = [(sum(word in one.words for word in found), one) for one in known]
    most = max((count for count, _ in counted), default=0)
    best = [one for count, one in counted if count == most]
    at_home = next((one.code for one in known if country and country in one.countries), "en")
    if most < FEWEST:
        return at_home
    return next((one.code for one in best if one.code == at_home), best[0].code)
