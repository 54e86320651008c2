"""Small helpers for text that several rooms share."""

from __future__ import annotations

import re

SHORTEST_NAME_WORD = 3
"""Shorter words ("of", "&") carry no name."""

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""A cell that begins like this would be worked out by a spreadsheet program."""

FORMULA_INSIDE = re.compile(r"(?<=[;\t\r\n])(?==|[+@-][^\r\n]*[(|])")
"""Where a formula would begin if a program cuts rows at semicolons, as in much of Europe.

A list with dashes, a name after an @ or a ;-) is none.
"""


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


def clean(text: str) -> str:
    """Return ``text`` without what no file or platform can hold: NULs and halves of characters."""
    whole = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return whole.replace("\0", "")


def as_cell(text: str) -> str:
    """Return ``text`` so that a spreadsheet program shows it and works nothing out."""
    plain = FORMULA_INSIDE.sub("'", text)
    return f"'{plain}" if plain.startswith(FORMULA_STARTS) else plain


def utf16_offset(text: str, position: int) -> int:
    """Return where code point ``position`` stands in UTF-16 units, as Qt counts."""
    return len(text[:position].encode("utf-16-le", "surrogatepass")) // 2
