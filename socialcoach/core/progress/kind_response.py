"""Which kinds of posts people respond to, for this owner, so that three lucky posts do not win.

For each kind the median over its posts of the log-odds of a response. A median of n values with
spread s has variance about (pi/2) s^2 / n (Kendall and Stuart, The Advanced Theory of Statistics,
vol. 1, for normal values); s is the median absolute deviation times 1.4826 over all kinds together.
A kind's posts lie closer to their own median than to the true one; s is enlarged for that as for
single samples, by n / (n - 0.8) (Croux and Rousseeuw 1992, Computational Statistics 1:411-428).
Kinds are then drawn towards their common middle, the more the fewer posts they have (partial
pooling), by how much kinds truly differ (:mod:`.between_groups`). That answers for looking at many
kinds at once (Gelman, Hill and Yajima 2012, J. Research on Educational Effectiveness 5:189-211):
where all are alike, one is said to be better in about one feed of twenty, as the tests show.

The stated interval is that of the kind's own median (``median_interval``), which holds nine times
of ten whatever the other kinds do; an interval of the drawn-in figure would not, with so few kinds
to tell how much kinds differ. The drawn-in figure never leaves it (limited translation: Efron and
Morris 1972, JASA 67:130-139).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import exp, log, pi, sqrt
from statistics import NormalDist, median

from socialcoach.core.progress.between_groups import variance_between
from socialcoach.core.progress.median_interval import median_interval
from socialcoach.core.progress.quantiles import CONFIDENCE

FEWEST_POSTS = 5
"""A kind with fewer posts is not shown."""

LEAST_SPREAD = 0.05
"""The least spread between posts that is believed, in log-odds."""


@dataclass(frozen=True)
class KindResponse:
    """One kind: ``median`` is its plain median rate, ``pooled`` the drawn-in one (both 0 to 1).

    ``low`` to ``high`` is the 90 % interval of the median of the kind's own posts. ``stands_out``
    is 1 when the drawn-in figure is above the common middle by more than may be chance, -1 when
    below, else 0.
    """

    kind: str
    posts: int
    median: float
    pooled: float
    low: float
    high: float
    stands_out: int


def kind_responses(posts: Mapping[str, Sequence[tuple[int, int]]]) -> list[KindResponse]:
    """Return the kinds with enough posts, the best first; [] when fewer than two have enough.

    ``posts`` holds (seen, responses) of each post of a kind; posts nobody saw are left out.
    """
    odds = {
        kind: [_log_odds(*post) for post in group if post[0] > 0] for kind, group in posts.items()
    }
    kept = {kind: values for kind, values in odds.items() if len(values) >= FEWEST_POSTS}
    if len(kept) < 2:
        return []
    medians = {kind: median(values) for kind, values in kept.items()}
    spread = _spread(kept, medians)
    errors = {kind: pi / 2 * spread**2 / len(values) for kind, values in kept.items()}
    truth = variance_between(medians, errors)
    weights = {kind: 1 / (errors[kind] + truth) for kind in kept}
    middle = sum(weights[kind] * medians[kind] for kind in kept) / sum(weights.values())
    pooling = _Pooling(truth, middle, 1 / sum(weights.values()))
    found = [pooling.pool(kind, kept[kind], errors[kind]) for kind in kept]
    return sorted(found, key=lambda one: (-one.pooled, one.kind))


@dataclass(frozen=True)
class _Pooling:
    """How much kinds truly differ (variance), their middle, and that middle's variance."""

    truth: float
    middle: float
    middle_error: float

    def pool(self, kind: str, values: Sequence[float], error: float) -> KindResponse:
        """Draw one kind's median towards the middle."""
        own = median(values)
        trust = self.truth / (self.truth + error)
        pooled = self.middle + trust * (own - self.middle)
        sd = sqrt(trust * error + (1 - trust) ** 2 * self.middle_error)
        half = NormalDist().inv_cdf(0.5 + CONFIDENCE / 2) * sd
        low, high = median_interval(values)
        return KindResponse(
            kind,
            len(values),
            median=_rate(own),
            pooled=_rate(min(max(pooled, low), high)),
            low=_rate(low),
            high=_rate(high),
            stands_out=(pooled - half > self.middle) - (pooled + half < self.middle),
        )


def _log_odds(seen: int, responses: int) -> float:
    """None of them, or all, is taken as half a person more or less, so that it is finite."""
    y = min(responses, seen)
    return log(max(y, 0.5) / max(seen - y, 0.5))


def _rate(log_odds: float) -> float:
    return 1 / (1 + exp(-log_odds))


def _spread(groups: Mapping[str, Sequence[float]], medians: Mapping[str, float]) -> float:
    away = [abs(value - medians[kind]) for kind, values in groups.items() for value in values]
    small_samples = len(away) / (len(away) - 0.8 * len(groups))
    return max(1.4826 * median(away) * small_samples, LEAST_SPREAD)
