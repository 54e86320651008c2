"""When an earlier text of a draft is worth keeping, and which one goes when there are too many.

Sparing, but nothing that was written is thrown away unseen: words that leave the text are always
in an earlier one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

PAUSE = timedelta(minutes=10)
"""Who comes back after this long begins anew; the text as it lay there is kept."""

LEAST_LETTERS = 15
"""Fewer letters than this are a slip or a change of a word, not worth an earlier text."""

SHARE = 0.2
"""This part of all letters must be gone before the fuller text is kept."""

MOST = 30
"""Earlier texts of one draft on one platform; then the one that tells least goes."""

NEVER_THINNED = 5
"""The newest ones stay whatever they tell."""


@dataclass(frozen=True)
class Snapshot:
    """An earlier text of a post; ``platform`` is empty for the main text, ``at`` is in UTC."""

    id: int
    post_id: int
    platform: str
    text: str
    at: datetime


@dataclass(frozen=True)
class Watched:
    """What is remembered of a text while it is written: its fullest state and the last change."""

    fullest: str
    changed_at: datetime


def watch(before: str, changed_at: datetime) -> Watched:
    """Begin to watch a text that was last changed at ``changed_at`` (UTC)."""
    return Watched(before, changed_at)


def after_change(
    watched: Watched, before: str, after: str, now: datetime
) -> tuple[Watched, str | None]:
    """Return what is remembered after a change, and the text to keep, or None.

    ``before`` is the text as kept so far, ``after`` the one that takes its place.
    """
    if len(before) >= len(watched.fullest) and not letters_lost(watched.fullest, before):
        watched = replace(watched, fullest=before)
    if has_lost_much(watched.fullest, after):
        return Watched(after, now), watched.fullest
    if now - watched.changed_at >= PAUSE and has_words(before) and before != after:
        return Watched(before, now), before
    return replace(watched, changed_at=now), None


def has_words(text: str) -> bool:
    """Tell whether a text is worth keeping at all: two words, or one long one."""
    words = text.split()
    return len(words) >= 2 or _letters(words) >= LEAST_LETTERS


def has_lost_much(before: str, after: str) -> bool:
    """Tell whether so many words of ``before`` are gone that it should be kept."""
    if not has_words(before):
        return False
    whole, gone = _letters(before.split()), letters_lost(before, after)
    return gone == whole or gone >= max(LEAST_LETTERS, SHARE * whole)


def tells_something_new(text: str, earlier: str) -> bool:
    """Tell whether a text to keep holds words that an earlier text does not."""
    whole, gone = _letters(text.split()), letters_lost(text, earlier)
    return text != earlier and gone >= min(LEAST_LETTERS, whole)


def letters_lost(before: str, after: str) -> int:
    """Return how many letters the words have that are in ``before`` and no longer in ``after``.

    A word that only grew, such as one being typed, is not lost.
    """
    missing = Counter(_words(before)) - Counter(_words(after))
    if not missing:
        return 0
    there = set(_words(after))
    return sum(
        len(word) * times
        for word, times in missing.items()
        if not any(one.startswith(word) and one != word for one in there)
    )


def to_thin_out(snapshots: Sequence[Snapshot], most: int = MOST) -> list[int]:
    """Return the ids of the earlier texts that should go; ``snapshots`` are newest first.

    Each time the one goes whose words stand most completely in the next newer one.
    """
    left, gone = list(snapshots), []
    while len(left) > most:
        places = range(NEVER_THINNED, len(left))
        poorest = min(places, key=lambda at: letters_lost(left[at].text, left[at - 1].text))
        gone.append(left.pop(poorest).id)
    return gone


def _words(text: str) -> list[str]:
    """Return the words without the marks around them, so that a new full stop loses nothing."""
    return [word.strip(".,;:!?\"'()“”‘’…") or word for word in text.split()]


def _letters(words: Sequence[str]) -> int:
    return sum(len(word.strip(".,;:!?\"'()“”‘’…") or word) for word in words)
