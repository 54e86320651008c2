"""Learning from the owner's "this is not a selling post" and "this is one", within bounds.

A correction changes what single words are worth *for this owner*, within bounds, and shifts the
whole scale by at most one log-odds unit.  What was learnt is computed anew from the list of
corrections, so that taking one back leaves no trace; the list is plain data and can be exported.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

_LARGEST_CHANGE = 4.0
"""No word's value changes by more than this (log-odds, before its share is taken)."""
_LARGEST_SHIFT = 1.0
_STIFFNESS = 0.03
_SHIFT_STIFFNESS = 8.0
_ROUNDS = 60
_MOST_CORRECTIONS = 200
"""Only the newest corrections count: owners change, and learning must stay quick."""


@dataclass(frozen=True, slots=True)
class Correction:
    """One click of the owner.

    ``shares``: each telling word's share of the text (they sum to at most 1); ``logit``: what the
    meter said without any learning; ``selling``: what the owner says.
    """

    shares: Mapping[str, float]
    logit: float
    selling: bool


@dataclass(frozen=True, eq=False, slots=True)
class Learned:
    """What the corrections come to: a change of value per word, and a shift of all log-odds.

    Two are equal only if they are the same object, so that texts read before are told apart
    cheaply.
    """

    values: Mapping[str, float] = field(default_factory=dict)
    shift: float = 0.0


NOTHING_LEARNED = Learned()


def learn(corrections: Sequence[Correction], slope: float = 1.0) -> Learned:
    """Fit the changes to ``corrections``: logistic loss, squared size as the price, hard bounds.

    ``slope``: log-odds per unit of value (:attr:`Settings.slope` of the model that read the texts).
    """
    corrections = corrections[-_MOST_CORRECTIONS:]
    values: dict[str, float] = {}
    shift = 0.0
    # the longest steps that cannot overshoot: one over the steepest curve the loss can have
    squares = sum(share * share for c in corrections for share in c.shares.values())
    step = 1.0 / (_STIFFNESS + 0.25 * slope * slope * squares)
    shift_step = 1.0 / (_SHIFT_STIFFNESS + 0.25 * len(corrections))
    for _ in range(_ROUNDS if corrections else 0):
        pulls, shift_pull = _pulls(corrections, slope, values, shift)
        for word, pull in pulls.items():
            value = values.get(word, 0.0)
            values[word] = _within(value + step * (pull - _STIFFNESS * value), _LARGEST_CHANGE)
        shift = _within(
            shift + shift_step * (shift_pull - _SHIFT_STIFFNESS * shift), _LARGEST_SHIFT
        )
    return Learned(values, shift)


def _pulls(
    corrections: Sequence[Correction], slope: float, values: Mapping[str, float], shift: float
) -> tuple[dict[str, float], float]:
    """How much each word, and the shift, would have to rise by the corrections not yet obeyed."""
    pulls: dict[str, float] = {}
    shift_pull = 0.0
    for correction in corrections:
        moved = sum(share * values.get(word, 0.0) for word, share in correction.shares.items())
        logit = correction.logit + slope * moved + shift
        error = float(correction.selling) - 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, logit))))
        shift_pull += error
        for word, share in correction.shares.items():
            pulls[word] = pulls.get(word, 0.0) + error * slope * share
    return pulls, shift_pull


def _within(value: float, bound: float) -> float:
    return max(-bound, min(bound, value))


def to_plain(corrections: Sequence[Correction]) -> list[dict[str, Any]]:
    """The corrections as plain data for storing and exporting."""
    return [{"shares": dict(c.shares), "logit": c.logit, "selling": c.selling} for c in corrections]


def from_plain(rows: Sequence[Mapping[str, Any]]) -> list[Correction]:
    """Corrections from :func:`to_plain`; raises ``ValueError`` if a row is not one."""
    try:
        return [
            Correction(
                {str(word): float(share) for word, share in row["shares"].items()},
                float(row["logit"]),
                bool(row["selling"]),
            )
            for row in rows
        ]
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError(f"not a list of corrections: {error}") from error
