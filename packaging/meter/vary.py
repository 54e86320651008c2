"""Further texts for the teacher to read to the student: parts of posts, mixtures, and other words.

The student is small and has read little; from such texts it learns what a phrase means wherever it
stands, and what words mean that the posts hardly show.
"""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Sequence

import numpy as np
from teacher import Encoder

from socialcoach.core.meter.pieces import pieces_of

CROPPED, MIXED = 0.35, 0.25
"""The shares of texts that are parts of one post and mixtures of two; in the rest words are swapped."""
SWAPPED = (0.2, 0.35)
"""In a text so large a share of the longer words gives way to a neighbour."""
NEIGHBOURS, NEAR_ENOUGH = 8, 0.35
MOST_WORDS = 60
_WORD = re.compile(r"[A-Za-z]{4,}")


class Swapper:
    """Puts words of like meaning in place of words: neighbours among the encoder's own vectors."""

    def __init__(self, encoder: Encoder, texts: Sequence[str]):
        """Only words that stand in at least three of ``texts``, and that the encoder knows whole."""
        known = encoder.tokenizer.get_vocab()
        seen = Counter(w for text in texts for w in {w.lower() for w in _WORD.findall(text)})
        self.words = [word for word, count in sorted(seen.items()) if count >= 3 and word in known]
        table = encoder.encoder.embeddings.word_embeddings.weight.detach().float().numpy()
        rows = table[[known[word] for word in self.words]]
        rows = rows - rows.mean(0)
        self.vectors = rows / np.linalg.norm(rows, axis=1, keepdims=True)
        self.place = {word: number for number, word in enumerate(self.words)}
        self.found: dict[str, list[str]] = {}

    def neighbours(self, word: str) -> list[str]:
        """The words nearest to ``word``; none where none is near enough."""
        if word not in self.place:
            return []
        if word not in self.found:
            near = self.vectors @ self.vectors[self.place[word]]
            best = np.argsort(-near)[1 : NEIGHBOURS + 1]
            self.found[word] = [self.words[i] for i in best if near[i] > NEAR_ENOUGH]
        return self.found[word]

    def swap(self, text: str, rng: random.Random) -> str:
        """The text with some of its longer words swapped, in the same letter case."""
        share = rng.choice(SWAPPED)

        def other(match: re.Match[str]) -> str:
            word = match[0]
            others = self.neighbours(word.lower())
            if not others or rng.random() >= share:
                return word
            new = rng.choice(others)
            return new.upper() if word.isupper() else new.capitalize() if word[0].isupper() else new

        return _WORD.sub(other, text)


def varied_texts(texts: Sequence[str], swapper: Swapper, count: int, seed: int) -> list[str]:
    """``count`` distinct texts made from ``texts``; the same seed makes the same ones."""
    rng = random.Random(seed)
    seen, made = set(texts), []
    while len(made) < count:
        text = _one(texts, swapper, rng)
        if len(text) > 8 and text not in seen:
            seen.add(text)
            made.append(text)
    return made


def _one(texts: Sequence[str], swapper: Swapper, rng: random.Random) -> str:
    text, way = rng.choice(texts), rng.random()
    if way < CROPPED:
        text = _crop(text, rng)
    elif way < CROPPED + MIXED:
        text = _mixture(text, rng.choice(texts), rng)
    else:
        text = swapper.swap(_crop(text, rng) if rng.random() < 0.5 else text, rng)
    return " ".join(text.split(" ")[:MOST_WORDS]).strip()


def _crop(text: str, rng: random.Random) -> str:
    """One to three sentences; at times only their beginning, as if being typed."""
    pieces = [piece for _, piece in pieces_of(text)] or [text]
    first = rng.randrange(len(pieces))
    count = 1 + (rng.random() < 0.35) + (rng.random() < 0.2)
    text = "".join(pieces[first : first + count]).strip()
    if rng.random() < 0.15:
        words = text.split(" ")
        text = " ".join(words[: rng.randrange(1, len(words) + 1)])
    return text


def _mixture(first: str, second: str, rng: random.Random) -> str:
    """A sentence or two of one text and of another."""
    parts = []
    for text in (first, second):
        pieces = [piece for _, piece in pieces_of(text)] or [text]
        at = rng.randrange(len(pieces))
        parts.append("".join(pieces[at : at + 1 + (rng.random() < 0.3)]).strip())
    return (" " if rng.random() < 0.7 else "\n").join(parts)
