"""The teacher: a sentence encoder of twelve layers, fine-tuned for pitch, pressure and kind together.

It is far too large and slow for the app; the student learns from what it says about many texts.
Matrix products run in half precision (bfloat16) on processors that do it twice as fast. On others whole
precision is needed: in whole numbers of eight bits what the teacher says agreed to 0.74 only with itself.
"""

from __future__ import annotations

import random
import re
import time
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import numpy as np
import torch
from corpus import batches
from data import KINDS, Post
from torch import nn
from torch.nn import functional
from transformers import AutoModel, AutoTokenizer, PreTrainedModel, PreTrainedTokenizerBase

LONGEST = 80
"""Parts of words read of a text; the rest is cut off."""
FADING = 0.9
"""The rate of a layer over that of the layer above it."""
PADDING = 1
"""The encoder's own number for an empty place."""
_PICTURES = re.compile(r"[\u2190-\u2bff\U0001f000-\U0001faff]")
_LINK = re.compile(r"https?://\S+")
_LAST_TAGS = re.compile(r"(\s*#\w+)+\s*$")
_ROWS_OF_MARKS = re.compile(r"([.\-_*~=])\1{2,}")


@dataclass(frozen=True)
class Told:
    """What the teacher says of some texts: ``scores`` (texts x 17) and ``gists`` (texts x 768).

    The first score is the log-odds of selling, then three steps of pressure and the kinds. A gist is
    the mean of the last layer's vectors; None where only scores were kept.
    """

    scores: np.ndarray
    gists: np.ndarray | None


class Encoder(Protocol):
    """What teacher and assistant have in common before they learn: a tokenizer and vectors for its parts."""

    tokenizer: PreTrainedTokenizerBase
    encoder: PreTrainedModel


class LayeredEncoder(Encoder, Protocol):
    """An encoder with a head of its own, whose lower layers do not learn."""

    frozen_layers: int
    head: nn.Linear


class Teacher(nn.Module):
    """The encoder with mean and maximum of its last layer and one linear head of 17 scores."""

    frozen_layers = 5
    """The layers below learn nothing: they know the language already, and it saves nearly half the work."""

    def __init__(self, folder: Path):
        """``folder``: an encoder of the MPNet family with its tokenizer."""
        super().__init__()
        self.tokenizer = AutoTokenizer.from_pretrained(folder)
        self.encoder = AutoModel.from_pretrained(folder)
        self.head = nn.Linear(2 * self.encoder.config.hidden_size, 4 + len(KINDS))
        self.dropout = nn.Dropout(0.1)

    def forward(self, ids: torch.Tensor, there: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        """Scores and gists."""
        dtype = self.encoder.embeddings.word_embeddings.weight.dtype
        hide = ((1.0 - there[:, None, None, :].float()) * -1e9).to(dtype)
        layers = self.encoder.encoder
        with torch.no_grad():
            states = self.encoder.embeddings(input_ids=ids)
            near = layers.compute_position_bias(states)
            for layer in layers.layer[: self.frozen_layers]:
                states = layer(states, hide, near)[0]
        for layer in layers.layer[self.frozen_layers :]:
            states = layer(states, hide, near)[0]
        mean, most = mean_and_most(states.float(), there)
        return self.head(self.dropout(torch.cat([mean, most], -1))), mean

    def scores(self, ids: torch.Tensor, there: torch.Tensor) -> torch.Tensor:
        """The 17 scores of each text, without its gist."""
        return self(ids, there)[0]

    def parts(self, texts: Sequence[str]) -> list[list[int]]:
        """The numbers of the parts of words."""
        return parts_of(self, texts, LONGEST)


def mean_and_most(states: torch.Tensor, there: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
    """Mean and maximum of the vectors of each text."""
    mask = there.unsqueeze(-1).float()
    mean = (states * mask).sum(1) / mask.sum(1)
    return mean, states.masked_fill(mask == 0, -1e4).max(1).values


def parts_of(encoder: Encoder, texts: Sequence[str], longest: int) -> list[list[int]]:
    """The numbers of the parts of words, of each text at most ``longest``."""
    shown = [plain(text) or "." for text in texts]
    return encoder.tokenizer(shown, truncation=True, max_length=longest)["input_ids"]


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
    """Numbers of parts, and a mask of where there are any."""
    ids = torch.full((len(rows), max(map(len, rows))), PADDING)
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
    teacher: Teacher, posts: Sequence[Post], seed: int, passes: int = 2, rate: float = 6e-5
) -> None:
    """Let the upper layers and the head learn from ``posts``."""
    torch.manual_seed(seed)
    rng = random.Random(seed)
    optimizer = torch.optim.AdamW(layer_rates(teacher, rate), weight_decay=0.01, fused=True)
    end = passes * (len(posts) // 32 + 40)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer,
        lambda step: max(0.0, min(1.0, (step + 1) / (0.1 * end), (end - step) / (0.9 * end))),
    )
    learning = [p for p in teacher.parameters() if p.requires_grad]
    teacher.train()
    started = time.monotonic()
    for number in range(passes):
        rows = teacher.parts([varied(post.text, rng) for post in posts])
        for batch in batches([len(row) for row in rows], 32, rng):
            with torch.autocast("cpu", torch.bfloat16, enabled=half_precision()):
                scores, _ = teacher(*padded([rows[i] for i in batch]))
            loss(scores.float(), [posts[i] for i in batch]).backward()
            nn.utils.clip_grad_norm_(learning, 1.0)
            optimizer.step()
            schedule.step()
            optimizer.zero_grad()
        print(f"teacher: pass {number + 1}, {time.monotonic() - started:.0f} s", flush=True)


def layer_rates(learner: LayeredEncoder, rate: float) -> list[dict]:
    """What learns, and how fast: the head fastest, each layer more slowly than the one above it."""
    for parameter in learner.encoder.parameters():
        parameter.requires_grad = False
    groups = [{"params": list(learner.head.parameters()), "lr": 1e-3}]
    layers = learner.encoder.encoder.layer
    for depth, layer in enumerate(reversed(layers[learner.frozen_layers :])):
        for parameter in layer.parameters():
            parameter.requires_grad = True
        groups.append({"params": list(layer.parameters()), "lr": rate * FADING**depth})
    return groups


def half_precision() -> bool:
    """Whether this processor multiplies numbers of half precision faster than others."""
    return torch.cpu._is_avx512_bf16_supported() or torch.cpu._is_amx_tile_supported()


def ask(teacher: Teacher, texts: Sequence[str], size: int = 64) -> Told:
    """What the teacher says of ``texts``; from here on its encoder is in half precision, if that is faster."""
    teacher.eval()
    if half_precision():
        teacher.encoder.to(torch.bfloat16)
    rows = teacher.parts(texts)
    scores = np.zeros((len(texts), 4 + len(KINDS)), np.float32)
    gists = np.zeros((len(texts), teacher.encoder.config.hidden_size), np.float16)
    started = time.monotonic()
    with torch.inference_mode():
        for batch in batches([len(row) for row in rows], size):
            said, gist = teacher(*padded([rows[i] for i in batch]))
            scores[batch], gists[batch] = said.numpy(), gist.numpy()
    print(
        f"the teacher has read {len(texts)} texts in {time.monotonic() - started:.0f} s", flush=True
    )
    return Told(scores, gists)
