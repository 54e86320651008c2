"""Reading the labelled posts the meter learns from.

The data folder (``--data DIR``) is not part of the project: it holds other people's words.  What the
project keeps is our own reading of some of its posts (``labels.tsv``: a hash of each text and its labels,
no text) and posts we wrote ourselves.
"""

from __future__ import annotations

import csv
import hashlib
import json
from dataclasses import dataclass
from pathlib import Path

KINDS = (
    "offer", "product", "event", "brag", "tip", "story", "community", "question", "fun", "service",
    "giveaway", "news", "other",
)  # fmt: skip
HERE = Path(__file__).resolve().parent
HUMAN_SETS = ("instagram_promotional", "instagram_intent", "corporate_messaging", "facebook_ads")


@dataclass(frozen=True)
class Post:
    """One post; ``pitch`` is -1 where nobody has judged it, ``kind`` is empty where nobody has said."""

    text: str
    group: str
    source: str
    pitch: int = -1
    pressure: int = -1
    kind: str = ""


def text_id(text: str) -> str:
    """The first ten hexadecimal digits of the SHA-1 of ``text``: how ``labels.tsv`` names a post."""
    return hashlib.sha1(text.encode()).hexdigest()[:10]


def read_lines(path: Path) -> list[dict]:
    """All records of a JSON-lines file."""
    return [json.loads(line) for line in path.open(encoding="utf-8")]


def labelled(path: Path) -> list[Post]:
    """The posts of ``train.jsonl`` or ``check.jsonl``."""
    return [
        Post(r["text"], r["group"], r["source"], r["pitch"], r["pressure"], r["kind"] or "")
        for r in read_lines(path)
    ]


def unlabelled(data: Path) -> list[Post]:
    """Every distinct text of the pool and the human sets whose account is not in the check set."""
    rows = [r for r in read_lines(data / "pool.jsonl") if not r["in_check_group"]]
    for name in HUMAN_SETS:
        for record in read_lines(data / "human" / f"{name}.jsonl"):
            if not record["in_check"]:
                rows.append({**record, "source": name})
    known = {post.text for post in labelled(data / "check.jsonl")}
    distinct = {r["text"]: r for r in rows if r["text"] not in known}
    return [Post(r["text"], r["group"], r["source"]) for r in distinct.values()]


def read_labels(path: Path = HERE / "labels.tsv") -> dict[str, tuple[int, int, str]]:
    """Our own labels: text id -> (pitch, pressure, kind)."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.reader(file, delimiter="\t")
        return {row[0]: (int(row[1]), int(row[2]), row[3]) for row in rows}


def own_posts(folder: Path = HERE) -> list[Post]:
    """The posts written for this project: ``own_posts.tsv`` and the files of ``own_posts/``."""
    with (folder / "own_posts.tsv").open(encoding="utf-8", newline="") as file:
        rows = csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        posts = [Post(t, f"own:{trade}", "own", int(p), int(s), k) for trade, p, s, k, t in rows]
    return posts + _written_in(folder / "own_posts")


def more_posts(folder: Path = HERE) -> list[Post]:
    """The posts in ``more_posts/``, written later: a teacher that learns from labels alone leaves them out."""
    return _written_in(folder / "more_posts")


def _written_in(folder: Path) -> list[Post]:
    return [
        Post(r["text"], f"own:{r['trade']}", "own", r["pitch"], r["pressure"], r["kind"])
        for path in sorted(folder.glob("*.jsonl"))
        for r in read_lines(path)
    ]


def misleading_posts(folder: Path = HERE) -> list[Post]:
    """Those of our own posts whose words mislead: selling without its words, its words without selling."""
    texts = {r["text"] for r in read_lines(folder / "own_posts" / "misleading_words.jsonl")}
    return [post for post in own_posts(folder) if post.text in texts]
