"""What the student learns from: groups of texts, and what the teacher says of them, kept on disk."""

from __future__ import annotations

import pickle
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import numpy as np
from corpus import labelled_posts, unlabelled_posts
from data import Post, more_posts
from teacher import Teacher, Told, ask
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


def read_to_student(
    data: Path, work: Path, teacher: Teacher, portions: int, seed: int
) -> list[Group]:
    """All groups; what is already in ``work`` is not read again.

    ``portions``: how many times :data:`VARIED` varied texts are made.
    """
    learning, _ = labelled_posts(data)
    more, rest = more_posts(), unlabelled_posts(data)
    reader = _Reader(teacher, work)
    groups = [
        reader.group("learning", lambda: [p.text for p in learning], learning, 1.5),
        reader.group("more", lambda: [p.text for p in more], more, 1.0),
        reader.group("unlabelled", lambda: [p.text for p in rest], None, 1.0),
    ]
    texts = [text for group in groups for text in group.texts]
    swapper = Swapper(teacher, texts)
    for number in range(portions):
        make = partial(varied_texts, texts, swapper, VARIED, seed + number)
        groups.append(reader.group(f"varied-{number:02}", make, None, 0.7))
    return groups


@dataclass(frozen=True)
class _Reader:
    teacher: Teacher
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
            file.write_bytes(pickle.dumps((texts, ask(self.teacher, texts))))
        # written by this script, in the folder of who trains
        texts, told = pickle.loads(file.read_bytes())
        if posts is not None:
            by_text = {post.text: post for post in posts}
            posts = [by_text[text] for text in texts]
        return Group(name, texts, posts, told, weight)
