"""What may come of posting: from people reached to customers, as a range and never a promise.

posts a month x seen by each x share that responds x share of those who visit x share of those who
buy x months gives the mean number of customers. Each figure is uncertain: it is drawn from a
log-normal distribution whose middle is the figure and whose 90 % interval goes from figure/spread
to figure*spread (shares at most 1). The customers themselves are then drawn from a Poisson
distribution (Knuth, The Art of Computer Programming, vol. 2, 3.4.1; the normal one above 20). The
range is that of nine in ten of the runs. The likeliest number is the middle of the narrowest half
of the runs (the shorth: Andrews et al. 1972, Robust Estimates of Location), as the long tail
upwards draws the median too high. The seed is fixed, so that the
same figures always give the same answer.

The middle figures marked as guesses are ours, chosen low on purpose; no source knows them for a
shop it has never seen. That is why their spread is wide and the owner is asked to overwrite them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import exp, log, sqrt
from random import Random
from statistics import NormalDist

from socialcoach.core.progress.overview import Overview
from socialcoach.core.progress.quantiles import CONFIDENCE

RUNS = 2_000
SEED = 20_26
MONTHS_LOOKED_AT = 3
"""The owner's own figures are those of the last three months with enough posts."""

MOST_COUNTED = 20
"""Above this mean the normal distribution stands in for Poisson's."""


class Figure(StrEnum):
    """What the answer is made of; the last three are shares from 0 to 1."""

    POSTS = "posts"
    SEEN = "seen"
    RESPOND = "respond"
    VISIT = "visit"
    BUY = "buy"


SHARES = (Figure.RESPOND, Figure.VISIT, Figure.BUY)


class Origin(StrEnum):
    """Where a figure comes from."""

    OWN = "own"
    GUESS = "guess"
    TYPED = "typed"


GUESSES: Mapping[Figure, float] = {
    Figure.POSTS: 8,
    Figure.SEEN: 100,
    Figure.RESPOND: 0.03,
    Figure.VISIT: 0.02,
    Figure.BUY: 0.10,
}
"""Only a start, to be overwritten; low, as the same regulars respond again and again."""

SPREADS: Mapping[Origin, float] = {Origin.OWN: 1.3, Origin.TYPED: 1.5, Origin.GUESS: 3.0}
"""How far the truth may lie from a figure: mostly within figure/spread to figure*spread."""


@dataclass(frozen=True)
class Assumption:
    """A figure and where it comes from."""

    value: float
    origin: Origin


@dataclass(frozen=True)
class Range:
    """Whole numbers: nine in ten runs lie from ``low`` to ``high``, most near ``likely``."""

    low: int
    likely: int
    high: int


@dataclass(frozen=True)
class Expectation:
    """What may come of some months of posting."""

    months: int
    seen: Range
    responses: Range
    visits: Range
    customers: Range


def own_figures(overview: Overview) -> dict[Figure, float]:
    """Return what the owner's own posts say; nothing without a month with enough posts."""
    known = [point.rate for point in overview.rates()[-MONTHS_LOOKED_AT:] if point.rate]
    if not known:
        return {}
    posts, seen = sum(rate.posts for rate in known), sum(rate.seen for rate in known)
    return {
        Figure.POSTS: posts / len(known),
        Figure.SEEN: seen / posts,
        Figure.RESPOND: sum(rate.responses for rate in known) / seen,
    }


def assumptions(
    own: Mapping[Figure, float], typed: Mapping[Figure, float]
) -> dict[Figure, Assumption]:
    """Return each figure: what the owner typed, else what the posts say, else our guess."""
    return {figure: _assumption(figure, own, typed) for figure in Figure}


def _assumption(
    figure: Figure, own: Mapping[Figure, float], typed: Mapping[Figure, float]
) -> Assumption:
    if figure in typed:
        return Assumption(typed[figure], Origin.TYPED)
    if figure in own:
        return Assumption(own[figure], Origin.OWN)
    return Assumption(GUESSES[figure], Origin.GUESS)


def expect(figures: Mapping[Figure, Assumption], months: int) -> Expectation:
    """Return what may come of so many months, from the same seed each time.

    ``figures`` holds all five.
    """
    rng = Random(SEED)
    wide = NormalDist().inv_cdf(0.5 + CONFIDENCE / 2)
    sigmas = {origin: log(spread) / wide for origin, spread in SPREADS.items()}
    ordered = [(figure in SHARES, figures[figure]) for figure in Figure]
    draws = [(one.value, sigmas[one.origin], is_share) for is_share, one in ordered]
    runs = [_run(rng, draws, months) for _run_number in range(RUNS)]
    seen, responses, visits, customers = zip(*runs, strict=True)
    return Expectation(months, _range(seen), _range(responses), _range(visits), _range(customers))


def _run(
    rng: Random, draws: Sequence[tuple[float, float, bool]], months: int
) -> tuple[int, int, int, int]:
    """Return seen, responses, visits and customers of one run."""
    drawn = [value * exp(rng.gauss(0, sigma)) for value, sigma, _is_share in draws]
    posts, seen_each, respond, visit, buy = (
        min(one, 1.0) if is_share else one
        for one, (_value, _sigma, is_share) in zip(drawn, draws, strict=True)
    )
    seen = posts * seen_each * months
    responses = seen * respond
    visits = responses * visit
    return (
        round(seen),
        _poisson(rng, responses),
        _poisson(rng, visits),
        _poisson(rng, visits * buy),
    )


def _poisson(rng: Random, mean: float) -> int:
    if mean > MOST_COUNTED:
        return max(round(rng.gauss(mean, sqrt(mean))), 0)
    product, count, limit = rng.random(), 0, exp(-mean)
    while product > limit:
        product *= rng.random()
        count += 1
    return count


def _range(values: Sequence[int]) -> Range:
    ordered = sorted(values)
    side = (1 - CONFIDENCE) / 2
    low, high = (ordered[int(part * (len(ordered) - 1))] for part in (side, 1 - side))
    return Range(low, min(max(_likeliest(ordered), low), high), high)


def _likeliest(ordered: Sequence[int]) -> int:
    half = len(ordered) // 2
    widths = [ordered[at + half] - ordered[at] for at in range(len(ordered) - half)]
    narrow = widths.index(min(widths))
    return ordered[narrow + half // 2]
