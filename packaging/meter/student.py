"""The student: the network the app ships, as a torch module, and how it learns from the teacher.

It is the twin of :mod:`socialcoach.core.meter.network`; ``before.py`` makes one of the other.
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

GAP = 0
"""The row of the empty place."""
GIST = 64
"""How many numbers are kept of what the teacher makes of a text; the app has no use for them."""


@dataclass(frozen=True)
class Shape:
    """Sizes of the layers; ``near`` and ``far`` are vectors' lengths, ``places`` window widths.

    ``after``: how many of the places stand behind the word itself.
    """

    word: int = 96
    near: int = 256
    near_places: int = 5
    near_after: int = 0
    far: int = 256
    far_places: int = 3
    far_after: int = 0
    dilation: int = 2
    turns: int = 64
    kind_hidden: int = 48

    @property
    def near_edges(self) -> tuple[int, int]:
        """How many words the first convolution sees before and behind a word."""
        return self.near_places - 1 - self.near_after, self.near_after

    @property
    def far_edges(self) -> tuple[int, int]:
        """The same for the second convolution, in words of the first."""
        before = self.far_places - 1 - self.far_after
        return self.dilation * before, self.dilation * self.far_after

    @property
    def reach(self) -> int:
        """How many words to the farther side a word's weight depends on."""
        return max(map(sum, zip(self.near_edges, self.far_edges, strict=True)))


class Student(nn.Module):
    """Two convolutions, gated sums for pitch and kind, turns, and a guess at the teacher's gist.

    A turn has no bias and is cut at zero: given which turns are above zero, the pitch is a plain sum
    over the words again.
    """

    def __init__(
        self,
        vectors: np.ndarray,
        telling: Sequence[bool],
        shape: Shape = Shape(),  # noqa: B008 (frozen)
        dropout: float = 0.15,
    ):
        """``vectors``: the first word vectors, one row per key; ``telling``: which keys may add."""
        super().__init__()
        both = shape.near + shape.far
        self.words = nn.Embedding.from_pretrained(torch.tensor(vectors), False, padding_idx=GAP)
        self.shape = shape
        self.register_buffer("telling", torch.tensor(telling, dtype=torch.float32), False)
        self.near = nn.Conv1d(shape.word, shape.near, shape.near_places)
        self.far = nn.Conv1d(shape.near, shape.far, shape.far_places, dilation=shape.dilation)
        self.value = nn.Linear(both, 1, bias=False)
        self.turn = nn.Linear(both, shape.turns, bias=False)
        self.turned = nn.Linear(shape.turns, 1, bias=False)
        self.bias = nn.Parameter(torch.zeros(1))
        self.gate = nn.Linear(both, 2)
        self.kind = nn.Sequential(
            nn.Linear(both, shape.kind_hidden), nn.ReLU(), nn.Linear(shape.kind_hidden, 16)
        )
        self.gist = nn.Linear(2 * both, GIST)
        self.dropout = nn.Dropout(dropout)
        nn.init.zeros_(self.gate.weight)
        nn.init.zeros_(self.gate.bias)

    def hidden(self, rows: torch.Tensor) -> torch.Tensor:
        """The vectors of the words (texts x words x numbers)."""
        there = (rows != GAP).float().unsqueeze(1)
        words = self.dropout(self.words(rows)).transpose(1, 2)
        near = torch.relu(self.near(functional.pad(words, self.shape.near_edges))) * there
        far = torch.relu(self.far(functional.pad(self.dropout(near), self.shape.far_edges)))
        return torch.cat([near, far], 1).transpose(1, 2)

    def shares(self, vectors: torch.Tensor, rows: torch.Tensor) -> torch.Tensor:
        """Each word's share of the attention to pitch and to kind (texts x words x 2)."""
        there = (rows != GAP).float()
        may_add = torch.stack([there * self.telling[rows], there], -1)
        share = torch.exp(self.gate(vectors).clamp(-6, 6)) * may_add
        return share / (share.sum(1, keepdim=True) + 1e-6)

    def forward(self, rows: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        """Scores (texts x 17: pitch, three pressure steps, 13 kinds) and gists (texts x 64)."""
        vectors = self.dropout(self.hidden(rows))
        share = self.shares(vectors, rows)
        post = (share[..., :1] * vectors).sum(1)
        pitch = self.bias + self.value(post) + self.turned(torch.relu(self.turn(post)))
        other = (share[..., 1:] * vectors).sum(1)
        return torch.cat([pitch, self.kind(other)], 1), self.gist(torch.cat([post, other], 1))


@dataclass(frozen=True)
class Course:
    """How the student learns: passes, texts a step, rates of words and of layers, weight of the gists."""

    passes: int = 5
    batch: int = 64
    word_rate: float = 5e-4
    rate: float = 1e-3
    gist_weight: float = 0.2
    forget: float = 0.08
    """The share of words hidden as unknown at each step, so that strangers are met in training too."""


@dataclass(frozen=True)
class Lessons:
    """Rows, the wanted 17 probabilities, weights, and the teacher's gists (texts x 64)."""

    rows: Sequence[Sequence[int]]
    wanted: torch.Tensor
    weights: torch.Tensor
    gists: torch.Tensor

    def only(self, numbers: Sequence[int]) -> Lessons:
        """The lessons with these numbers, in this order."""
        rows = [self.rows[number] for number in numbers]
        return Lessons(rows, self.wanted[numbers], self.weights[numbers], self.gists[numbers])


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
    scores, gists = student(torch.where(hidden_words, torch.ones_like(rows), rows))
    wanted, weights = lessons.wanted[batch], lessons.weights[batch]
    entropy = functional.binary_cross_entropy_with_logits
    pitch = (entropy(scores[:, 0], wanted[:, 0], reduction="none") * weights).mean()
    pressure = entropy(scores[:, 1:4], wanted[:, 1:4])
    kinds = -(wanted[:, 4:] * torch.log_softmax(scores[:, 4:], 1)).sum(1)
    gist = ((gists - lessons.gists[batch]) ** 2).mean()
    return pitch + 0.3 * pressure + 0.3 * (kinds * weights).mean() + course.gist_weight * gist
