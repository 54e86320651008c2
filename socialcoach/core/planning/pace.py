"""How many posts a week fit into the owner's time; no magic number, only arithmetic.

The minutes per kind are guesses to begin with. The owner's own times replace them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from socialcoach.core.meter.reading import Kind

MINUTES_BY_KIND: Mapping[Kind, int] = MappingProxyType(
    {
        Kind.OFFER: 15,
        Kind.PRODUCT: 20,
        Kind.EVENT: 20,
        Kind.BRAG: 15,
        Kind.TIP: 25,
        Kind.STORY: 30,
        Kind.COMMUNITY: 20,
        Kind.QUESTION: 10,
        Kind.FUN: 15,
        Kind.SERVICE: 15,
        Kind.GIVEAWAY: 40,
        Kind.NEWS: 10,
        Kind.OTHER: 20,
    }
)
"""Minutes to make one post of a kind with a photo: our guess, 2026-11-22."""

MINUTES_TO_ADAPT = 5
"""Minutes to fit a finished post to one more platform: our guess, 2026-11-22."""

TALKING_SHARE = 1 / 3
"""The share of the time kept for answering people: our judgement. Posting is only half of it."""


@dataclass(frozen=True)
class Pace:
    """A week: ``posts``, minutes for one of them, and minutes for making posts and for talking."""

    posts: int
    minutes_per_post: int
    minutes_making: int
    minutes_talking: int


def weekly_pace(
    minutes_per_week: int,
    kinds: Mapping[Kind, int],
    *,
    platforms: int = 1,
    costs: Mapping[Kind, int] = MINUTES_BY_KIND,
) -> Pace:
    """Return the pace that fits into ``minutes_per_week``; never less than one post.

    ``kinds`` says how many posts of each kind the plan has (the proportion counts, not the number);
    none means every kind alike. ``costs`` are minutes per kind, the owner's own where known.
    """
    per_post = minutes_for_a_post(kinds, costs) + MINUTES_TO_ADAPT * max(0, platforms - 1)
    making = minutes_per_week - round(minutes_per_week * TALKING_SHARE)
    posts = max(1, making // per_post)
    return Pace(posts, per_post, making, minutes_per_week - making)


def minutes_for_a_post(kinds: Mapping[Kind, int], costs: Mapping[Kind, int]) -> int:
    """Return the mean minutes for a post in this mixture of kinds, at least one."""
    weights = {kind: times for kind, times in kinds.items() if times > 0}
    weights = weights or dict.fromkeys(Kind, 1)
    total = sum(costs.get(kind, costs[Kind.OTHER]) * times for kind, times in weights.items())
    return max(1, round(total / sum(weights.values())))
