"""From what each word added to the phrases worth showing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from socialcoach.core.meter.reading import Reason
from socialcoach.core.meter.reasons import ReasonTable
from socialcoach.core.meter.words import Word

_MOST_WORDS = 6
_MOST_CUES = 6
_SILENT = frozenset("#.,;:-()[]{}\"'”“’‘…|/\\*_~•·+=&<>–—") | {"<tag>", "<caps>"}
_FAINT = 0.25
"""Words with less than this share of the piece's strongest word do not make a phrase."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """Neighbours that pull the same way; ``weight`` is the sum of what they add, unscaled."""

    start: int
    end: int
    reason: Reason
    weight: float


def phrases_of(
    words: Sequence[Word], weights: Sequence[float], table: ReasonTable
) -> tuple[Phrase, ...]:
    """Join the telling words of a piece into phrases."""
    if not words:
        return ()
    faint = _FAINT * max(abs(weight) for weight in weights)
    return tuple(
        Phrase(
            words[first].start,
            words[last].end,
            table.reason([w.key for w in words[first : last + 1]], weights[first : last + 1]),
            sum(weights[first : last + 1]),
        )
        for first, last in _runs(words, weights, faint)
    )


def _runs(
    words: Sequence[Word], weights: Sequence[float], faint: float
) -> Iterator[tuple[int, int]]:
    """Yield (first, last) of each run of words of one sign, bridging a single faint word."""
    first: int | None = None
    last = 0
    for here, weight in enumerate(weights):
        if abs(weight) <= faint or not tells(words[here].key):
            continue
        if first is not None and _continues(words, weights, (first, last), here):
            last = here
            continue
        if first is not None:
            yield first, last
        first = last = here
    if first is not None:
        yield first, last


def _continues(
    words: Sequence[Word], weights: Sequence[float], run: tuple[int, int], here: int
) -> bool:
    first, last = run
    same_sign = (weights[here] > 0) == (weights[last] > 0)
    between = words[last + 1 : here]
    return (
        same_sign
        and len(between) <= 1
        and here - first < _MOST_WORDS
        and all(word.key[0].isalpha() or word.key == "<caps>" for word in between)
    )


def tells(key: str) -> bool:
    """Whether a word can be shown as a cue: commas, dots and the mark of a hashtag cannot."""
    return key not in _SILENT


def strongest(phrases: Iterable[tuple[float, int, Phrase]]) -> list[tuple[float, int, Phrase]]:
    """The few (weight, offset, phrase) entries to show, strongest first."""
    return sorted(phrases, key=lambda entry: -abs(entry[0]))[:_MOST_CUES]
