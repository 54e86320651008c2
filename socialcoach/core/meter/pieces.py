"""Cutting a text into the pieces that are judged, and remembered, on their own.

A piece is a sentence, or a stretch of at most 240 characters of one.  The cut depends only on what
stands before it, so that typing at the end of a text changes its last piece alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_LONGEST = 240
_END = re.compile(r"[.!?…]+[\"'”’)\]]*\s+|\n\s*")


def pieces_of(text: str) -> Iterator[tuple[int, str]]:
    """Yield ``(start, piece)``; the pieces joined are the text."""
    start = 0
    for match in _END.finditer(text):
        yield from _short(text, start, match.end())
        start = match.end()
    if start < len(text):
        yield from _short(text, start, len(text))


def _short(text: str, start: int, end: int) -> Iterator[tuple[int, str]]:
    while end - start > _LONGEST:
        space = text.rfind(" ", start + 1, start + _LONGEST)
        cut = space + 1 if space > start else start + _LONGEST
        yield start, text[start:cut]
        start = cut
    yield start, text[start:end]
