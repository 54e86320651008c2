"""Exercise sheets for the student: rows of words, what the teacher says of them, and how much it counts."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from data import KINDS, Post

from socialcoach.core.meter.model import row_key

LONGEST = 300


def write_sheets(
    texts: Sequence[Sequence[Sequence[str]]], vocabulary: Sequence[str], reach: int
) -> list[list[int]]:
    """Each text, given as keys by piece, as rows of the vocabulary.

    Between two pieces stand as many empty rows as the network reaches, so that none sees the other.
    """
    row_of = {key: row for row, key in enumerate(vocabulary)}
    sheets = []
    for text in texts:
        row: list[int] = []
        for piece in text:
            row += [0] * reach if row else []
            row += [row_of[row_key(key, row_of.__contains__)] for key in piece]
        sheets.append(row[:LONGEST] or [0])
    return sheets


def probabilities(scores: np.ndarray) -> np.ndarray:
    """The 17 scores as probabilities; those of the kinds add up to one."""
    kinds = np.exp(scores[:, 4:] - scores[:, 4:].max(1, keepdims=True))
    return np.concatenate(
        [1 / (1 + np.exp(-scores[:, :4])), kinds / kinds.sum(1, keepdims=True)], axis=1
    )


def between(one: np.ndarray, other: np.ndarray) -> np.ndarray:
    """The scores halfway between two voices: of two that err differently, better than either."""
    return (0.5 * (_levelled(one) + _levelled(other))).astype(np.float32)


def _levelled(scores: np.ndarray) -> np.ndarray:
    """The scores, those of the kinds as logarithms of probabilities."""
    kinds = scores[:, 4:] - scores[:, 4:].max(1, keepdims=True)
    kinds = kinds - np.log(np.exp(kinds).sum(1, keepdims=True))
    return np.concatenate([scores[:, :4], kinds], axis=1)


def targets(scores: np.ndarray, posts: Sequence[Post] | None) -> np.ndarray:
    """What the student shall say: halfway between the teacher and the labels, where there are any."""
    wanted = probabilities(scores)
    if posts is not None:
        wanted = 0.5 * wanted + 0.5 * np.stack([_labels(post) for post in posts])
    return wanted.astype(np.float32)


def _labels(post: Post) -> np.ndarray:
    kinds = [0.005] * len(KINDS)
    kinds[KINDS.index(post.kind)] = 0.94
    pressure = [float(post.pressure > step) for step in range(3)]
    return np.array([0.94 * post.pitch + 0.03, *pressure, *kinds])
