"""Picking a few ideas for today: varied, in season, for this trade, and not those used lately."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from socialcoach.core.meter.reading import Kind
from socialcoach.core.planning.idea import GENERAL, Idea
from socialcoach.core.planning.idea_reasons import OWN_PREFIX


@dataclass(frozen=True)
class Wish:
    """What ideas are wanted.

    ``today`` decides the season and, so that each day brings others, the order among equals.
    ``trade_first`` is the trade whose ideas come first; ideas of other trades are left out, general
    ones are welcome. ``recent_ids`` were used lately, oldest first; ``kinds_lacking`` are the kinds
    the feed needs; ``platforms`` the chosen ones; ``liked_ids`` the ideas the owner has kept.
    """

    today: date
    trade_first: str = ""
    recent_ids: tuple[str, ...] = ()
    kinds_lacking: tuple[Kind, ...] = ()
    platforms: tuple[str, ...] = ()
    count: int = 3
    liked_ids: frozenset[str] = frozenset()


def pick_ideas(ideas: Sequence[Idea], wish: Wish) -> tuple[Idea, ...]:
    """Return up to ``wish.count`` ideas, the best first.

    Kinds vary as long as there are others. Ideas used lately come only when nothing else is left,
    the longest unused first. The same wish always gives the same ideas.
    """
    usable = [idea for idea in ideas if _is_usable(idea, wish)]
    picked: list[Idea] = []
    while usable and len(picked) < wish.count:
        best = min(usable, key=lambda idea: _order(idea, picked, wish))
        picked.append(best)
        usable.remove(best)
    return tuple(picked)


def _is_usable(idea: Idea, wish: Wish) -> bool:
    fits_trade = idea.trade in (GENERAL, wish.trade_first)
    return fits_trade and idea.is_in_season(wish.today.month) and idea.suits(wish.platforms)


def _order(idea: Idea, picked: Sequence[Idea], wish: Wish) -> tuple[int, int, bool, int, int, str]:
    """Sort key, smaller is better: unused, a new kind, needed, then trade and season, then luck."""
    age = wish.recent_ids.index(idea.id) + 1 if idea.id in wish.recent_ids else 0
    alike = sum(other.kind is idea.kind for other in picked)
    lacking = idea.kind not in wish.kinds_lacking
    liked = idea.id in wish.liked_ids or idea.id.startswith(OWN_PREFIX)
    fit = (idea.trade == wish.trade_first) + bool(idea.months) + liked
    luck = zlib.crc32(f"{wish.today.isoformat()}{idea.id}".encode())
    return age, alike, lacking, -fit, luck, idea.id
