"""How much groups truly differ, beyond what chance makes of groups that are all alike."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from math import sqrt
from typing import TypeVar

Group = TypeVar("Group", bound=Hashable)


def variance_between(middles: Mapping[Group, float], errors: Mapping[Group, float]) -> float:
    """Return the variance between groups; ``errors`` are the variances of their middles.

    By moments (DerSimonian and Laird 1986, Controlled Clinical Trials 7:177-188), less one standard
    error of that estimate under pure chance: Q is then chi-square and has the variance
    2 * (groups - 1). Without that, groups that are all alike would too often seem to differ.
    """
    weights = {group: 1 / error for group, error in errors.items()}
    total = sum(weights.values())
    centre = sum(weights[group] * middles[group] for group in middles) / total
    q = sum(weights[group] * (middles[group] - centre) ** 2 for group in middles)
    free = len(middles) - 1
    room = total - sum(weight**2 for weight in weights.values()) / total
    return max((q - free - sqrt(2 * free)) / room, 0.0)
