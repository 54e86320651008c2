"""The teacher's assistant: a smaller encoder that has learnt from what the teacher said of the kept texts.

It reads the varied texts to the student where the teacher itself cannot be trained or would be too slow:
six layers of 384 numbers a word read ten times as fast as the teacher's twelve of 768, without half precision.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from corpus import batches
from data import KINDS
from teacher import mean_and_most, padded, parts_of
from torch import nn
from transformers import AutoModel, AutoTokenizer

LONGEST = 72
"""Parts of words read of a text; the rest is cut off."""


class Assistant(nn.Module):
    """A small encoder with mean and maximum of its last layer and one linear head of 17 scores."""

    frozen_layers = 2
    """The layers below learn nothing, as in the teacher."""

    def __init__(self, folder: Path):
        """``folder``: a sentence encoder of the BERT family with its tokenizer."""
        super().__init__()
        self.tokenizer = AutoTokenizer.from_pretrained(folder)
        self.encoder = AutoModel.from_pretrained(folder)
        self.head = nn.Linear(2 * self.encoder.config.hidden_size, 4 + len(KINDS))
        self.dropout = nn.Dropout(0.1)

    def scores(self, ids: torch.Tensor, there: torch.Tensor) -> torch.Tensor:
        """The 17 scores of each text."""
        states = self.encoder(input_ids=ids, attention_mask=there)[0]
        mean, most = mean_and_most(states, there)
        return self.head(self.dropout(torch.cat([mean, most], -1)))

    def parts(self, texts: Sequence[str]) -> list[list[int]]:
        """The numbers of the parts of words."""
        return parts_of(self, texts, LONGEST)


def scores_by(assistant: Assistant, texts: Sequence[str], size: int = 64) -> np.ndarray:
    """What the assistant says of ``texts`` (texts x 17)."""
    assistant.eval()
    rows = assistant.parts(texts)
    scores = np.zeros((len(texts), 4 + len(KINDS)), np.float32)
    with torch.inference_mode():
        for batch in batches([len(row) for row in rows], size):
            scores[batch] = assistant.scores(*padded([rows[i] for i in batch])).numpy()
    return scores
