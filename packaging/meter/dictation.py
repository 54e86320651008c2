"""How a large network learns from what another one said: the kept scores, halfway with the labels.

The assistant learns so from the first teacher, and a second teacher does where a first one has read
already: it needs one pass where labels alone take two.
"""

from __future__ import annotations

import random
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import numpy as np
import torch
from corpus import OWN, batches, labelled_posts, unlabelled_posts
from data import Post, more_posts, text_id
from sheets import targets
from teacher import LayeredEncoder, half_precision, layer_rates, padded, varied
from torch import nn
from torch.nn import functional


@dataclass(frozen=True)
class Dictation:
    """What is learnt from: texts, the wanted 17 probabilities, how often each is read."""

    texts: Sequence[str]
    wanted: np.ndarray
    times: Sequence[int]


@dataclass(frozen=True)
class Selection:
    """Which texts are dictated: ``real`` times the real labelled posts, at most ``written`` written ones.

    ``written`` is None where all of them are. ``unlabelled``: whether every second of the posts without a label is read too; nearly all of them
    are paid advertisements.
    """

    real: int
    written: int | None
    unlabelled: bool


FOR_ASSISTANT = Selection(real=2, written=None, unlabelled=True)
FOR_TEACHER = Selection(real=1, written=12_000, unlabelled=False)
"""A large network is slow: it gets as much as it can read in an hour on two cores."""


def dictation(
    data: Path, kept: Mapping[str, np.ndarray], selection: Selection, seed: int
) -> Dictation:
    """The texts of ``selection`` of which scores are ``kept``."""
    learning, _ = labelled_posts(data)
    more = [post for post in more_posts() if text_id(post.text) in kept]
    if selection.written is not None and selection.written < len(more):
        more = random.Random(seed).sample(more, selection.written)
    posts = [post for post in learning if text_id(post.text) in kept] + more
    rest = unlabelled_posts(data) if selection.unlabelled else []
    rest = [post for post in rest if text_id(post.text) in kept][::2]

    def said(some: Sequence[Post]) -> np.ndarray:
        return np.stack([kept[text_id(post.text)] for post in some])

    wanted = [targets(said(posts), posts)]
    if rest:
        wanted.append(targets(said(rest), None))
    times = [1 if post.source == OWN else selection.real for post in posts] + [1] * len(rest)
    return Dictation([post.text for post in [*posts, *rest]], np.concatenate(wanted), times)


class Learner(LayeredEncoder, Protocol):
    """What teacher and assistant have in common: both give 17 scores for parts of words."""

    def parts(self, texts: Sequence[str]) -> list[list[int]]:
        """The numbers of the parts of words."""
        ...

    def scores(self, ids: torch.Tensor, there: torch.Tensor) -> torch.Tensor:
        """The 17 scores of each text."""
        ...


def instruct(learner: Learner, lesson: Dictation, seed: int, rate: float) -> None:
    """Let the upper layers and the head learn; the rates rise for a tenth of the way, then fall."""
    torch.manual_seed(seed)
    rng = random.Random(seed)
    numbers = [i for i, times in enumerate(lesson.times) for _ in range(times)]
    rows = learner.parts([varied(lesson.texts[i], rng) for i in numbers])
    wanted = torch.tensor(lesson.wanted)
    optimizer = torch.optim.AdamW(layer_rates(learner, rate), weight_decay=0.01, fused=True)
    order = list(batches([len(row) for row in rows], 32, rng))
    end = len(order)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min(1.0, (step + 1) / (0.1 * end), (end - step) / (0.9 * end))
    )
    learner.train()
    started = time.monotonic()
    for step, batch in enumerate(order):
        with torch.autocast("cpu", torch.bfloat16, enabled=half_precision()):
            scores = learner.scores(*padded([rows[i] for i in batch]))
        loss(scores.float(), wanted[[numbers[i] for i in batch]]).backward()
        nn.utils.clip_grad_norm_(learner.parameters(), 1.0)
        optimizer.step()
        schedule.step()
        optimizer.zero_grad()
        if step % 100 == 99:
            print(f"step {step + 1} of {end}, {time.monotonic() - started:.0f} s", flush=True)


def loss(scores: torch.Tensor, wanted: torch.Tensor) -> torch.Tensor:
    """Pitch, pressure steps and kind together, against the wanted probabilities."""
    entropy = functional.binary_cross_entropy_with_logits
    kinds = -(wanted[:, 4:] * torch.log_softmax(scores[:, 4:], 1)).sum(1).mean()
    return (
        entropy(scores[:, 0], wanted[:, 0])
        + 0.3 * entropy(scores[:, 1:4], wanted[:, 1:4])
        + 0.3 * kinds
    )
