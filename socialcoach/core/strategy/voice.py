"""Does a draft sound as the owner wants to sound? Only what can be told from the words is said.

Serves the principle: know who you are and what people expect, and keep it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from socialcoach.core.relations.wording import mentions


class Slip(StrEnum):
    """A way in which a text can miss the voice, each to be seen in the text itself."""

    NEVER_WORD = "never_word"
    LOUD = "loud"
    PUSHES = "pushes"
    LONG_SENTENCES = "long_sentences"


CALM_WORDS = ("calm", "quiet", "gentle", "relaxed", "patient", "modest")
KIND_WORDS = ("warm", "friendly", "kind", "caring", "honest", "helpful")
CLEAR_WORDS = ("clear", "plain", "simple", "straight", "down to earth")

SLIPS_OF_VOICE: Mapping[str, tuple[Slip, ...]] = MappingProxyType(
    {
        **dict.fromkeys(CALM_WORDS, (Slip.LOUD, Slip.PUSHES)),
        **dict.fromkeys(KIND_WORDS, (Slip.PUSHES,)),
        **dict.fromkeys(CLEAR_WORDS, (Slip.LONG_SENTENCES,)),
    }
)
"""What would not sound like these words; a judgement. Other words can only be judged by people."""

HARD_SELL = 3
"""The pressure from which a text pushes, as the meter counts it (0 to 3)."""

LONG_SENTENCE_WORDS = 30
LOUD_MARKS = 3
"""Exclamation marks in a text from which it is loud."""


@dataclass(frozen=True)
class Heard:
    """One way in which a text misses the voice: ``word`` is the voice word or the never-word."""

    slip: Slip
    word: str


def listen(
    text: str, pressure: int, voice: Iterable[str], never_words: Iterable[str]
) -> tuple[Heard, ...]:
    """Return where a text misses the voice; each slip once, never-words first.

    ``pressure`` is what the meter reads (0 to 3). Voice words that nothing can be told of are
    passed over: whether a text is funny is for people to say.

    Serves the principle to know who you are, and to sound like it.
    """
    found = [Heard(Slip.NEVER_WORD, word) for word in never_words if mentions(text, [word])]
    for word in voice:
        for slip in SLIPS_OF_VOICE.get(word.strip().casefold(), ()):
            known = {one.slip for one in found}
            if slip not in known and _slips(slip, text, pressure):
                found.append(Heard(slip, word))
    return tuple(found)


def can_be_heard(voice: Iterable[str]) -> tuple[str, ...]:
    """Return the voice words of which something can be told from a text."""
    return tuple(word for word in voice if word.strip().casefold() in SLIPS_OF_VOICE)


def _slips(slip: Slip, text: str, pressure: int) -> bool:
    if slip is Slip.PUSHES:
        return pressure >= HARD_SELL
    if slip is Slip.LONG_SENTENCES:
        sentences = re.split(r"[.!?\n]+", text)
        return any(len(sentence.split()) > LONG_SENTENCE_WORDS for sentence in sentences)
    shouted = [word for word in re.findall(r"[^\W\d_]{4,}", text) if word.isupper()]
    return text.count("!") >= LOUD_MARKS or len(shouted) >= LOUD_MARKS
