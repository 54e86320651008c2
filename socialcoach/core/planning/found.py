"""What finding in drafts gives back: where the words stand, with what is around them."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

HIT_START, HIT_END = "\x02", "\x03"
"""Stand around each found word in ``Found.around``; no text of the owner's holds them."""


BEFORE, LENGTH = 30, 110
"""Letters shown before the first hit, and in all."""

MOST_WORDS = 8
"""More words than anybody types; a pasted page is cut here."""

Wanted = tuple[tuple[str, ...], ...]
"""The words looked for, each with the spellings that count as the same."""


class FoundIn(StrEnum):
    """Where in a post the words stand, the likeliest place first."""

    TEXT = "text"
    NOTES = "notes"
    VERSIONS = "versions"


@dataclass(frozen=True)
class Found:
    """One post that holds the words; ``around`` are they and their surroundings."""

    post_id: int
    title: str
    around: str
    place: FoundIn
    is_out: bool
    updated_at: datetime

    @property
    def plain(self) -> str:
        """Return the surroundings without the marks."""
        return self.around.replace(HIT_START, "").replace(HIT_END, "")


def pieces(around: str) -> tuple[tuple[str, bool], ...]:
    """Split surroundings into stretches and whether each is a found word."""
    found: list[tuple[str, bool]] = []
    for part in around.split(HIT_START):
        hit, mark, rest = part.partition(HIT_END)
        if mark:
            found += [(hit, True), (rest, False)]
        else:
            found.append((part, False))
    return tuple((words, is_hit) for words, is_hit in found if words)


def wanted_words(typed: str) -> Wanted:
    """Return what is looked for when this is typed; signs are passed over.

    "strasse" looks for "straße" too; other marks are folded by the index itself.
    """
    words = re.findall(r"[^\W_]+", typed)[:MOST_WORDS]
    return tuple(_spellings(word) for word in words)


def surroundings(text: str, wanted: Wanted) -> str:
    """Return the part of a text around the first found word, on one line, with the hits marked."""
    line = unicodedata.normalize("NFC", " ".join(text.split()))
    starts = [re.escape(folded(one)) for spellings in wanted for one in spellings]
    hits = list(re.finditer(rf"(?<![^\W_])(?:{'|'.join(starts)})[^\W_]*", folded(line)))
    begin = max(hits[0].start() - BEFORE, 0) if hits else 0
    if begin:
        begin = line.rfind(" ", 0, begin) + 1
    end = min(begin + LENGTH, len(line))
    marked, at = ["…" if begin else ""], begin
    for hit in hits:
        if hit.end() <= end:
            marked += [line[at : hit.start()], HIT_START, line[hit.start() : hit.end()], HIT_END]
            at = hit.end()
    return "".join([*marked, line[at:end], "…" if end < len(line) else ""])


def _spellings(word: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys((word, word.replace("ss", "ß"), word.replace("ß", "ss"))))


def folded(text: str) -> str:
    """Return the text in lower case and without marks, letter for letter as long as it was."""
    return "".join(unicodedata.normalize("NFD", letter)[0].lower()[0] for letter in text)
