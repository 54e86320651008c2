"""The texts the meter learns from, cut into words exactly as the app cuts them."""

from __future__ import annotations

import hashlib
import random
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from data import Post, labelled, own_posts, read_labels, text_id, unlabelled

from socialcoach.core.meter.pieces import pieces_of
from socialcoach.core.meter.words import words_of

CAFES = "small-cafes"
OWN = "own"


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


def unlabelled_posts(data: Path) -> list[Post]:
    """The posts nobody has labelled, of accounts that are not set aside."""
    learning, aside = labelled_posts(data)
    known = {post.text for post in [*learning, *aside]}
    return [p for p in unlabelled(data) if p.text not in known and not set_aside(p)]


def vocabulary(
    texts: Iterable[str],
    encoders_words: Iterable[str],
    before: Sequence[str],
    at_most: int = 60_000,
) -> list[str]:
    """The keys of the model ``before``, then those new in the texts, the most frequent first.

    Of keys seen in one text only plain words are kept; behind them stand the plain words that the
    encoder knows.
    """
    texts = list(texts)
    outside_tags = Counter(word.key for text in texts for word in words_of(text, lambda _: True))
    plain = {key for key, count in outside_tags.items() if count >= 3 and key[0] != "<"}
    seen = Counter(
        key for text in texts for key in {word.key for word in words_of(text, plain.__contains__)}
    )
    kept = [key for key, count in seen.most_common() if count >= 2 or _is_plain_word(key)]
    more = [word for word in encoders_words if _is_plain_word(word)]
    return list(dict.fromkeys([*before, *kept, *more]))[:at_most]


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
