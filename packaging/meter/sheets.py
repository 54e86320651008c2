"""Exercise sheets for the student: rows of words, what the teacher says of them, and how much it counts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from corpus import Example
from data import KINDS, Post

from socialcoach.core.meter.model import row_key

LONGEST = 300


@dataclass(frozen=True)
class Sheets:
    """Texts as rows of the vocabulary; ``places[i]`` says where the words stand in ``rows[i]``.

    Between two pieces stand as many empty rows as the network reaches, so that none sees the other.
    """

    rows: list[list[int]]
    places: list[list[int]]


def write_sheets(
    texts: Sequence[Sequence[Sequence[str]]], vocabulary: Sequence[str], reach: int
) -> Sheets:
    """Sheets of ``texts``, given as keys by piece."""
    row_of = {key: row for row, key in enumerate(vocabulary)}
    sheets = Sheets([], [])
    for text in texts:
        row: list[int] = []
        place: list[int] = []
        for piece in text:
            row += [0] * reach if row else []
            place += range(len(row), len(row) + len(piece))
            row += [row_of[row_key(key, row_of.__contains__)] for key in piece]
        sheets.rows.append(row[:LONGEST])
        sheets.places.append([at for at in place if at < LONGEST])
    return sheets


def probabilities(scores: np.ndarray) -> np.ndarray:
    """The 17 scores as probabilities; those of the kinds add up to one."""
    kinds = np.exp(scores[:, 4:] - scores[:, 4:].max(1, keepdims=True))
    return np.concatenate(
        [1 / (1 + np.exp(-scores[:, :4])), kinds / kinds.sum(1, keepdims=True)], axis=1
    )


def targets(examples: Sequence[Example], scores: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """What the student shall say of each example, and the example's weight."""
    wanted = probabilities(scores)
    weights = np.ones(len(examples), np.float32)
    for number, example in enumerate(examples):
        if example.post is not None:
            wanted[number] = 0.5 * wanted[number] + 0.5 * _labels(example.post)
            weights[number] = 1.5
        elif example.origin == "written":
            wanted[number, 0] = 0.6 * wanted[number, 0] + 0.4 * example.frame_pitch
            weights[number] = 0.7
    return wanted.astype(np.float32), weights


def _labels(post: Post) -> np.ndarray:
    kinds = [0.005] * len(KINDS)
    kinds[KINDS.index(post.kind)] = 0.94
    pressure = [float(post.pressure > step) for step in range(3)]
    return np.array([0.94 * post.pitch + 0.03, *pressure, *kinds])
