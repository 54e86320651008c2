"""What the student learns from: groups of texts, and what the teacher or its assistant says of them.

The scores of all texts but the varied ones are kept with the project (``scores.tsv``: a hash of each
text and 17 numbers, no text), so that a student can learn where no teacher can be trained.
"""

from __future__ import annotations

import base64
import pickle
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import numpy as np
from corpus import labelled_posts, unlabelled_posts
from data import HERE, KINDS, Post, more_posts, text_id
from teacher import Encoder, Told
from vary import Swapper, varied_texts

VARIED = 8_000
"""So many varied texts are made and read at a time."""


@dataclass(frozen=True)
class Group:
    """Texts of one kind: their labels, if they have any, what the teacher says, how much each counts."""

    name: str
    texts: Sequence[str]
    posts: Sequence[Post] | None
    told: Told
    weight: float


@dataclass(frozen=True)
class Voices:
    """Who can be asked: the ``encoder`` as it came, and who reads, who may have to be trained first.

    ``kept``: the scores kept with the project, by text id; empty to have all texts read.
    """

    encoder: Encoder
    read: Callable[[Sequence[str]], Told]
    kept: Mapping[str, np.ndarray]

    def told(self, texts: Sequence[str]) -> Told:
        """What is said of ``texts``: as kept, where it is, and only the others are read; no gists then."""
        missing = [text for text in texts if text_id(text) not in self.kept]
        if len(missing) == len(texts):
            return self.read(texts)
        fresh = dict(zip(missing, self.read(missing).scores, strict=True)) if missing else {}
        found = [fresh[t] if t in fresh else self.kept[text_id(t)] for t in texts]
        return Told(np.stack(found), None)


def kept_scores(path: Path = HERE / "scores.tsv") -> dict[str, np.ndarray]:
    """The 17 scores of the teacher, or of its assistant, by text id, kept as tenths."""
    with path.open(encoding="ascii") as file:
        rows = (line.split() for line in file)
        return {key: _unpacked(numbers) for key, numbers in rows}


def keep_scores(groups: Sequence[Group], path: Path = HERE / "scores.tsv") -> None:
    """Write the scores of all texts but the varied ones, as :func:`kept_scores` reads them."""
    rows = {
        text_id(text): _packed(scores)
        for group in groups
        if not group.name.startswith("varied")
        for text, scores in zip(group.texts, group.told.scores, strict=True)
    }
    lines = (f"{key}\t{rows[key]}\n" for key in sorted(rows))
    path.write_text("".join(lines), encoding="ascii", newline="\n")


def _packed(scores: np.ndarray) -> str:
    tenths = np.clip(np.round(scores * 10), -127, 127).astype(np.int8)
    return base64.b64encode(tenths.tobytes()).decode().rstrip("=")


def _unpacked(numbers: str) -> np.ndarray:
    raw = base64.b64decode(numbers + "=" * (-len(numbers) % 4))
    scores = np.frombuffer(raw, np.int8).astype(np.float32) / 10
    if len(scores) != 4 + len(KINDS):
        raise ValueError("scores.tsv holds a row that is not one of 17 scores")
    return scores


def read_to_student(
    data: Path, work: Path, voices: Voices, portions: int, seed: int
) -> list[Group]:
    """All groups; what is already in ``work`` is not read again.

    ``portions``: how many times :data:`VARIED` varied texts are made.
    """
    learning, _ = labelled_posts(data)
    more, rest = more_posts(), unlabelled_posts(data)
    reader = _Reader(voices, work)
    groups = [
        reader.group("learning", lambda: [p.text for p in learning], learning, 1.5),
        reader.group("more", lambda: [p.text for p in more], more, 1.0),
        reader.group("unlabelled", lambda: [p.text for p in rest], None, 1.0),
    ]
    texts = [text for group in groups for text in group.texts]
    swapper = Swapper(voices.encoder, texts)
    for number in range(portions):
        make = partial(varied_texts, texts, swapper, VARIED, seed + number)
        groups.append(reader.group(f"varied-{number:02}", make, None, 0.7))
    return groups


@dataclass(frozen=True)
class _Reader:
    voices: Voices
    work: Path

    def group(
        self,
        name: str,
        make: Callable[[], Sequence[str]],
        posts: Sequence[Post] | None,
        weight: float,
    ) -> Group:
        """The group from ``work``, or made, read and kept there."""
        file = self.work / f"{name}.pickle"
        if not file.exists():
            texts = make()
            file.write_bytes(pickle.dumps((texts, self.voices.told(texts))))
        # written by this script, in the folder of who trains
        texts, told = pickle.loads(file.read_bytes())
        if posts is not None:
            by_text = {post.text: post for post in posts}
            posts = [by_text[text] for text in texts]
        return Group(name, texts, posts, told, weight)
