"""Readings made by hand, so that these tests do not hang on what the model says."""

from __future__ import annotations

from dataclasses import replace

from socialcoach.core.meter import Balance, Band, Context, Cue, Reading, Reason
from tests.worlds import reader

PITCH = {Band.GIVING: 0.1, Band.LEANING: 0.6, Band.SELLING: 0.95}


def a_reading(band: Band, *cues: Cue, balance: Balance | None = None) -> Reading:
    """Return a reading with this band and these cues."""
    base = reader().read("Bread", Context())
    counted = balance or Balance(0, 1, 0)
    return replace(base, band=band, pitch=PITCH[band], cues=cues, balance=counted)


def cue_in(text: str, words: str, reason: Reason, weight: float) -> Cue:
    """Return a cue for these words of a text."""
    start = text.index(words)
    return Cue(start, start + len(words), words, reason, weight)
