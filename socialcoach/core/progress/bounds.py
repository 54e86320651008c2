"""The interval around a figure that was counted: a share of viewers, or responses in all.

Its bounds are those true figures from which the one seen is just t standard errors away, as in
Wilson (1927, JASA 22:209-212) and, with a design effect, Korn and Graubard (1998, Survey
Methodology 24:193-201). Counting makes the variance grow with the figure. How posts differ makes
part of it grow with the square of the figure, because posts differ by factors; that stretches the
interval upwards, as such figures need. Half of what lies between posts is taken so.
"""

from __future__ import annotations

from math import sqrt

SMALLEST_EFFECT = 0.33
"""Posts may look alike by luck; they never count as more than three times as many.

An effect below 1 must be believed in part: cutting it at 1 would take the bad luck and not the
good, and five posts would hold the truth 98 times of 100 instead of 90.
"""

BY_FACTORS = 0.5
"""The share of the variance between posts that is taken to grow with the square of the figure."""

LARGEST_STRETCH = 0.7
"""Keeps the upper bound finite where few posts differ wildly."""


def share_bounds(value: float, seen: float, effect: float, t: float) -> tuple[float, float]:
    """Bounds of the share ``value`` (0 to 1) of ``seen`` viewers.

    ``effect``: its variance over what it would be if viewers were independent; ``t``: the quantile.
    """
    if value == 0:
        return 0.0, t * t / (seen + t * t)
    linear, stretch = _terms(effect, t, 1 / seen, (1 - value) / value)
    low, high = _solve(value, linear, 1 + linear - stretch)
    return low, min(high, 1.0)


def count_bounds(value: float, effect: float, t: float) -> tuple[float, float]:
    """Bounds of the count ``value`` (above 0); ``effect``: its variance over that of chance."""
    linear, stretch = _terms(effect, t, 1.0, 1 / value)
    return _solve(value, linear, 1 - stretch)


def _terms(effect: float, t: float, unit: float, per_value: float) -> tuple[float, float]:
    """What the variance times t squared holds: so much times p, and so much times p squared."""
    between = max(effect - 1, 0.0) * unit
    linear = t * t * (min(effect, 1.0) * unit + (1 - BY_FACTORS) * between)
    return linear, min(t * t * BY_FACTORS * between * per_value, LARGEST_STRETCH)


def _solve(value: float, linear: float, square: float) -> tuple[float, float]:
    """Both p of square * p^2 - (2 * value + linear) * p + value^2 = 0."""
    b = 2 * value + linear
    root = sqrt(max(b * b - 4 * square * value * value, 0.0))
    # The value always lies between them; rounding may lose it by the last digit.
    return max(min((b - root) / (2 * square), value), 0.0), max((b + root) / (2 * square), value)
