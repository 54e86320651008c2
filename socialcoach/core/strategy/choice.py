"""Which two or three platforms suit a business, and why; the others wait.

The score is a plain sum of small points (see ``weighing``), so that nothing is hidden in it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from socialcoach.core.planning.platform_facts import PlatformFacts
from socialcoach.core.strategy.advice import Advice, Reason, ReasonCode, Recommendation
from socialcoach.core.strategy.business import Business, Reach
from socialcoach.core.strategy.strategy import FEWEST_PLATFORMS, MOST_PLATFORMS
from socialcoach.core.strategy.trade import Trade
from socialcoach.core.strategy.weighing import advise

__all__ = ["Advice", "Reason", "ReasonCode", "Recommendation", "advise", "recommend"]

NOTHING_HEARD: Mapping[str, int] = MappingProxyType({})


def recommend(
    business: Business,
    minutes_per_week: int,
    facts: Sequence[PlatformFacts],
    trade: Trade,
    heard: Mapping[str, int] = NOTHING_HEARD,
) -> Recommendation:
    """Suggest two or three platforms for a business.

    ``minutes_per_week`` is the owner's time; 0 means not answered yet, and then time decides
    nothing. The suggested platforms' least times never add up to more than that; should not even
    two fit in, the two lightest are suggested with the remark to take turns (``TIGHT_TIME``).
    ``heard`` counts the talks the owner noted on each platform.
    """
    advice = [
        advise(business, minutes_per_week, platform, trade, heard.get(platform.key, 0))
        for platform in facts
    ]
    first = {platform.key for platform in facts if platform.local_first}
    ranked = sorted(advice, key=lambda one: _rank(one, business, first))
    suggested = _choose(ranked, minutes_per_week)
    taken = {one.key for one in suggested}
    left = tuple(_later(one) for one in ranked if one.key not in taken)
    return Recommendation(suggested, left)


def _rank(advice: Advice, business: Business, first: set[str]) -> tuple[bool, bool, float, str]:
    """Sort key: local first for local businesses, then what is possible, then the score."""
    leads = advice.possible and business.reach is Reach.NEARBY and advice.key in first
    return (not leads, not advice.possible, -advice.score, advice.key)


def _choose(ranked: Sequence[Advice], minutes: int) -> tuple[Advice, ...]:
    """Take the best that fit into the time; the third only when time is left over."""
    chosen: list[Advice] = []
    for one in ranked:
        if len(chosen) < MOST_PLATFORMS and one.possible and _fits_in(one, chosen, minutes):
            chosen.append(one)
    if len(chosen) >= FEWEST_PLATFORMS:
        return tuple(chosen)
    return _lightest_two(ranked, minutes)


def _fits_in(one: Advice, chosen: Sequence[Advice], minutes: int) -> bool:
    """Tell whether one more fits: the third must leave a third of the time free and fit well."""
    used = sum(other.minutes_low for other in chosen) + one.minutes_low
    if len(chosen) < FEWEST_PLATFORMS:
        return minutes == 0 or used <= minutes
    good_enough = one.score * 2 >= chosen[-1].score and one.score > 0
    return good_enough and (minutes == 0 or used * 3 <= minutes * 2)


def _lightest_two(ranked: Sequence[Advice], minutes: int) -> tuple[Advice, ...]:
    """Return two platforms when time (or skill) is too short for two: the lightest that suit."""
    hard = {ReasonCode.NOT_IN_COUNTRY, ReasonCode.NEEDS_VIDEO}
    open_to_us = [one for one in ranked if not hard & {reason.code for reason in one.reasons}]
    lightest = sorted(open_to_us, key=lambda one: (one.minutes_low, -one.score))
    chosen = sorted(lightest[:FEWEST_PLATFORMS], key=ranked.index)
    return tuple(_without_time_block(one) for one in chosen) if minutes else tuple(chosen)


def _later(advice: Advice) -> Advice:
    """Add to a platform that would do well, too, the remark that two or three are enough."""
    if not advice.possible or advice.score <= 0:
        return advice
    return replace(advice, reasons=(*advice.reasons, Reason(ReasonCode.ENOUGH_CHOSEN)))


def _without_time_block(advice: Advice) -> Advice:
    """Replace "needs more time" by the remark to take turns."""
    kept = tuple(
        reason for reason in advice.reasons if reason.code is not ReasonCode.NEEDS_MORE_TIME
    )
    reasons = (*kept, Reason(ReasonCode.TIGHT_TIME))
    score = round(sum(reason.points for reason in reasons), 2)
    return replace(advice, score=score, reasons=reasons)
