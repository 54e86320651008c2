"""The figures by which the meter is judged, in plain Python, with bootstrap intervals."""

from __future__ import annotations

import random
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Sequence

Rows = Sequence[tuple]


def auc(truth: Sequence[int], score: Sequence[float]) -> float:
    """Area under the ROC curve: the chance that a selling post scores above a giving one."""
    negatives = sorted(s for t, s in zip(truth, score, strict=True) if not t)
    positives = [s for t, s in zip(truth, score, strict=True) if t]
    if not negatives or not positives:
        return float("nan")
    below = sum(bisect_left(negatives, s) + bisect_right(negatives, s) for s in positives)
    return below / (2 * len(negatives) * len(positives))


def balanced_accuracy(truth: Sequence[int], said: Sequence[bool]) -> float:
    """The mean of the shares of selling and of giving posts that were judged rightly."""
    shares = []
    for side in (0, 1):
        hits = [s == bool(side) for t, s in zip(truth, said, strict=True) if t == side]
        shares.append(sum(hits) / len(hits) if hits else float("nan"))
    return sum(shares) / 2


def calibration_error(truth: Sequence[int], pitch: Sequence[float], bins: int = 10) -> float:
    """Expected calibration error over equally wide bins."""
    filled: dict[int, list[tuple[int, float]]] = defaultdict(list)
    for t, p in zip(truth, pitch, strict=True):
        filled[min(int(p * bins), bins - 1)].append((t, p))
    gaps = (abs(sum(t for t, _ in rows) - sum(p for _, p in rows)) for rows in filled.values())
    return sum(gaps) / len(truth)


def macro_f1(truth: Sequence[str], said: Sequence[str], at_least: int = 15) -> float:
    """Mean F1 over the kinds with ``at_least`` posts in ``truth``."""
    scores = []
    for kind in sorted(set(truth)):
        if list(truth).count(kind) < at_least:
            continue
        both = sum(t == s == kind for t, s in zip(truth, said, strict=True))
        scores.append(2 * both / (list(truth).count(kind) + list(said).count(kind)))
    return sum(scores) / len(scores) if scores else float("nan")


def interval(
    figure: Callable[[Rows], float],
    rows: Rows,
    rounds: int = 500,
    seed: int = 1,
    account: Callable[[tuple], str] | None = None,
) -> tuple[float, float]:
    """The 95 % bootstrap interval of ``figure`` over ``rows``.

    With ``account`` whole accounts are drawn, so that many posts of one hand do not feign certainty.
    """
    rng = random.Random(seed)
    accounts: dict[str, list[tuple]] = defaultdict(list)
    for number, row in enumerate(rows):
        accounts[account(row) if account else str(number)].append(row)
    drawn = list(accounts.values())
    values = sorted(
        figure([row for part in rng.choices(drawn, k=len(drawn)) for row in part])
        for _ in range(rounds)
    )
    values = [value for value in values if value == value]
    return values[int(0.025 * len(values))], values[int(0.975 * len(values)) - 1]
