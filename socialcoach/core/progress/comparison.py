"""Whether a rate really went up or down, or whether the difference may be chance."""

from __future__ import annotations

from enum import StrEnum
from math import hypot

from socialcoach.core.progress.rates import Rate


class Trend(StrEnum):
    """What can be said of two rates; ``SAME`` also when they differ by what may be chance."""

    UP = "up"
    DOWN = "down"
    SAME = "same"


def trend(before: Rate, after: Rate) -> Trend:
    """Compare two rates.

    A rise or fall is claimed only when the 90 % interval of the difference leaves out 0. That
    interval is put together from the two single ones (MOVER: Zou and Donner 2008, Statistics in
    Medicine 27:1693-1702; for proportions Newcombe 1998, Statistics in Medicine 17:873-890).
    """
    difference = after.value - before.value
    low = difference - hypot(after.value - after.low, before.high - before.value)
    high = difference + hypot(after.high - after.value, before.value - before.low)
    if low > 0:
        return Trend.UP
    return Trend.DOWN if high < 0 else Trend.SAME
