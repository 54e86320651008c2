"""Does learning from ten corrections help their owner and leave others alone?  ``corrections.py --data DIR``.

For each account with enough posts: the owner corrects up to ten misjudged posts of one half of them; the
other half, and other accounts' posts, show what that did.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections import defaultdict
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import metrics
from data import Post, labelled

from socialcoach.core.meter import Context, Meter

ENOUGH, LARGEST, CORRECTIONS, ROUNDS = 30, 80, 10, 2


def figures(meter: Meter, posts: list[Post], context: Context) -> tuple[float, float]:
    """AUC, and the share of posts whose band is right."""
    readings = [meter.read(post.text, context) for post in posts]
    truth = [post.pitch for post in posts]
    return (
        metrics.auc(truth, [reading.explained.logit for reading in readings]),
        sum(r.selling == bool(t) for r, t in zip(readings, truth, strict=True)) / len(truth),
    )


def correct(meter: Meter, posts: list[Post]) -> Context:
    """What the owner's first ten corrections among ``posts`` come to.

    Posts that went out uncorrected count as agreed to: they keep the corrections from reaching too far.
    """
    wrong = [post for post in posts if meter.read(post.text).selling != bool(post.pitch)]
    agreed = [post for post in posts if post not in wrong]
    chosen = wrong[:CORRECTIONS] + agreed
    return Context(learned=meter.learn([meter.correction(p.text, bool(p.pitch)) for p in chosen]))


def main() -> None:
    """Print a line per account and the means."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    data: Path = parser.parse_args().data
    posts = labelled(data / "check.jsonl") + labelled(data / "train.jsonl")
    accounts: dict[str, list[Post]] = defaultdict(list)
    for post in posts:
        accounts[post.group].append(post)
    meter, rng = Meter.load(), random.Random(1)
    strangers = rng.sample(posts, 150)
    changes = []
    for name, own in accounts.items():
        if len(own) < ENOUGH or len({post.pitch for post in own}) < 2:
            continue
        own = own[:LARGEST]
        for _ in range(ROUNDS):
            rng.shuffle(own)
            seen, unseen = own[: len(own) // 2], own[len(own) // 2 :]
            others = [post for post in strangers if post.group != name]
            taught = correct(meter, seen)
            pairs = [
                (figures(meter, part, Context()), figures(meter, part, taught))
                for part in (unseen, others)
            ]
            change = [after - before for b, a in pairs for before, after in zip(b, a, strict=True)]
            if all(value == value for value in change):
                changes.append(change)
                print(name, len(own), *(f"{value:+.3f}" for value in change))
    print("means: owner's AUC, share right; others' AUC, share right")
    print(*(f"{sum(column) / len(changes):+.4f}" for column in zip(*changes, strict=True)))
    print("largest loss of others' AUC:", f"{min(change[2] for change in changes):+.4f}")


if __name__ == "__main__":
    main()
