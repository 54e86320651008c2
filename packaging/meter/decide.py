"""Calibration and thresholds, chosen on the accounts that were set aside."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from data import KINDS, Post
from metrics import macro_f1

from socialcoach.core.meter import Meter, Reading
from socialcoach.core.meter.reading import Band

UNDECIDED = {
    "bias": 0.0,
    "slope": 1.0,
    "offset": 0.0,
    "leaning_from": 0.5,
    "selling_from": 0.75,
    "selling_cue_from": 0.0,
    "selling_cue_from_when_giving": 0.0,
    "giving_cue_from": 0.0,
}
SELLING_PRECISION = 0.9
"""From the pitch on at which this share of the posts really sells, the band is selling."""
GOOD_ENOUGH = 0.02
"""Thresholds whose balanced accuracy lies so close to the best one's are taken to be as good."""
RARER_KINDS = (0.0, 0.15, 0.3, 0.45, 0.6)
"""How strongly rare kinds may be favoured; see :func:`kind_shifts`."""
GIVING_UNMARKED = 0.9
"""So large a share of the giving posts shall have nothing marked as selling."""


def calibrate(truth: Sequence[int], scores: np.ndarray) -> tuple[float, float]:
    """A factor for the scores and an offset that make the logistic of the sum a probability.

    Plain logistic regression by Newton's method.
    """
    rows = np.column_stack([scores, np.ones(len(truth))])
    factors = np.zeros(2)
    for _ in range(30):
        said = 1 / (1 + np.exp(-rows @ factors))
        curve = rows.T @ (rows * (said * (1 - said))[:, None]) + 1e-6 * np.eye(2)
        factors -= np.linalg.solve(curve, rows.T @ (said - np.array(truth)))
    return float(factors[0]), float(factors[1])


def leaning_from(truth: Sequence[int], pitch: Sequence[float]) -> float:
    """The pitch that parts giving from leaning with good balanced accuracy.

    Of the thresholds that are about as good as the best the highest is taken: the posts set aside
    are brands', of which half sell; small shops speak of their goods even where they give, and the
    more of the posts sell, the higher is the threshold that parts them best.
    """
    accuracies = {step / 100: _balanced(truth, pitch, step / 100) for step in range(30, 71)}
    best = max(accuracies.values())
    return max(t for t, value in accuracies.items() if value >= best - GOOD_ENOUGH)


def kind_shifts(truth: Sequence[str], scores: np.ndarray) -> np.ndarray:
    """What to add to the scores of the kinds, so that rare kinds are named as often as they ought.

    A multiple of the negative logarithm of how often a kind is named; the multiple with the best
    macro-F1.
    """
    named = np.exp(scores - scores.max(1, keepdims=True))
    often = np.log((named / named.sum(1, keepdims=True)).mean(0))

    def quality(strength: float) -> float:
        best = (scores - strength * often).argmax(1)
        return macro_f1(truth, [KINDS[number] for number in best])

    return -max(RARER_KINDS, key=quality) * often


def _balanced(truth: Sequence[int], pitch: Sequence[float], threshold: float) -> float:
    positives = [p >= threshold for t, p in zip(truth, pitch, strict=True) if t]
    negatives = [p < threshold for t, p in zip(truth, pitch, strict=True) if not t]
    return (sum(positives) / len(positives) + sum(negatives) / len(negatives)) / 2


def selling_from(truth: Sequence[int], pitch: Sequence[float], leaning: float) -> float:
    """The pitch from which on the meter is sure enough to say selling."""
    for step in range(round(100 * leaning) + 10, 95):
        chosen = [t for t, p in zip(truth, pitch, strict=True) if p >= step / 100]
        if chosen and sum(chosen) / len(chosen) >= SELLING_PRECISION:
            return step / 100
    return 0.9


def cue_floors(meter: Meter, posts: Sequence[Post], giving_cue: float) -> dict[str, float]:
    """The smallest weights worth showing.

    In a post that the band calls giving, a selling cue must be strong; elsewhere the strongest always shows.
    """
    readings = [meter.read(post.text) for post in posts]
    strongest = sorted(
        _strongest_selling(reading)
        for post, reading in zip(posts, readings, strict=True)
        if post.pitch == 0 and reading.band is Band.GIVING
    )
    giving = [post for post in posts if post.pitch == 0]
    wrong = len(giving) - len(strongest)
    allowed = max(0, round((1 - GIVING_UNMARKED) * len(giving)) - wrong)
    floor = strongest[-allowed - 1] + 1e-6 if allowed < len(strongest) else 0.0
    return {
        "selling_cue_from": giving_cue,
        "selling_cue_from_when_giving": max(floor, giving_cue),
        "giving_cue_from": giving_cue,
    }


def _strongest_selling(reading: Reading) -> float:
    return max((cue.weight for cue in reading.cues if cue.reason.sells), default=0.0)
