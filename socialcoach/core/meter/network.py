"""The small network that weighs each word in its surroundings, in plain Python.

The words go through two convolutions over its neighbours, up to ``reach`` words to each side and
never beyond its piece.  From what comes out it gets a share of attention for the pitch, one for the
kind, and a value; share times value, divided by the sum of all shares, is what the word adds to
the pitch.

Everything that depends only on a word and its neighbours is remembered, so that typing one more
letter costs the last few words and no more.
"""

from __future__ import annotations

import math
import operator
from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

Vector = tuple[float, ...]
Matrix = Sequence[Vector]

_REMEMBERED_PLACES = 2048
_LARGEST_GATE = 6.0
NO_WORD = 0
"""The row of the place before the first and after the last word of a piece."""


@dataclass(frozen=True, slots=True)
class Layers:
    """The weights; matrices are lists of rows, one row per output.

    ``words`` holds, for each word of the vocabulary and each of the ``near_places`` neighbours it
    can be, what it gives to the first convolution: signed bytes in steps of ``near_step``.
    ``far``: one matrix per neighbour from left to right, the neighbours ``dilation`` words apart;
    ``gates``: the rows of the two attentions; ``value``: one row.
    """

    words: array[int]
    near_places: int
    near_step: Vector
    near_bias: Vector
    far: tuple[Matrix, ...]
    far_bias: Vector
    dilation: int
    gates: Matrix
    gates_bias: Vector
    value: Vector
    kind_hidden: Matrix
    kind_hidden_bias: Vector
    kind: Matrix
    kind_bias: Vector


class Weighed(NamedTuple):
    """One word in its place: its shares of attention, its value, and what it adds to the gist."""

    pitch_share: float
    kind_share: float
    value: float
    gist: tuple[float, ...]


class Network:
    """Weighs words; see the module's text."""

    def __init__(self, layers: Layers) -> None:
        """Nothing is computed until words come."""
        self._layers = layers
        self._near_reach = layers.near_places // 2
        self._far_reach = layers.dilation * (len(layers.far) // 2)
        self.reach = self._near_reach + self._far_reach
        # remembered per network: what a word among its neighbours comes to
        self._convolved = lru_cache(_REMEMBERED_PLACES)(self._convolve_near)
        self._given = lru_cache(3 * _REMEMBERED_PLACES)(self._give)
        self._weighed = lru_cache(_REMEMBERED_PLACES)(self._weigh)

    @property
    def weighed_places(self) -> int:
        """How many words in their places were really computed, and not remembered, so far."""
        return self._weighed.cache_info().misses

    def weigh(self, rows: Sequence[int]) -> list[Weighed]:
        """Weigh each word of a piece, given the words' rows in the vocabulary."""
        edge = (NO_WORD,) * self.reach
        padded = (*edge, *rows, *edge)
        width = 2 * self.reach + 1
        return [self._weighed(padded[at : at + width]) for at in range(len(rows))]

    def kinds(self, gist: Vector) -> tuple[float, ...]:
        """Scores of the three pressure steps and of each kind for a text with this mean vector."""
        layers = self._layers
        hidden = _rectified(_plus(_times(layers.kind_hidden, gist), layers.kind_hidden_bias))
        return _plus(_times(layers.kind, hidden), layers.kind_bias)

    def _convolve_near(self, rows: tuple[int, ...]) -> Vector:
        """The first vector of the word in the middle of ``rows``; zeros if there is none."""
        layers = self._layers
        size = len(layers.near_bias)
        if rows[self._near_reach] == NO_WORD:
            return (0.0,) * size
        starts = (
            (row * layers.near_places + place) * size
            for place, row in enumerate(rows)
            if row != NO_WORD
        )
        sums = map(sum, zip(*(layers.words[at : at + size] for at in starts), strict=True))
        scaled = map(operator.mul, sums, layers.near_step)
        return _rectified(map(operator.add, scaled, layers.near_bias))

    def _give(self, rows: tuple[int, ...], place: int) -> Vector:
        """What the word in the middle of ``rows`` gives to the neighbour it is ``place`` of."""
        if rows[self._near_reach] == NO_WORD:
            return (0.0,) * len(self._layers.far_bias)
        return _times(self._layers.far[place], self._convolved(rows))

    def _weigh(self, rows: tuple[int, ...]) -> Weighed:
        layers = self._layers
        windows = [
            rows[place * layers.dilation : place * layers.dilation + layers.near_places]
            for place in range(len(layers.far))
        ]
        parts = [self._given(window, place) for place, window in enumerate(windows)]
        far = _rectified(map(sum, zip(layers.far_bias, *parts, strict=True)))
        hidden = self._convolved(windows[len(windows) // 2]) + far
        pitch_gate, kind_gate = _plus(_times(layers.gates, hidden), layers.gates_bias)
        kind_share = _share(kind_gate)
        return Weighed(
            _share(pitch_gate),
            kind_share,
            _dot(layers.value, hidden),
            tuple([kind_share * value for value in hidden]),
        )


def _share(gate: float) -> float:
    return math.exp(max(-_LARGEST_GATE, min(_LARGEST_GATE, gate)))


def _dot(one: Vector, other: Vector) -> float:
    return float(sum(map(operator.mul, one, other)))


def _times(matrix: Matrix, vector: Vector) -> tuple[float, ...]:
    # much is remembered, and the garbage collector does not look into tuples of numbers
    return tuple([sum(map(operator.mul, row, vector)) for row in matrix])


def _plus(one: Vector, other: Vector) -> tuple[float, ...]:
    return tuple(map(operator.add, one, other))


def _rectified(values: Sequence[float] | map[float]) -> tuple[float, ...]:
    return tuple([value if value > 0.0 else 0.0 for value in values])
