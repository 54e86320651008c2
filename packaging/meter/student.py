"""The student: the network the app ships, as a torch module, and how it learns from the teacher.

It is the twin of :mod:`socialcoach.core.meter.network`; ``test_network.py`` holds the two together.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from corpus import batches
from torch import nn
from torch.nn import functional
from view import STATE, View

GAP = 0
"""The row of the empty place."""


@dataclass(frozen=True)
class Shape:
    """Sizes of the layers; ``near`` and ``far`` are vectors' lengths, ``places`` window widths."""

    word: int = 96
    near: int = 128
    near_places: int = 5
    far: int = 96
    far_places: int = 3
    dilation: int = 2
    turns: int = 32
    kind_hidden: int = 48

    @property
    def reach(self) -> int:
        """How many words to each side a word's weight depends on."""
        return self.near_places // 2 + self.dilation * (self.far_places // 2)


class Student(nn.Module):
    """Two convolutions, gated sums for pitch and kind, turns, and a guess at the teacher's states.

    A turn has no bias and is cut at zero: given which turns are above zero, the pitch is a plain sum
    over the words again.
    """

    def __init__(self, vectors: np.ndarray, shape: Shape, dropout: float = 0.15):
        """``vectors``: the first word vectors, one row per key of the vocabulary."""
        super().__init__()
        both = shape.near + shape.far
        self.words = nn.Embedding.from_pretrained(torch.tensor(vectors), False, padding_idx=GAP)
        self.near = nn.Conv1d(shape.word, shape.near, shape.near_places, padding="same")
        self.far = nn.Conv1d(
            shape.near, shape.far, shape.far_places, padding="same", dilation=shape.dilation
        )
        self.value = nn.Linear(both, 1, bias=False)
        self.turn = nn.Linear(both, shape.turns, bias=False)
        self.turned = nn.Linear(shape.turns, 1, bias=False)
        self.bias = nn.Parameter(torch.zeros(1))
        self.gate = nn.Linear(both, 2)
        self.kind = nn.Sequential(
            nn.Linear(both, shape.kind_hidden), nn.ReLU(), nn.Linear(shape.kind_hidden, 16)
        )
        self.state = nn.Linear(both, STATE)
        self.dropout = nn.Dropout(dropout)
        nn.init.zeros_(self.gate.weight)
        nn.init.zeros_(self.gate.bias)

    def hidden(self, rows: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        """The vectors of the words (texts x words x numbers), and where there are words."""
        there = (rows != GAP).float()
        near = torch.relu(self.near(self.dropout(self.words(rows)).transpose(1, 2)))
        near = near * there.unsqueeze(1)
        far = torch.relu(self.far(self.dropout(near)))
        return torch.cat([near, far], 1).transpose(1, 2), there

    def shares(self, hidden: tuple[torch.Tensor, torch.Tensor]) -> torch.Tensor:
        """Each word's share of the attention to pitch and to kind (texts x words x 2)."""
        vectors, there = hidden
        share = torch.exp(self.gate(vectors).clamp(-6, 6)) * there.unsqueeze(-1)
        return share / (share.sum(1, keepdim=True) + 1e-6)

    def forward(self, rows: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        """Scores (texts x 17: pitch, three pressure steps, 13 kinds) and states (texts x words x 64)."""
        vectors, there = self.hidden(rows)
        vectors = self.dropout(vectors)
        share = self.shares((vectors, there))
        post = (share[..., :1] * vectors).sum(1)
        pitch = self.bias + self.value(post) + self.turned(torch.relu(self.turn(post)))
        kinds = self.kind((share[..., 1:] * vectors).sum(1))
        return torch.cat([pitch, kinds], 1), self.state(vectors)


@dataclass(frozen=True)
class Course:
    """How the student learns: passes, texts a step, rates of words and of layers, weight of the views."""

    passes: int = 3
    batch: int = 64
    word_rate: float = 1e-3
    rate: float = 2e-3
    view_weight: float = 0.5
    forget: float = 0.08
    """The share of words hidden as unknown at each step, so that strangers are met in training too."""


@dataclass(frozen=True)
class Lessons:
    """Rows, where the words stand in them, the wanted 17 probabilities, weights, and views."""

    rows: Sequence[Sequence[int]]
    places: Sequence[Sequence[int]]
    wanted: torch.Tensor
    weights: torch.Tensor
    views: Sequence[View]

    def only(self, numbers: Sequence[int]) -> Lessons:
        """The lessons with these numbers, in this order."""
        return Lessons(
            [self.rows[n] for n in numbers],
            [self.places[n] for n in numbers],
            self.wanted[numbers],
            self.weights[numbers],
            [self.views[n] for n in numbers],
        )


def padded(rows: Sequence[Sequence[int]]) -> torch.Tensor:
    """The rows as one tensor, filled up with empty places."""
    tensor = torch.full((len(rows), max(1, *map(len, rows))), GAP)
    for number, row in enumerate(rows):
        tensor[number, : len(row)] = torch.tensor(row, dtype=torch.long)
    return tensor


def scores_of(student: Student, rows: Sequence[Sequence[int]]) -> np.ndarray:
    """The 17 scores of each text."""
    student.eval()
    scores = np.zeros((len(rows), 17), np.float32)
    with torch.inference_mode():
        for batch in batches([len(row) for row in rows], 256):
            scores[batch] = student(padded([rows[i] for i in batch]))[0].numpy()
    return scores


def teach(
    student: Student,
    lessons: Lessons,
    course: Course,
    seed: int,
    after_pass: Callable[[Student], None] | None = None,
) -> None:
    """Let ``student`` learn; the rates rise for a twentieth of the way and then fall to nothing."""
    torch.manual_seed(seed)
    rng = random.Random(seed)
    others = [value for name, value in student.named_parameters() if name != "words.weight"]
    optimizer = torch.optim.AdamW(
        [
            {"params": [student.words.weight], "lr": course.word_rate},
            {"params": others, "lr": course.rate},
        ],
        weight_decay=1e-4,
        fused=True,
    )
    lengths = [len(row) for row in lessons.rows]
    end = course.passes * (len(lengths) // course.batch + 1)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda s: max(0.01, min(1.0, s / (0.05 * end + 1), (end - s) / (0.95 * end)))
    )
    for _ in range(course.passes):
        student.train()
        for batch in batches(lengths, course.batch, rng):
            _loss(student, lessons, batch, course).backward()
            nn.utils.clip_grad_norm_(student.parameters(), 2.0)
            optimizer.step()
            schedule.step()
            optimizer.zero_grad()
        if after_pass:
            after_pass(student)


def _loss(student: Student, lessons: Lessons, batch: Sequence[int], course: Course) -> torch.Tensor:
    rows = padded([lessons.rows[i] for i in batch])
    hidden_words = (torch.rand(rows.shape) < course.forget) & (rows != GAP)
    scores, states = student(torch.where(hidden_words, torch.ones_like(rows), rows))
    wanted, weights = lessons.wanted[batch], lessons.weights[batch]
    entropy = functional.binary_cross_entropy_with_logits
    pitch = (entropy(scores[:, 0], wanted[:, 0], reduction="none") * weights).mean()
    pressure = entropy(scores[:, 1:4], wanted[:, 1:4])
    kinds = -(wanted[:, 4:] * torch.log_softmax(scores[:, 4:], 1)).sum(1)
    views = _view_loss(states, lessons, batch)
    return pitch + 0.3 * pressure + 0.3 * (kinds * weights).mean() + course.view_weight * views


def _view_loss(states: torch.Tensor, lessons: Lessons, batch: Sequence[int]) -> torch.Tensor:
    wanted = torch.zeros_like(states)
    seen = torch.zeros(states.shape[:2])
    for number, i in enumerate(batch):
        at, view = lessons.places[i], lessons.views[i]
        if at:
            wanted[number, at] = torch.from_numpy(view.states[: len(at)].astype(np.float32))
            seen[number, at] = torch.from_numpy(view.seen[: len(at)].astype(np.float32))
    distance = ((states - wanted) ** 2).mean(-1)
    return (distance * seen).sum() / seen.sum().clamp(min=1.0)
