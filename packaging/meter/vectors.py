"""The student's first word vectors: half from how the teacher sees a word in its sentences, half from
the encoder's own vectors of the word's parts, which know words the texts hardly show."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

import numpy as np
from lessons import SHOWN_AS
from teacher import Teacher
from view import View

STRENGTH = 0.6


def first_vectors(
    teacher: Teacher,
    vocabulary: Sequence[str],
    rows: Sequence[Sequence[int]],
    places: Sequence[Sequence[int]],
    views: Sequence[View],
    size: int,
) -> np.ndarray:
    """Vectors of ``size`` numbers for each key; ``rows`` and ``places`` as in :mod:`sheets`."""
    seen = _main_directions(_mean_views(len(vocabulary), rows, places, views), size // 2)
    parts = _main_directions(_mean_parts(teacher, vocabulary), size - size // 2)
    vectors = STRENGTH * np.concatenate([seen, parts], axis=1)
    vectors[0] = 0.0
    return vectors.astype(np.float32)


def _mean_views(
    count: int,
    rows: Sequence[Sequence[int]],
    places: Sequence[Sequence[int]],
    views: Sequence[View],
) -> np.ndarray:
    total = np.zeros((count, views[0].states.shape[1]), np.float32)
    times = np.zeros(count, np.float32)
    for text, at, view in zip(rows, places, views, strict=True):
        words = np.array([text[place] for place in at], dtype=int)
        seen = view.seen[: len(words)]
        np.add.at(total, words[seen], view.states[: len(words)][seen].astype(np.float32))
        np.add.at(times, words[seen], 1.0)
    # one more, invisible sight of nothing: what is seen once is not trusted fully
    return total / (times + 1.0)[:, None]


def _mean_parts(teacher: Teacher, vocabulary: Sequence[str]) -> np.ndarray:
    table = teacher.encoder.embeddings.word_embeddings.weight.detach().numpy()
    found = np.zeros((len(vocabulary), table.shape[1]), np.float32)
    for row, key in enumerate(vocabulary):
        shown = SHOWN_AS.get(key, key)
        if len(shown) == 1 and ord(shown) > 0x2190:
            shown = unicodedata.name(shown, "").lower()
        if not shown.startswith("<"):
            parts = teacher.tokenizer(shown, add_special_tokens=False)["input_ids"]
            if parts:
                found[row] = table[parts].mean(0)
    return found - found.mean(0)


def _main_directions(rows: np.ndarray, size: int) -> np.ndarray:
    directions, _, _ = np.linalg.svd(rows.T @ rows)
    turned = rows @ directions[:, :size]
    return turned / (turned.std() + 1e-9)
