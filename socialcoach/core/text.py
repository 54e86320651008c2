"""Small helpers for text that several rooms share."""

from __future__ import annotations

import re

SHORTEST_NAME_WORD = 3
"""Shorter words ("of", "&") carry no name."""


def words_of_name(name: str) -> tuple[str, ...]:
    """Return the words of a business's name in lower case, without small words and endings."""
    words = re.findall(r"\w+", name.casefold().replace("’s", "").replace("'s", ""))
    return tuple(word for word in words if len(word) >= SHORTEST_NAME_WORD)


def shorten(text: str, length: int) -> str:
    """Return ``text`` on one line, cut at a word to at most ``length`` characters with an …."""
    line = " ".join(text.split())
    if len(line) <= length:
        return line
    cut = line[: length - 1]
    whole_words = cut.rpartition(" ")[0]
    return (whole_words if len(whole_words) > length // 2 else cut).rstrip(" ,.;:–-") + "…"
