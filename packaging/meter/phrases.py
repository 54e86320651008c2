"""Single words and pairs that say more than the network has learnt: a plain linear model beside it.

It takes the network's shares of attention as they are, so that one sum explains both.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

import numpy as np
import torch
from corpus import batches
from scipy.sparse import csr_matrix, vstack
from sklearn.linear_model import LogisticRegression
from student import Student, padded

LEAST_TEXTS = 3
STRENGTH = 60.0
"""The inverse of the price of large weights; chosen on the accounts set aside."""
SMALLEST = 0.3
"""Weights below this share of their standard deviation are dropped: they are many and say little."""

Texts = Sequence[Sequence[Sequence[str]]]


def shares_of(
    student: Student, rows: Sequence[Sequence[int]], places: Sequence[Sequence[int]]
) -> list[np.ndarray]:
    """Each word's share of the attention to pitch; the shares of a text add up to one."""
    student.eval()
    found: list[np.ndarray] = [np.zeros(0)] * len(rows)
    with torch.inference_mode():
        for batch in batches([len(row) for row in rows], 256):
            share = student.shares(student.hidden(padded([rows[i] for i in batch])))
            for number, i in enumerate(batch):
                found[i] = share[number, places[i], 0].numpy()
    return found


def keys_of(text: Sequence[Sequence[str]]) -> Iterator[tuple[int, str]]:
    """(number of the word, key) for each word and each pair it forms with the one before it."""
    number = 0
    for piece in text:
        last = ""
        for key in piece:
            yield number, key
            yield number, f"{last} {key}"
            last = key
            number += 1


class Phrases:
    """Keys with weights, and the sums they come to in a text."""

    def __init__(self, texts: Texts, shares: Sequence[np.ndarray]):
        """Count the keys of ``texts``; those in too few are not used."""
        count = Counter(key for text in texts for key in {key for _, key in keys_of(text)})
        self.keys = sorted(key for key, times in count.items() if times >= LEAST_TEXTS)
        self._column = {key: column for column, key in enumerate(self.keys)}
        self._seen = self._matrix(texts, shares)
        self.weights = np.zeros(len(self.keys))

    def fit(self, wanted: np.ndarray, counts: np.ndarray) -> None:
        """Learn the weights from probabilities of selling; ``counts``: how much each text counts."""
        model = LogisticRegression(C=STRENGTH, solver="liblinear", max_iter=200)
        model.fit(
            vstack([self._seen, self._seen]),
            np.repeat([1, 0], len(wanted)),
            np.concatenate([wanted * counts, (1 - wanted) * counts]),
        )
        self.weights = model.coef_[0]
        self.weights[np.abs(self.weights) < SMALLEST * np.abs(self.weights).std()] = 0.0

    def scores(self, texts: Texts, shares: Sequence[np.ndarray]) -> np.ndarray:
        """What the weights come to in each text."""
        return self._matrix(texts, shares) @ self.weights

    def table(self, factor: float) -> dict[str, float]:
        """The keys that count, with their weights times ``factor``."""
        return {k: factor * w for k, w in zip(self.keys, self.weights, strict=True) if w}

    def _matrix(self, texts: Texts, shares: Sequence[np.ndarray]) -> csr_matrix:
        places: list[tuple[int, int]] = []
        values: list[float] = []
        for row, (text, share) in enumerate(zip(texts, shares, strict=True)):
            for number, key in keys_of(text):
                column = self._column.get(key)
                if column is not None and number < len(share):
                    places.append((row, column))
                    values.append(float(share[number]))
        rows, columns = zip(*places, strict=True)
        return csr_matrix((values, (rows, columns)), shape=(len(texts), len(self.keys)))
