"""The teacher: a small sentence encoder, fine-tuned for pitch, pressure and kind together.

It is far too slow for the app; the student learns from what it says about many thousand texts.
"""

from __future__ import annotations

import random
import re
import time
import unicodedata
from collections.abc import Sequence
from pathlib import Path

import torch
from corpus import batches
from data import KINDS, Post
from torch import nn
from torch.nn import functional
from transformers import AutoModel, AutoTokenizer

LONGEST = 80
FROZEN_LAYERS = 3
"""In its later passes only the layers above this one learn: half the work, nearly all the gain."""
_PICTURES = re.compile(r"[\u2190-\u2bff\U0001f000-\U0001faff]")
_LINK = re.compile(r"https?://\S+")
_LAST_TAGS = re.compile(r"(\s*#\w+)+\s*$")
_ROWS_OF_MARKS = re.compile(r"([.\-_*~=])\1{2,}")


class Teacher(nn.Module):
    """The encoder with mean and maximum of its last layer and one linear head of 17 scores."""

    def __init__(self, folder: Path):
        """``folder``: an encoder of 384 numbers a word with its tokenizer."""
        super().__init__()
        self.tokenizer = AutoTokenizer.from_pretrained(folder)
        self.encoder = AutoModel.from_pretrained(folder)
        self.head = nn.Linear(2 * self.encoder.config.hidden_size, 4 + len(KINDS))
        self.dropout = nn.Dropout(0.1)

    def below(self, ids: torch.Tensor, there: torch.Tensor) -> torch.Tensor:
        """The vectors after the frozen layers."""
        states = self.encoder.embeddings(input_ids=ids)
        return self._through(0, FROZEN_LAYERS, states, there)

    def above(self, states: torch.Tensor, there: torch.Tensor) -> torch.Tensor:
        """The vectors after the last layer, from those after the frozen ones."""
        return self._through(FROZEN_LAYERS, None, states, there)

    def scores(self, states: torch.Tensor, there: torch.Tensor) -> torch.Tensor:
        """17 scores a text from its last vectors."""
        mask = there.unsqueeze(-1)
        mean = (states * mask).sum(1) / mask.sum(1)
        most = states.masked_fill(mask == 0, -1e4).max(1).values
        return self.head(self.dropout(torch.cat([mean, most], -1)))

    def _through(
        self, first: int, last: int | None, states: torch.Tensor, there: torch.Tensor
    ) -> torch.Tensor:
        hide = (1.0 - there[:, None, None, :].float()) * torch.finfo(torch.float32).min
        for layer in self.encoder.encoder.layer[first:last]:
            out = layer(states, hide)
            states = out[0] if isinstance(out, tuple) else out
        return states


def plain(text: str) -> str:
    """The text as the encoder can read it: pictures named, links and rows of dots shortened."""
    text = _PICTURES.sub(lambda match: f" {unicodedata.name(match[0], '').lower()} ", text)
    return _ROWS_OF_MARKS.sub(r"\1\1", _LINK.sub("link", text))


def varied(text: str, rng: random.Random) -> str:
    """The text, at times without its last hashtags, pictures, links or capitals."""
    if rng.random() < 0.15:
        text = _LAST_TAGS.sub("", text)
    if rng.random() < 0.1:
        text = _PICTURES.sub("", text)
    if rng.random() < 0.1:
        text = _LINK.sub("", text)
    return (text.lower() if rng.random() < 0.05 else text).strip() or "."


def padded(rows: Sequence[Sequence[int]]) -> tuple[torch.Tensor, torch.Tensor]:
    """Ids and a mask of where there are any."""
    ids = torch.zeros(len(rows), max(map(len, rows)), dtype=torch.long)
    there = torch.zeros_like(ids)
    for number, row in enumerate(rows):
        ids[number, : len(row)] = torch.tensor(row)
        there[number, : len(row)] = 1
    return ids, there


def loss(scores: torch.Tensor, posts: Sequence[Post]) -> torch.Tensor:
    """Pitch, pressure steps and kind together, the labels taken as nearly but not wholly sure."""
    pitch = torch.tensor([0.96 * post.pitch + 0.02 for post in posts])
    pressure = torch.tensor([[float(post.pressure > step) for step in range(3)] for post in posts])
    kind = torch.tensor([KINDS.index(post.kind) for post in posts])
    entropy = functional.binary_cross_entropy_with_logits
    return (
        entropy(scores[:, 0], pitch)
        + 0.3 * entropy(scores[:, 1:4], pressure)
        + 0.3 * functional.cross_entropy(scores[:, 4:], kind, label_smoothing=0.05)
    )


def fine_tune(
    teacher: Teacher, posts: Sequence[Post], seed: int, frozen: bool, rate: float
) -> None:
    """One pass over ``posts``; with ``frozen`` only the upper layers and the head learn."""
    torch.manual_seed(seed)
    rng = random.Random(seed)
    texts = [plain(varied(post.text, rng)) for post in posts]
    rows = teacher.tokenizer(texts, truncation=True, max_length=LONGEST)["input_ids"]
    for parameter in teacher.encoder.embeddings.parameters():
        parameter.requires_grad = False
    for layer in teacher.encoder.encoder.layer[: FROZEN_LAYERS if frozen else 0]:
        for parameter in layer.parameters():
            parameter.requires_grad = False
    learning = [p for p in teacher.encoder.parameters() if p.requires_grad]
    groups = [{"params": learning, "lr": rate}, {"params": teacher.head.parameters(), "lr": 1e-3}]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01, fused=True)
    steps = list(batches([len(row) for row in rows], 32, rng))
    # the first pass ends at two thirds of its rate, the later ones at nothing
    end = len(steps) if frozen else 3 * len(steps)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min(1.0, (step + 1) / (0.1 * end), (end - step) / (0.9 * end))
    )
    teacher.train()
    started = time.monotonic()
    for number, step in enumerate(steps, 1):
        ids, there = padded([rows[i] for i in step])
        scores = teacher.scores(teacher.above(teacher.below(ids, there), there), there)
        loss(scores, [posts[i] for i in step]).backward()
        nn.utils.clip_grad_norm_(learning, 1.0)
        optimizer.step()
        schedule.step()
        optimizer.zero_grad()
        if number % 50 == 0:
            print(f"teacher: {number} of {len(steps)}, {time.monotonic() - started:.0f} s")
