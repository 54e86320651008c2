"""The interval around a middle value, which no lucky post can pull away."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from math import sqrt
from statistics import NormalDist

from socialcoach.core.progress.quantiles import CONFIDENCE

COUNTED_UP_TO = 500


def median_interval(values: Sequence[float]) -> tuple[float, float]:
    """Return low and high that hold the true median at :data:`CONFIDENCE`, whatever the spread.

    The d-th value from below and from above hold it with the binomial chance that between d and
    n - d of n values lie below it. That chance jumps from one d to the next; bounds in between are
    interpolated as in Hettmansperger and Sheather (1986, Statistics and Probability Letters
    4:75-79). Needs five values: the outermost of fewer hold it less often than stated.
    """
    ordered = sorted(values)
    n = len(ordered)
    depth, way = _depth(n) if n <= COUNTED_UP_TO else _depth_of_many(n)
    low = _between(ordered[depth - 1], ordered[depth], way)
    return low, _between(ordered[n - depth], ordered[n - depth - 1], way)


@cache
def _depth(n: int) -> tuple[int, float]:
    """The innermost depth that holds the median often enough, and the way on to the next."""
    # the chances are counted in whole numbers, of 2^n orders in all
    outside, more, depth = 2, 2 * n, 1
    allowed = (1 - CONFIDENCE) * 2**n
    while outside + more <= allowed:
        outside += more
        more = more * (n - depth) // (depth + 1)
        depth += 1
    share = (allowed - outside) / more
    return depth, (n - depth) * share / (depth + (n - 2 * depth) * share)


def _depth_of_many(n: int) -> tuple[int, float]:
    """The same for so many values that the binomial is as good as normal, 1 in 1000 apart."""
    z = NormalDist().inv_cdf(0.5 + CONFIDENCE / 2)
    depth = n / 2 - z * sqrt(n) / 2 + 0.5
    return int(depth), depth - int(depth)


def _between(outer: float, inner: float, way: float) -> float:
    return (1 - way) * outer + way * inner
