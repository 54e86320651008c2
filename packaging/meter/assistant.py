"""The teacher's assistant: a smaller encoder that has learnt from what the teacher said of the kept texts.

It reads the varied texts to the student where the teacher itself cannot be trained or would be too slow:
six layers of 384 numbers a word read ten times as fast as the teacher's twelve of 768, without half precision.
"""

from __future__ import annotations

import random
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from corpus import OWN, batches, labelled_posts, unlabelled_posts
from data import KINDS, Post, more_posts, text_id
from sheets import targets
from teacher import padded, parts_of, varied
from torch import nn
from torch.nn import functional
from transformers import AutoModel, AutoTokenizer

LONGEST = 72
"""Parts of words read of a text; the rest is cut off."""
FROZEN_LAYERS = 2
"""The layers below learn nothing, as in the teacher."""
FADING = 0.9
"""The rate of a layer over that of the layer above it."""


@dataclass(frozen=True)
class Dictation:
    """What the assistant learns from: texts, the wanted 17 probabilities, how often each is read."""

    texts: Sequence[str]
    wanted: np.ndarray
    times: Sequence[int]


def dictation(data: Path, kept: Mapping[str, np.ndarray]) -> Dictation:
    """All texts of which scores are ``kept``: real labelled posts twice, the others once.

    Of the unlabelled ones, nearly all of them paid advertisements, every second one is enough.
    """
    learning, _ = labelled_posts(data)
    posts = [post for post in [*learning, *more_posts()] if text_id(post.text) in kept]
    rest = [post for post in unlabelled_posts(data) if text_id(post.text) in kept][::2]

    def said(some: Sequence[Post]) -> np.ndarray:
        return np.stack([kept[text_id(post.text)] for post in some])

    wanted = np.concatenate([targets(said(posts), posts), targets(said(rest), None)])
    written = [post.source == OWN for post in posts] + [True] * len(rest)
    return Dictation(
        [post.text for post in [*posts, *rest]], wanted, [1 if own else 2 for own in written]
    )


class Assistant(nn.Module):
    """A small encoder with mean and maximum of its last layer and one linear head of 17 scores."""

    def __init__(self, folder: Path):
        """``folder``: a sentence encoder of the BERT family with its tokenizer."""
        super().__init__()
        self.tokenizer = AutoTokenizer.from_pretrained(folder)
        self.encoder = AutoModel.from_pretrained(folder)
        self.head = nn.Linear(2 * self.encoder.config.hidden_size, 4 + len(KINDS))
        self.dropout = nn.Dropout(0.1)

    def forward(self, ids: torch.Tensor, there: torch.Tensor) -> torch.Tensor:
        """The 17 scores of each text."""
        states = self.encoder(input_ids=ids, attention_mask=there)[0]
        mask = there.unsqueeze(-1).float()
        mean = (states * mask).sum(1) / mask.sum(1)
        most = states.masked_fill(mask == 0, -1e4).max(1).values
        return self.head(self.dropout(torch.cat([mean, most], -1)))

    def parts(self, texts: Sequence[str]) -> list[list[int]]:
        """The numbers of the parts of words."""
        return parts_of(self, texts, LONGEST)


def loss(scores: torch.Tensor, wanted: torch.Tensor) -> torch.Tensor:
    """Pitch, pressure steps and kind together, against the wanted probabilities."""
    entropy = functional.binary_cross_entropy_with_logits
    kinds = -(wanted[:, 4:] * torch.log_softmax(scores[:, 4:], 1)).sum(1).mean()
    return (
        entropy(scores[:, 0], wanted[:, 0])
        + 0.3 * entropy(scores[:, 1:4], wanted[:, 1:4])
        + 0.3 * kinds
    )


def instruct(assistant: Assistant, dictation: Dictation, seed: int, rate: float = 1e-4) -> None:
    """Let the upper layers and the head learn; the rates rise for a tenth of the way, then fall."""
    torch.manual_seed(seed)
    rng = random.Random(seed)
    numbers = [i for i, times in enumerate(dictation.times) for _ in range(times)]
    rows = assistant.parts([varied(dictation.texts[i], rng) for i in numbers])
    wanted = torch.tensor(dictation.wanted)
    optimizer = torch.optim.AdamW(_groups(assistant, rate), weight_decay=0.01, fused=True)
    order = list(batches([len(row) for row in rows], 32, rng))
    end = len(order)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min(1.0, (step + 1) / (0.1 * end), (end - step) / (0.9 * end))
    )
    assistant.train()
    started = time.monotonic()
    for step, batch in enumerate(order):
        scores = assistant(*padded([rows[i] for i in batch]))
        loss(scores, wanted[[numbers[i] for i in batch]]).backward()
        nn.utils.clip_grad_norm_(assistant.parameters(), 1.0)
        optimizer.step()
        schedule.step()
        optimizer.zero_grad()
        if step % 100 == 99:
            seconds = time.monotonic() - started
            print(f"assistant: step {step + 1} of {end}, {seconds:.0f} s", flush=True)


def _groups(assistant: Assistant, rate: float) -> list[dict]:
    """What learns, and how fast: the head fastest, each layer more slowly than the one above it."""
    for parameter in assistant.encoder.parameters():
        parameter.requires_grad = False
    groups = [{"params": list(assistant.head.parameters()), "lr": 1e-3}]
    for depth, layer in enumerate(reversed(assistant.encoder.encoder.layer[FROZEN_LAYERS:])):
        for parameter in layer.parameters():
            parameter.requires_grad = True
        groups.append({"params": list(layer.parameters()), "lr": rate * FADING**depth})
    return groups


def scores_by(assistant: Assistant, texts: Sequence[str], size: int = 64) -> np.ndarray:
    """What the assistant says of ``texts`` (texts x 17)."""
    assistant.eval()
    rows = assistant.parts(texts)
    scores = np.zeros((len(texts), 4 + len(KINDS)), np.float32)
    with torch.inference_mode():
        for batch in batches([len(row) for row in rows], size):
            scores[batch] = assistant(*padded([rows[i] for i in batch])).numpy()
    return scores
