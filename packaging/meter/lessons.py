"""What the teacher says about a text: 17 scores, and how it sees each of the app's words."""

from __future__ import annotations

import time
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from corpus import batches
from teacher import Teacher, padded
from view import STATE, View

LONGEST = 96
MOST_WORDS = 160
SHOWN_AS = {
    "<link>": "link", "<price>": "$10", "<percent>": "10%", "<time>": "10 am", "<number>": "10",
    "<mention>": "@someone", "<mail>": "email", "<ordinal>": "1st", "<tag>": "#", "…": "...",
}  # fmt: skip
Texts = Sequence[Sequence[Sequence[str]]]
"""Texts as keys by piece."""
UNSEEN = "<caps>"
"""A mark the teacher cannot see: it reads no capitals."""


@dataclass(frozen=True)
class Projection:
    """The main directions of the teacher's vectors, scaled to about one."""

    mean: torch.Tensor
    directions: torch.Tensor


def ask(
    teacher: Teacher,
    texts: Texts,
    projection: Projection | None,
    size: int = 48,
) -> tuple[np.ndarray, list[View]]:
    """Scores (texts x 17) and views of ``texts``, given as keys by piece."""
    teacher.eval()
    flat = [[key for piece in text for key in piece] for text in texts]
    shown = [
        [(n, _show(k)) for n, k in enumerate(keys) if k != UNSEEN][:MOST_WORDS] for keys in flat
    ]
    encoded = [
        teacher.tokenizer(
            [word for _, word in words] or ["."],
            is_split_into_words=True,
            truncation=True,
            max_length=LONGEST,
        )
        for words in shown
    ]
    scores = np.zeros((len(texts), 17), np.float32)
    views: list[View | None] = [None] * len(texts)
    started = time.monotonic()
    with torch.inference_mode():
        for batch in batches([len(e["input_ids"]) for e in encoded], size):
            ids, there = padded([encoded[i]["input_ids"] for i in batch])
            states = teacher.above(teacher.below(ids, there), there)
            scores[batch] = teacher.scores(states, there).numpy()
            if projection:
                states = (states - projection.mean) @ projection.directions
            for row, i in enumerate(batch):
                places = [number for number, _ in shown[i]]
                views[i] = _view(states[row].numpy(), encoded[i].word_ids(), places, len(flat[i]))
    print(f"the teacher has read {len(texts)} texts in {time.monotonic() - started:.0f} s")
    return scores, [view for view in views if view is not None]


def project(teacher: Teacher, texts: Texts) -> Projection:
    """The main directions of the teacher's vectors of the words of ``texts``."""
    _, views = ask(teacher, texts, None)
    rows = np.concatenate([view.states[view.seen] for view in views]).astype(np.float32)
    mean = rows.mean(0)
    directions, spread, _ = np.linalg.svd((rows - mean).T @ (rows - mean) / len(rows))
    directions = directions[:, :STATE] / np.sqrt(spread[:STATE].mean())
    return Projection(torch.tensor(mean), torch.tensor(directions.astype(np.float32)))


def _show(key: str) -> str:
    if key in SHOWN_AS:
        return SHOWN_AS[key]
    if len(key) == 1 and ord(key) > 0x2190:
        return unicodedata.name(key, "?").lower()
    return key


def _view(
    states: np.ndarray, word_of: Sequence[int | None], places: Sequence[int], count: int
) -> View:
    """The mean of each word's parts."""
    total = np.zeros((count, states.shape[1]), np.float32)
    parts = np.zeros(count)
    for row, word in enumerate(word_of):
        if word is not None:
            total[places[word]] += states[row]
            parts[places[word]] += 1
    return View((total / np.maximum(parts, 1)[:, None]).astype(np.float16), parts > 0)
