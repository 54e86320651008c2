"""The network in plain Python: its sums by hand, its locality, and how little a keystroke costs."""

from __future__ import annotations

import math
import random
from array import array

import pytest

from socialcoach.core.meter.network import Convolution, Layers, Network
from socialcoach.core.meter.packed import LARGEST_RECTIFIED, pack, rectified, unpack, weighted_sum

_WORDS, _LENGTH, _PLACES, _NEAR, _FAR, _TURNS, _HIDDEN, _HEADS = 20, 4, 5, 3, 5, 2, 6, 16
_OUTS = 3 + _TURNS + _HIDDEN
_SHIFT = 2
_NEAR_AFTER, _FAR_AFTER, _DILATION = 1, 1, 2
Rows = list[list[int]]


def _whole(rng: random.Random, rows: int, columns: int) -> Rows:
    return [[rng.randrange(-9, 10) for _ in range(columns)] for _ in range(rows)]


def _floats(rng: random.Random, count: int) -> tuple[float, ...]:
    return tuple(rng.uniform(-1, 1) for _ in range(count))


class _Weights:
    """Small random weights as plain rows, and packed as the app reads them."""

    def __init__(self) -> None:
        rng = random.Random(4)
        self.vectors = _whole(rng, _WORDS, _LENGTH)
        self.near = [_whole(rng, _NEAR, _LENGTH) for _ in range(_PLACES)]
        self.near_bias = _whole(rng, 1, _NEAR)[0]
        self.far = [_whole(rng, _FAR, _NEAR) for _ in range(3)]
        self.far_bias = _whole(rng, 1, _FAR)[0]
        self.out = _whole(rng, _OUTS, _NEAR + _FAR)
        self.layers = Layers(
            vectors=array("b", [value for row in self.vectors for value in row]),
            length=_LENGTH,
            near=_convolution(self.near, self.near_bias, 1, _NEAR_AFTER),
            far=_convolution(self.far, self.far_bias, _DILATION, _FAR_AFTER),
            out=_columns(self.out),
            out_steps=tuple(abs(step) / 900 for step in _floats(rng, _OUTS)),
            gates_bias=(0.1, -0.2),
            turn_signs=(1.0, -1.0),
            kind_hidden_bias=_floats(rng, _HIDDEN),
            kind=[_floats(rng, _HIDDEN) for _ in range(_HEADS)],
            kind_bias=_floats(rng, _HEADS),
        )


def _columns(rows: Rows) -> list[int]:
    return [pack(column) for column in zip(*rows, strict=True)]


def _convolution(places: list[Rows], bias: list[int], dilation: int, after: int) -> Convolution:
    columns = tuple(_columns(rows) for rows in places)
    return Convolution(columns, pack(bias), len(bias), _SHIFT, dilation, after)


@pytest.fixture
def weights() -> _Weights:
    """The same weights each time."""
    return _Weights()


def _plus(rows: Rows, vector: list[int], total: list[int]) -> list[int]:
    return [
        t + sum(a * b for a, b in zip(row, vector, strict=True))
        for row, t in zip(rows, total, strict=True)
    ]


def _cut(total: list[int]) -> list[int]:
    return [max(0, value) >> _SHIFT for value in total]


def _by_the_book(weights: _Weights, rows: list[int]) -> list[list[float]]:
    """What comes out for each word, written as its definition, place by place."""

    def near(at: int) -> list[int] | None:
        if not 0 <= at < len(rows):
            return None
        total = weights.near_bias
        for place in range(_PLACES):
            seen = at + place - (_PLACES - 1 - _NEAR_AFTER)
            if 0 <= seen < len(rows):
                total = _plus(weights.near[place], weights.vectors[rows[seen]], total)
        return _cut(total)

    def out(at: int) -> list[float]:
        total = weights.far_bias
        for place in range(3):
            neighbour = near(at + _DILATION * (place - (2 - _FAR_AFTER)))
            if neighbour is not None:
                total = _plus(weights.far[place], neighbour, total)
        hidden = [*(near(at) or []), *_cut(total)]
        whole = _plus(weights.out, hidden, [0] * _OUTS)
        return [v * s for v, s in zip(whole, weights.layers.out_steps, strict=True)]

    return [out(at) for at in range(len(rows))]


def test_words_are_weighed_by_the_book(weights: _Weights) -> None:
    rows = [3, 7, 1, 19, 2, 2, 11, 5]
    expected = _by_the_book(weights, rows)
    for word, (pitch, kind, value, *rest) in zip(
        Network(weights.layers).weigh(rows), expected, strict=True
    ):
        kind_share = math.exp(max(-6.0, min(6.0, kind - 0.2)))
        assert word.pitch_share == pytest.approx(math.exp(max(-6.0, min(6.0, pitch + 0.1))))
        assert word.kind_share == pytest.approx(kind_share)
        assert word.value == pytest.approx(value)
        assert word.turns == pytest.approx(rest[:_TURNS])
        assert word.gist == pytest.approx([kind_share * number for number in rest[_TURNS:]])


def test_a_turn_counts_only_where_the_post_leans_its_way(weights: _Weights) -> None:
    network = Network(weights.layers)
    assert network.turning((0.4, 0.2)) == (1.0, -1.0)
    assert network.turning((-0.4, 0.2)) == (0.0, -1.0)


def test_a_new_word_changes_only_the_words_that_see_it(weights: _Weights) -> None:
    network = Network(weights.layers)
    before = network.weigh([4] * 20)
    after = network.weigh([4] * 20 + [9])
    assert network.ahead == _NEAR_AFTER + _DILATION * _FAR_AFTER
    assert before[: 20 - network.ahead] == after[: 20 - network.ahead]
    assert before[19] != after[19]


def test_a_new_word_costs_no_more_than_the_words_that_see_it(weights: _Weights) -> None:
    network = Network(weights.layers)
    rng = random.Random(1)
    rows = [rng.randrange(1, _WORDS) for _ in range(60)]
    network.weigh(rows)
    weighed_before = network.weighed_places
    network.weigh([*rows, 9])
    assert network.weighed_places - weighed_before <= network.ahead + 1


def test_kinds_go_through_the_hidden_layer(weights: _Weights) -> None:
    layers = weights.layers
    gist = (0.5,) * _HIDDEN
    inner = [max(0.0, a + b) for a, b in zip(gist, layers.kind_hidden_bias, strict=True)]
    expected = [
        sum(a * b for a, b in zip(row, inner, strict=True)) + bias
        for row, bias in zip(layers.kind, layers.kind_bias, strict=True)
    ]
    assert Network(layers).kinds(gist) == pytest.approx(expected)


def test_packed_numbers_come_out_as_they_went_in() -> None:
    numbers = (5, -7, 0, 2**31 - 1, -(2**31) + 1, -1)
    assert unpack(pack(numbers), len(numbers)) == numbers


def test_a_sum_of_columns_is_a_matrix_times_a_vector() -> None:
    columns = [pack((1, -2)), pack((-3, 4))]
    assert unpack(weighted_sum((10, -5), columns), 2) == (25, -40)


def test_what_is_too_large_is_cut_and_what_is_negative_is_nothing() -> None:
    numbers = rectified(pack((8, -8, 2**30)), 3, 2)
    assert numbers == (2, 0, LARGEST_RECTIFIED)
