"""How often the stated 90 % intervals of rates hold the truth, over far more cases than the suite.

    python -m tests.benchmarks.cover_rates

Rates from 0.1 % to 30 %, 5 to 500 posts, seen 300 to 20,000 times, all alike or differing, 2,000
simulated months each; only cases in which at least 8 responses are to be expected in all. With
2,000 months a true 90 % comes out between 88.7 % and 91.3 % nineteen times of twenty, and of two
thousand cases some come out below or above what they truly are. So the cases near or beyond the
edge are simulated again, with 40,000 other months each, to tell bad luck from a bad interval.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from itertools import product

import numpy as np
from numpy.typing import NDArray

from socialcoach.core.progress.rates import ResponseSums, rate_of

SIMULATIONS = 2_000
MANY_SIMULATIONS = 40_000
LEAST, MOST = 0.87, 0.93
NEAR = 0.003
TRUTHS = (0.001, 0.002, 0.005, 0.01, 0.05, 0.1, 0.3)
POSTS = (5, 6, 8, 12, 20, 60, 500)
DIFFERING = (("alike", 0.0), ("beta", 0.25), ("beta", 0.5), ("lognormal", 0.25), ("lognormal", 0.5))
SEEN = tuple(product((300, 2_000, 20_000), (0.0, 0.3, 0.6)))
FEWEST_RESPONSES = 8
Case = tuple[float, int, tuple[str, float], tuple[int, float]]


def main() -> None:
    """Print the range of what is held, and how the cases at the edge do with many more months."""
    held = {case: _held(case, SIMULATIONS) for case in _cases()}
    _tell("2,000 months each", held)
    doubtful = [case for case, share in held.items() if not _well_within(share)]
    again = {case: _held(case, MANY_SIMULATIONS) for case in doubtful}
    _tell("those near the edge or beyond it, 40,000 other months each", again)
    for case, share in sorted(again.items(), key=lambda item: item[1]):
        truth, posts, differing, seen = case
        sys.stdout.write(
            f"  {held[case]:.4f}, again {share:.4f}: rate {truth}, {posts} posts, "
            f"{differing}, seen {seen}\n"
        )


def _tell(which: str, held: Mapping[Case, float]) -> None:
    shares = held.values()
    outside = sum(not LEAST <= share <= MOST for share in shares)
    low, high = min(shares, default=0.0), max(shares, default=0.0)
    sys.stdout.write(
        f"{which}: {len(held)} cases, held {low:.4f} to {high:.4f}, "
        f"outside {LEAST} to {MOST}: {outside}\n"
    )


def _well_within(share: float) -> bool:
    return LEAST + NEAR <= share <= MOST - NEAR


def _cases() -> Iterator[Case]:
    for truth, posts, differing, seen in product(TRUTHS, POSTS, DIFFERING, SEEN):
        if truth * posts * seen[0] >= FEWEST_RESPONSES:
            yield truth, posts, differing, seen


def _held(case: Case, simulations: int) -> float:
    truth, posts, (shape, spread), (usual, seen_spread) = case
    seed = [round(1e4 * truth), posts, round(100 * spread), len(shape), usual]
    if simulations != SIMULATIONS:
        seed += [simulations, round(100 * seen_spread)]
    dice = np.random.default_rng(seed)
    size = (simulations, posts)
    n = np.maximum(np.round(usual * np.exp(seen_spread * dice.standard_normal(size))), 1)
    y = dice.binomial(n.astype(np.int64), _rates(dice, truth, size, shape, spread)).astype(float)
    columns = [part.sum(1).tolist() for part in (n, n**2, y, y**2 / n)]
    hits = 0
    for seen, squared, responses, over in zip(*columns, strict=True):
        found = rate_of(ResponseSums(posts, int(seen), squared, int(responses), over))
        hits += found is not None and found.low <= truth <= found.high
    return hits / simulations


def _rates(
    dice: np.random.Generator, truth: float, size: tuple[int, int], shape: str, spread: float
) -> NDArray[np.float64]:
    if shape == "alike":
        return np.full(size, truth)
    if shape == "beta":
        weight = (1 - truth) / (spread**2 * truth) - 1
        return dice.beta(truth * weight, (1 - truth) * weight, size)
    sigma = np.sqrt(np.log(1 + spread**2))
    factors = np.exp(sigma * dice.standard_normal(size) - sigma**2 / 2)
    return np.minimum(truth * factors, 1.0)


if __name__ == "__main__":
    main()
