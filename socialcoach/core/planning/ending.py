"""Saved endings and sets of hashtags, and how they join a text without doubling anything."""

from __future__ import annotations

import re
from dataclasses import dataclass

from socialcoach.core.planning.text_check import HASHTAG

LONGEST_NAME, LONGEST_TEXT = 60, 2_000
"""Most letters of a name and of an ending."""


@dataclass(frozen=True)
class Ending:
    """Words an owner puts under many posts; ``platform`` is empty when they suit all."""

    id: int
    name: str
    text: str
    platform: str = ""

    @property
    def hashtags(self) -> tuple[str, ...]:
        """Return the hashtags in it, with their signs, in order."""
        return tuple(match.group() for match in HASHTAG.finditer(self.text))

    @property
    def is_hashtag_set(self) -> bool:
        """Tell whether it holds hashtags and nothing else."""
        return bool(self.hashtags) and not HASHTAG.sub("", self.text).strip()

    def suits(self, platform: str) -> bool:
        """Tell whether it may be offered for a platform; with the main text (empty) all may."""
        return not platform or self.platform in ("", platform)


@dataclass(frozen=True)
class Insertion:
    """What to put into a text, and before which character (code point)."""

    at: int
    text: str


def insertion(text: str, ending: Ending, at: int | None = None) -> Insertion | None:
    """Return how an ending joins a text: at the cursor ``at``, or at the end for None.

    Nothing is doubled: of a set of hashtags only those that are missing come, and the answer is
    None when all of it stands there already.
    """
    words = _missing(text, ending)
    if not words:
        return None
    if at is None or not text[at:].strip():
        return Insertion(len(text), _gap(text, ending) + words)
    before = "" if not text[:at] or text[at - 1].isspace() else " "
    behind = "" if text[at].isspace() else " "
    return Insertion(at, before + words + behind)


def suggested_name(text: str) -> str:
    """Return a name for words that were picked: their beginning."""
    words = " ".join(text.split())
    return words if len(words) <= 30 else words[:30].rsplit(" ", 1)[0] + "…"


def _missing(text: str, ending: Ending) -> str:
    if ending.is_hashtag_set:
        there = {match.group().casefold() for match in HASHTAG.finditer(text)}
        wanted = dict.fromkeys(ending.hashtags)
        return " ".join(tag for tag in wanted if tag.casefold() not in there)
    return "" if _plain(ending.text) in _plain(text) else ending.text.strip()


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()


def _gap(text: str, ending: Ending) -> str:
    """Return what stands between a text and its ending: a blank line, a space among hashtags."""
    if not text.strip():
        return ""
    last = text.rstrip().rsplit("\n", 1)[-1]
    if ending.is_hashtag_set and not HASHTAG.sub("", last).strip():
        return "" if text.endswith((" ", "\n")) else " "
    breaks = len(re.search(r"\n*\Z", text.replace(" \n", "\n")).group())  # type: ignore[union-attr]
    return "\n" * max(2 - breaks, 0)
