"""Why an idea is offered today."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from socialcoach.core.meter.reading import Kind
from socialcoach.core.planning.idea import GENERAL, Idea
from socialcoach.core.planning.kept_days import NearDay

LOOKED_AT = 10
"""Posts in which a kind should be found."""

FEWEST_POSTS = 4
"""With fewer posts out, nothing can be said of what the feed lacks."""

OWN_PREFIX = "own-"
"""The ids of ideas the owner wrote down begin so."""


class Why(StrEnum):
    """The reason that counts most for an idea."""

    DAY = "day"
    OWN = "own"
    KEPT = "kept"
    LACKING = "lacking"
    SEASON = "season"
    TRADE = "trade"
    ANYBODY = "anybody"


@dataclass(frozen=True)
class Pick:
    """An idea with its reason; ``day`` belongs to ``Why.DAY``, ``posts`` to ``Why.LACKING``."""

    idea: Idea
    why: Why
    day: NearDay | None = None
    posts: int = 0


def with_reason(idea: Idea, kept: frozenset[str], lately: Sequence[str]) -> Pick:
    """Return an idea with its reason; ``lately`` are the kinds of the posts out, newest first."""
    posts = list(lately[:LOOKED_AT])
    if idea.id.startswith(OWN_PREFIX):
        return Pick(idea, Why.OWN)
    if idea.id in kept:
        return Pick(idea, Why.KEPT)
    if len(posts) >= FEWEST_POSTS and idea.kind not in posts:
        return Pick(idea, Why.LACKING, posts=len(posts))
    if idea.months:
        return Pick(idea, Why.SEASON)
    return Pick(idea, Why.ANYBODY if idea.trade == GENERAL else Why.TRADE)


def lacking_kinds(kinds: Sequence[Kind], lately: Sequence[str], share: int) -> tuple[Kind, ...]:
    """Return the kinds of which fewer than one in ``share`` posts is."""
    return tuple(kind for kind in kinds if list(lately).count(kind) * share < len(lately))
