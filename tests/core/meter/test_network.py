"""The network in plain Python: its sums by hand, its locality, and how little a keystroke costs."""

from __future__ import annotations

import math
import random
from array import array

import pytest

from socialcoach.core.meter.network import Layers, Network

_WORDS, _PLACES, _NEAR, _FAR, _HIDDEN, _HEADS = 20, 5, 3, 5, 6, 16


def _matrix(rng: random.Random, rows: int, columns: int) -> list[tuple[float, ...]]:
    return [tuple(rng.uniform(-1, 1) for _ in range(columns)) for _ in range(rows)]


@pytest.fixture
def layers() -> Layers:
    """Small random weights."""
    rng = random.Random(4)
    both = _NEAR + _FAR
    return Layers(
        words=array("b", [rng.randrange(-9, 10) for _ in range(_WORDS * _PLACES * _NEAR)]),
        near_places=_PLACES,
        near_step=(0.1, 0.2, 0.3),
        near_bias=_matrix(rng, 1, _NEAR)[0],
        far=tuple(_matrix(rng, _FAR, _NEAR) for _ in range(3)),
        far_bias=_matrix(rng, 1, _FAR)[0],
        dilation=2,
        gates=_matrix(rng, 2, both),
        gates_bias=(0.1, -0.2),
        value=_matrix(rng, 1, both)[0],
        kind_hidden=_matrix(rng, _HIDDEN, both),
        kind_hidden_bias=_matrix(rng, 1, _HIDDEN)[0],
        kind=_matrix(rng, _HEADS, _HIDDEN),
        kind_bias=_matrix(rng, 1, _HEADS)[0],
    )


def _apply(matrix: list[list[float]], vector: list[float]) -> list[float]:
    return [sum(a * b for a, b in zip(row, vector, strict=True)) for row in matrix]


def _by_the_book(layers: Layers, rows: list[int]) -> list[tuple[float, float, float]]:
    """The same network written as its definition, place by place."""

    def near(at: int) -> list[float] | None:
        if not 0 <= at < len(rows):
            return None
        total = list(layers.near_bias)
        for place in range(_PLACES):
            if 0 <= at + place - 2 < len(rows):
                start = (rows[at + place - 2] * _PLACES + place) * _NEAR
                for number in range(_NEAR):
                    total[number] += layers.near_step[number] * layers.words[start + number]
        return [max(0.0, value) for value in total]

    def hidden(at: int) -> list[float]:
        total = list(layers.far_bias)
        for place, matrix in enumerate(layers.far):
            neighbour = near(at + (place - 1) * layers.dilation)
            if neighbour is not None:
                total = [a + b for a, b in zip(total, _apply(matrix, neighbour), strict=True)]
        return list(near(at) or []) + [max(0.0, value) for value in total]

    weighed = []
    for at in range(len(rows)):
        vector = hidden(at)
        gates = [
            g + b for g, b in zip(_apply(layers.gates, vector), layers.gates_bias, strict=True)
        ]
        shares = [math.exp(max(-6.0, min(6.0, gate))) for gate in gates]
        weighed.append((*shares, _apply([layers.value], vector)[0]))
    return weighed


def test_words_are_weighed_by_the_book(layers: Layers) -> None:
    rows = [3, 7, 1, 19, 2, 2, 11, 5]
    found = [(w.pitch_share, w.kind_share, w.value) for w in Network(layers).weigh(rows)]
    for got, expected in zip(found, _by_the_book(layers, rows), strict=True):
        assert got == pytest.approx(expected, rel=1e-4)


def test_a_new_word_changes_only_the_words_within_reach(layers: Layers) -> None:
    network = Network(layers)
    before = network.weigh([4] * 20)
    after = network.weigh([4] * 20 + [9])
    assert before[: 20 - network.reach] == after[: 20 - network.reach]
    assert before[19] != after[19]


def test_a_new_word_makes_the_network_weigh_no_more_than_its_reach(
    layers: Layers,
) -> None:
    network = Network(layers)
    rng = random.Random(1)
    rows = [rng.randrange(1, _WORDS) for _ in range(60)]
    network.weigh(rows)
    weighed_before = network.weighed_places
    network.weigh([*rows, 9])
    assert network.weighed_places - weighed_before <= network.reach + 1


def test_kinds_go_through_the_hidden_layer(layers: Layers) -> None:
    gist = (0.5,) * (_NEAR + _FAR)
    inner = _apply(list(layers.kind_hidden), gist)
    inner = [max(0.0, a + b) for a, b in zip(inner, layers.kind_hidden_bias, strict=True)]
    expected = [
        a + b for a, b in zip(_apply(list(layers.kind), inner), layers.kind_bias, strict=True)
    ]
    assert Network(layers).kinds(gist) == pytest.approx(expected)
