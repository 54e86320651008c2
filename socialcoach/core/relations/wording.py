"""Words that tell how a message sounds, and finding them.

The words are data (``resources/relations/words.toml``), so that they can be mended and translated.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache


@dataclass(frozen=True)
class WordLists:
    """Lists of small-letter words and phrases.

    ``common`` are words that tell nothing, each list of ``same`` holds words for the same thing.
    """

    common: tuple[str, ...] = ()
    same: tuple[tuple[str, ...], ...] = ()
    rude: tuple[str, ...] = ()
    health: tuple[str, ...] = ()
    law: tuple[str, ...] = ()
    public: tuple[str, ...] = ()
    praise: tuple[str, ...] = ()
    worried: tuple[str, ...] = ()


def plain_words(text: str) -> list[str]:
    """Return the words of a text in small letters without accents: "Café's" is cafe, s."""
    split = unicodedata.normalize("NFKD", text.casefold())
    return re.findall(r"[^\W_]+", "".join(c for c in split if not unicodedata.combining(c)))


def mentions(text: str, phrases: Iterable[str]) -> bool:
    """Tell whether any of the phrases stands in the text as whole words."""
    padded = f" {' '.join(plain_words(text))} "
    return any(_padded(phrase) in padded for phrase in phrases)


@lru_cache(maxsize=2_000)
def _padded(phrase: str) -> str:
    """Return a phrase as whole words; remembered, as the lists are used again and again."""
    return f" {' '.join(plain_words(phrase))} "


def is_shouted(text: str) -> bool:
    """Tell whether most of a text is in capitals: at least four such words of three letters."""
    words = [word for word in re.findall(r"[^\W\d_]+", text) if len(word) >= 3]
    loud = [word for word in words if word.isupper()]
    return len(loud) >= 4 and len(loud) * 2 > len(words)
