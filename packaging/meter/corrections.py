"""Does learning from ten corrections help their owner and leave others alone?  ``corrections.py --data DIR``.

For each account with enough posts: the owner corrects up to ten misjudged posts of one half of them; the
other half, and other accounts' posts, show what that did.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections import Counter, defaultdict
from dataclasses import replace
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


def with_own_rule(meter: Meter, posts: list[Post]) -> list[Post]:
    """The account as an owner with a rule of their own would label it.

    All posts about one thing they often name (their show, their charity) are giving to them, whatever
    others think.  Without such a word: no posts.
    """
    named = [set(meter.correction(post.text, False).shares) for post in posts]
    counts = Counter(word for words in named for word in words)
    words = [word for word, n in counts.items() if 0.2 <= n / len(posts) <= 0.6 and len(word) > 3]
    if not words:
        return []
    selling = {
        word: sum(p.pitch for p, own in zip(posts, named, strict=True) if word in own)
        for word in words
    }
    word = max(words, key=lambda word: selling[word])
    return [
        replace(post, pitch=0) if word in own else post
        for post, own in zip(posts, named, strict=True)
    ]


def account_changes(
    meter: Meter, own: list[Post], strangers: list[Post], rng: random.Random
) -> list[float]:
    """Change of the four figures: the owner's unseen posts, then other accounts'."""
    own = own[:]
    rng.shuffle(own)
    seen, unseen = own[: len(own) // 2], own[len(own) // 2 :]
    others = [post for post in strangers if post.group != own[0].group]
    taught = correct(meter, seen)
    change: list[float] = []
    for part in (unseen, others):
        before, after = figures(meter, part, Context()), figures(meter, part, taught)
        change += [a - b for a, b in zip(after, before, strict=True)]
    return change


def report(title: str, changes: list[list[float]]) -> None:
    """Print the means, leaving out accounts whose unseen half is all of one side."""
    known = [change for change in changes if all(value == value for value in change)]
    means = [sum(column) / len(known) for column in zip(*known, strict=True)]
    print(f"{title}, {len(known)} runs: owner's AUC {means[0]:+.4f}, share right {means[1]:+.4f};")
    worst = min(change[2] for change in known)
    print(f"  others' AUC {means[2]:+.4f} (worst {worst:+.4f}), share right {means[3]:+.4f}")


def main() -> None:
    """Both kinds of owner: one who judges as the readers do, one with a rule of their own."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    data: Path = parser.parse_args().data
    posts = labelled(data / "check.jsonl") + labelled(data / "train.jsonl")
    accounts: dict[str, list[Post]] = defaultdict(list)
    for post in posts:
        accounts[post.group].append(post)
    meter, rng = Meter.load(), random.Random(1)
    strangers = rng.sample(posts, 150)
    plain, ruled = [], []
    for own in accounts.values():
        own = own[:LARGEST]
        if len(own) < ENOUGH:
            continue
        own_rule = with_own_rule(meter, own)
        for _ in range(ROUNDS):
            plain.append(account_changes(meter, own, strangers, rng))
            if own_rule:
                ruled.append(account_changes(meter, own_rule, strangers, rng))
    report("owners who judge as the readers do", plain)
    report("owners with a rule of their own", ruled)


if __name__ == "__main__":
    main()
