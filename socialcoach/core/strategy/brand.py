"""The brand card: how the business sounds, what it stands for and what people may expect of it."""

from __future__ import annotations

from dataclasses import dataclass

MOST_VOICE_WORDS = 3
"""Three words are few enough to remember while writing."""


@dataclass(frozen=True)
class Brand:
    """Who the business is to its customers.

    ``expectations`` are promises in the owner's words ("an answer within a day"); ``reply_hours``
    is the promised time to answer, in hours; ``never_words`` are words the business does not use.
    """

    voice: tuple[str, ...] = ()
    stands_for: str = ""
    expectations: tuple[str, ...] = ()
    never_words: tuple[str, ...] = ()
    reply_hours: int = 24
