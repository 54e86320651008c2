"""The student's first word vectors: those of the model before it, and guesses for words new to it.

A guess is what the encoder's own vectors of the word's parts tell of such vectors: ridge regression over
the words that both know.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from teacher import Encoder

SHOWN_AS = {
    "<link>": "link", "<price>": "$10", "<percent>": "10%", "<time>": "10 am", "<number>": "10",
    "<mention>": "@someone", "<mail>": "email", "<ordinal>": "1st", "<tag>": "#", "…": "...",
}  # fmt: skip
"""How a key that stands for many words is shown to the encoder."""
STRENGTH = 0.6
RIDGE = 3.0


def vocabulary_of(folder: Path) -> list[str]:
    """The keys of the model in ``folder``, the first being the empty place."""
    return json.loads((folder / "model.json").read_text(encoding="utf-8"))["vocabulary"]


def first_vectors(encoder: Encoder, vocabulary: Sequence[str], before: Path) -> np.ndarray:
    """Vectors for each key; ``vocabulary`` begins with the keys of the model in ``before``."""
    count = len(vocabulary_of(before))
    numbers = json.loads((before / "model.json").read_text(encoding="utf-8"))["sizes"]["word"]
    kept = np.fromfile(before / "model.bin", np.int8, count * numbers).reshape(count, numbers)
    vectors = kept.astype(np.float32)
    vectors *= STRENGTH / vectors.std()
    parts = _mean_parts(encoder, vocabulary)
    seen = np.abs(parts).sum(1) > 0
    rows = np.column_stack([parts, np.ones(len(parts), np.float32)])
    both = rows[:count][seen[:count]]
    square = both.T @ both + RIDGE * np.eye(both.shape[1])
    factors = np.linalg.solve(square, both.T @ vectors[seen[:count]])
    guessed = np.where(seen[count:, None], rows[count:] @ factors, 0.0)
    first = np.concatenate([vectors, guessed.astype(np.float32)])
    first[0] = 0.0
    return first


def _mean_parts(encoder: Encoder, vocabulary: Sequence[str]) -> np.ndarray:
    table = encoder.encoder.embeddings.word_embeddings.weight.detach().float().numpy()
    found = np.zeros((len(vocabulary), table.shape[1]), np.float32)
    for row, key in enumerate(vocabulary):
        shown = _shown(key)
        if not shown.startswith("<"):
            parts = encoder.tokenizer(shown, add_special_tokens=False)["input_ids"]
            if parts:
                found[row] = table[parts].mean(0)
    return found


def _shown(key: str) -> str:
    shown = SHOWN_AS.get(key, key)
    if len(shown) == 1 and ord(shown) > 0x2190:
        return unicodedata.name(shown, "").lower()
    return shown
