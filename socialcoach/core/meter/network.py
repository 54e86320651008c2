"""The small network that weighs each word in its surroundings, in plain Python.

The words go through two convolutions over their neighbours, never beyond their piece: a word sees
many of the words before it and few behind it, so that one more word changes little of what has been
weighed already.  From what comes out each word gets a share of attention for the pitch,
one for the kind, and a value.  The value has a fixed part and *turns*: parts that count only in a
post that, taken as a whole, leans their way.  A price turns a post of plain praise into an offer
and means little in a story; so the whole post decides which turns are taken, and then each word
adds its own.  What the words add still comes to the score exactly.

Everything up to there is in whole numbers (:mod:`.packed`).  What depends only on a word and its
neighbours is remembered, so that typing one more letter costs the last few words and no more.
"""

from __future__ import annotations

import math
import operator
from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from socialcoach.core.meter.packed import join, rectified, split, unpack, weighted_sum

Vector = tuple[float, ...]
Matrix = Sequence[Vector]
Columns = Sequence[int]
"""A matrix as one long number per column; see :mod:`.packed`."""

_REMEMBERED_PLACES = 2048
_LARGEST_GATE = 6.0
NO_WORD = 0
"""The row of the place before the first and after the last word of a piece."""


@dataclass(frozen=True, slots=True)
class Convolution:
    """Whole numbers: one matrix per neighbour from left to right, and the bias, packed.

    ``size``: how many numbers come out; ``shift``: how often they are halved to stay small;
    ``dilation``: how many words lie from one neighbour to the next; ``after``: how many of the
    neighbours stand behind the word itself.
    """

    places: tuple[Columns, ...]
    bias: int
    size: int
    shift: int
    dilation: int
    after: int

    @property
    def own(self) -> int:
        """Which of the places is the word itself."""
        return len(self.places) - 1 - self.after

    @property
    def back(self) -> int:
        """How many words before the word it sees."""
        return self.dilation * self.own

    @property
    def ahead(self) -> int:
        """How many words behind the word it sees."""
        return self.dilation * self.after


@dataclass(frozen=True, slots=True)
class Layers:
    """The weights.

    ``vectors``: ``length`` signed bytes for each word; ``out``: columns from what both convolutions
    give to two gates, the value, the turns and the inner numbers of the kind, in units of
    ``out_steps``; ``kind``: rows from the inner numbers to the scores of pressure and kind.
    ``turn_signs``: +1 for a turn that pushes towards selling, -1 for one away from it.
    """

    vectors: array[int]
    length: int
    near: Convolution
    far: Convolution
    out: Columns
    out_steps: Vector
    gates_bias: Vector
    turn_signs: Vector
    kind_hidden_bias: Vector
    kind: Matrix
    kind_bias: Vector


class Weighed(NamedTuple):
    """One word in its place: its shares of attention, its value and turns, its part of the gist.

    ``gist`` is already multiplied by the share for the kind; the others are not.
    """

    pitch_share: float
    kind_share: float
    value: float
    turns: Vector
    gist: Vector


class Network:
    """Weighs words; see the module's text."""

    def __init__(self, layers: Layers) -> None:
        """Nothing is computed until words come."""
        self._layers = layers
        near, far = layers.near, layers.far
        self.back, self.ahead = near.back + far.back, near.ahead + far.ahead
        # what a word's first numbers give to each neighbour and to ``out``: one sum for all
        self._parts = (far.size,) * len(far.places) + (len(layers.out_steps),)
        columns = zip(*far.places, layers.out[: near.size], strict=True)
        self._given = [join(column, self._parts) for column in columns]
        self._out_far = layers.out[near.size :]
        # remembered per network: what a word among its neighbours comes to
        self._gift = lru_cache(4 * _REMEMBERED_PLACES)(self._give)
        self._convolved = lru_cache(_REMEMBERED_PLACES)(self._convolve)
        self._weighed = lru_cache(_REMEMBERED_PLACES)(self._weigh)

    @property
    def weighed_places(self) -> int:
        """How many words in their places were really computed, and not remembered, so far."""
        return self._weighed.cache_info().misses

    def turning(self, turns: Vector) -> Vector:
        """What each turn counts (1, -1 or 0) in a post whose words' turns come to ``turns``."""
        signs = self._layers.turn_signs
        return tuple([s if t > 0.0 else 0.0 for s, t in zip(signs, turns, strict=False)])

    def weigh(self, rows: Sequence[int]) -> list[Weighed]:
        """Weigh each word of a piece, given the words' rows in the vocabulary."""
        padded = (*(NO_WORD,) * self.back, *rows, *(NO_WORD,) * self.ahead)
        width = self.back + 1 + self.ahead
        return [self._weighed(padded[at : at + width]) for at in range(len(rows))]

    def kinds(self, gist: Vector) -> Vector:
        """Scores of the three pressure steps and of each kind for a text with this mean gist."""
        layers = self._layers
        inner = [max(0.0, a + b) for a, b in zip(gist, layers.kind_hidden_bias, strict=True)]
        return tuple(
            sum(map(operator.mul, row, inner), bias)
            for row, bias in zip(layers.kind, layers.kind_bias, strict=True)
        )

    def _give(self, row: int, place: int) -> int:
        """What a word gives to the neighbour it is ``place`` of, packed."""
        layers = self._layers
        vector = layers.vectors[row * layers.length : (row + 1) * layers.length]
        return weighted_sum(vector, layers.near.places[place])

    def _convolve(self, rows: tuple[int, ...]) -> list[int]:
        """What a word among ``rows`` gives to its far neighbours, and to ``out``."""
        near = self._layers.near
        if rows[near.back] == NO_WORD:
            return [0] * len(self._parts)
        gifts = [self._gift(row, place) for place, row in enumerate(rows) if row != NO_WORD]
        numbers = rectified(sum(gifts, near.bias), near.size, near.shift)
        return split(weighted_sum(numbers, self._given), self._parts)

    def _weigh(self, rows: tuple[int, ...]) -> Weighed:
        layers, far = self._layers, self._layers.far
        width = len(layers.near.places)
        given = [
            self._convolved(rows[place * far.dilation : place * far.dilation + width])
            for place in range(len(far.places))
        ]
        gifts = [parts[place] for place, parts in enumerate(given)]
        numbers = rectified(sum(gifts, far.bias), far.size, far.shift)
        own = given[far.own][-1]
        return self._weighed_from(own + weighted_sum(numbers, self._out_far))

    def _weighed_from(self, out: int) -> Weighed:
        layers = self._layers
        lanes = unpack(out, len(layers.out_steps))
        values = tuple(map(operator.mul, lanes, layers.out_steps))
        pitch_share, kind_share = map(_share, map(operator.add, values, layers.gates_bias))
        turns = 3 + len(layers.turn_signs)
        return Weighed(
            pitch_share,
            kind_share,
            values[2],
            values[3:turns],
            tuple([kind_share * value for value in values[turns:]]),
        )


def _share(gate: float) -> float:
    return math.exp(max(-_LARGEST_GATE, min(_LARGEST_GATE, gate)))
