"""The texts the meter learns from, cut into words exactly as the app cuts them."""

from __future__ import annotations

import hashlib
import random
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from data import Post, labelled, own_posts, read_labels, text_id, unlabelled
from small_business import Writer

from socialcoach.core.meter.pieces import pieces_of
from socialcoach.core.meter.words import words_of

ROWS_FOR_STRANGERS = [
    "<pad>",
    "<unk>",
    "<Unk>",
    "<unk-ing>",
    "<unk-ed>",
    "<unk-s>",
    "<unk-ly>",
    "<emoji>",
]
"""The first rows of every vocabulary; ``<Unk>`` is kept empty for later use."""
CAFES = "small-cafes"
ADS = ("facebook-ads", "facebook_ads")
OWN = "own"
FREQUENT = 14_000
"""Only words among so many of the most frequent are swapped, and only for one another."""


@dataclass(frozen=True)
class Example:
    """A text for the student: where it is from, and its post if a person has labelled it."""

    origin: str
    text: str
    post: Post | None = None
    frame_pitch: float = 0.0


def set_aside(post: Post) -> bool:
    """Whether a post's account is kept out of all training, to calibrate and choose thresholds with.

    One account in twelve, by hash; our two cafes and our own posts are too few to be set aside.
    """
    if post.source in (CAFES, OWN):
        return False
    return int(hashlib.sha1(post.group.encode()).hexdigest(), 16) % 12 == 0


def labelled_posts(data: Path) -> tuple[list[Post], list[Post]]:
    """(to learn from, set aside): the labelled posts, ours included."""
    posts = labelled(data / "train.jsonl")
    labels = read_labels()
    for post in unlabelled(data):
        label = labels.get(text_id(post.text))
        if label:
            posts.append(Post(post.text, post.group, post.source, *label))
    posts += own_posts()
    return [p for p in posts if not set_aside(p)], [p for p in posts if set_aside(p)]


def examples(
    data: Path, seed: int, unlabelled_count: int, written: int, cropped: int
) -> list[Example]:
    """Everything the teacher reads to the student: labelled, unlabelled, written and cropped texts."""
    rng = random.Random(seed)
    learning, aside = labelled_posts(data)
    known = {post.text for post in [*learning, *aside]}
    rest = [p for p in unlabelled(data) if p.text not in known and not set_aside(p)]
    ads = [p for p in rest if p.source in ADS]
    others = [p for p in rest if p.source not in ADS]
    rng.shuffle(ads)
    rng.shuffle(others)
    # paid advertisements are many and alike: at most a fifth
    fifth = unlabelled_count // 5
    rest = others[: unlabelled_count - fifth] + ads[:fifth]
    base = [post.text for post in [*learning, *rest]]
    return [
        *(Example("labelled", p.text, p) for p in learning),
        *(Example("aside", p.text, p) for p in aside),
        *(Example("unlabelled", p.text) for p in rest),
        *(Example("written", text, None, pitch) for text, pitch in Writer(7).posts(written)),
        *(Example("cropped", _crop(rng, base)) for _ in range(cropped)),
    ]


def swapped(
    texts: Sequence[Sequence[Sequence[str]]],
    vocabulary: Sequence[str],
    vectors: np.ndarray,
    count: int,
    seed: int,
) -> list[list[list[str]]]:
    """``count`` texts in which about every fourth long word gave way to one of its eight neighbours.

    So the student meets words that the real texts hardly show, in sentences that stand.
    """
    rng = random.Random(seed)
    row_of = {key: row for row, key in enumerate(vocabulary)}
    unit = vectors / (np.linalg.norm(vectors, axis=1, keepdims=True) + 1e-6)
    frequent = [row for row, key in enumerate(vocabulary[:FREQUENT]) if _is_long_word(key)]
    known: dict[int, np.ndarray] = {}

    def neighbour(key: str) -> str:
        row = row_of.get(key, FREQUENT)
        if row >= FREQUENT or not _is_long_word(key) or rng.random() >= 0.25:
            return key
        if row not in known:
            known[row] = np.argsort(-(unit[frequent] @ unit[row]))[1:9]
        return vocabulary[frequent[rng.choice(list(known[row]))]]

    chosen = [rng.choice(texts) for _ in range(count)]
    return [[[neighbour(key) for key in piece] for piece in _two_pieces(t, rng)] for t in chosen]


def _is_long_word(key: str) -> bool:
    return key.isalpha() and len(key) > 3


def _two_pieces(text: Sequence[Sequence[str]], rng: random.Random) -> Sequence[Sequence[str]]:
    if len(text) <= 2 or rng.random() < 0.5:
        return text
    first = rng.randrange(len(text) - 1)
    return text[first : first + 2]


def _crop(rng: random.Random, texts: Sequence[str]) -> str:
    """Some sentences of a text, its beginning as if being typed, or a sentence of another behind it."""
    text = rng.choice(texts)
    pieces = [piece for _, piece in pieces_of(text)]
    way = rng.random()
    if len(pieces) > 1 and way < 0.5:
        first = rng.randrange(len(pieces))
        text = "".join(pieces[first : rng.randrange(first + 1, len(pieces) + 1)])
    elif way < 0.75:
        words = text.split(" ")
        text = " ".join(words[: rng.randrange(1, len(words) + 1)])
    else:
        other = [piece for _, piece in pieces_of(rng.choice(texts))]
        text = (rng.choice(pieces) if rng.random() < 0.6 else text).strip()
        text = f"{text} {rng.choice(other)}"
    return text.lower() if rng.random() < 0.08 else text


def vocabulary(
    texts: Iterable[str], encoders_words: Iterable[str], at_most: int = 60_000
) -> list[str]:
    """The keys of the texts, the most frequent first, behind the rows for strangers.

    Of keys seen in one text only plain words are kept; behind them stand the plain words that the
    encoder knows: their first vectors are the encoder's own.
    """
    texts = list(texts)
    outside_tags = Counter(word.key for text in texts for word in words_of(text, lambda _: True))
    plain = {key for key, count in outside_tags.items() if count >= 3 and key[0] != "<"}
    seen = Counter(
        key for text in texts for key in {word.key for word in words_of(text, plain.__contains__)}
    )
    kept = [key for key, count in seen.most_common() if count >= 2 or _is_plain_word(key)]
    more = [word for word in encoders_words if _is_plain_word(word) and word not in seen]
    return [*ROWS_FOR_STRANGERS, *kept, *more][:at_most]


def _is_plain_word(key: str) -> bool:
    return key.isascii() and key.isalpha() and len(key) > 3


def keys_by_piece(text: str, known: set[str]) -> list[list[str]]:
    """The keys of each piece that has words."""
    pieces = ([w.key for w in words_of(piece, known.__contains__)] for _, piece in pieces_of(text))
    return [keys for keys in pieces if keys]


def batches(
    lengths: Sequence[int], size: int, rng: random.Random | None = None
) -> Iterator[list[int]]:
    """Indices in batches of texts of like length; shuffled if ``rng`` is given."""
    order = list(range(len(lengths)))
    if rng:
        rng.shuffle(order)
    found = []
    for start in range(0, len(order), size * 32):
        chunk = sorted(order[start : start + size * 32], key=lambda i: lengths[i])
        found += [chunk[i : i + size] for i in range(0, len(chunk), size)]
    if rng:
        rng.shuffle(found)
    yield from found
