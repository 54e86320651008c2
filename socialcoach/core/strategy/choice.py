"""Which two or three platforms suit a business, and why; the others wait.

The score is a plain sum of small points, each with a reason that can be shown to the owner, so
nothing is hidden in it. The points are a judgement, not a measurement; surveys of US adults are
only a starting guess that the owner's own numbers replace.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from socialcoach.core.planning.platform_facts import AudienceFacts, PlatformFacts
from socialcoach.core.strategy.business import Business, CanMake, Reach
from socialcoach.core.strategy.strategy import FEWEST_PLATFORMS, MOST_PLATFORMS
from socialcoach.core.strategy.trade import Trade

USUAL_SKILLS = frozenset({CanMake.SHORT_WORDS, CanMake.PHOTOS})
"""What we assume of an owner who has not told what they can make: everyone has a telephone."""

_FEW_PEOPLE = 15
"""Under this percentage of US adults, we say that few people are there."""

_LIGHT_MINUTES = 60
"""A platform that asks for no more than this a week is called light."""


class ReasonCode(StrEnum):
    """Why a platform is advised or not; the sentences are in ``services.words.strategy``."""

    LOCAL_FIRST = "local_first"
    REACHES_NEARBY = "reaches_nearby"
    REACHES_ANYWHERE = "reaches_anywhere"
    REACHES_BUSINESSES = "reaches_businesses"
    TRADE_IS_THERE = "trade_is_there"
    SHOWS_YOUR_WORK = "shows_your_work"
    SHARES_KNOW_HOW = "shares_know_how"
    KEEPS_REGULARS = "keeps_regulars"
    AGES_ARE_THERE = "ages_are_there"
    MANY_ARE_THERE = "many_are_there"
    YOU_CAN_MAKE_IT = "you_can_make_it"
    LIGHT = "light"
    WIDESPREAD_OUTSIDE_US = "widespread_outside_us"
    MISSES_NEARBY = "misses_nearby"
    MISSES_ANYWHERE = "misses_anywhere"
    MISSES_BUSINESSES = "misses_businesses"
    AGES_ARE_FEW = "ages_are_few"
    FEW_ARE_THERE = "few_are_there"
    NEEDS_VIDEO = "needs_video"
    NEEDS_PHOTOS = "needs_photos"
    NEEDS_LONG_WORDS = "needs_long_words"
    NEEDS_MORE_TIME = "needs_more_time"
    NOT_IN_COUNTRY = "not_in_country"
    TIGHT_TIME = "tight_time"
    US_FIGURES = "us_figures"
    NO_FIGURES = "no_figures"
    ENOUGH_CHOSEN = "enough_chosen"


_BLOCKERS = frozenset(
    {
        ReasonCode.NEEDS_VIDEO,
        ReasonCode.NEEDS_PHOTOS,
        ReasonCode.NEEDS_LONG_WORDS,
        ReasonCode.NEEDS_MORE_TIME,
        ReasonCode.NOT_IN_COUNTRY,
    }
)


@dataclass(frozen=True)
class Reason:
    """One reason and what it adds to the score.

    ``points`` above 0 speak for, below 0 against, 0 is a remark. ``figure`` is what the sentence
    needs: percent of US adults, or minutes a week. ``detail`` names age groups where it matters.
    """

    code: ReasonCode
    points: float = 0.0
    figure: int | None = None
    detail: tuple[str, ...] = ()

    @property
    def blocks(self) -> bool:
        """Tell whether the platform is out of the question for now because of this."""
        return self.code in _BLOCKERS


@dataclass(frozen=True)
class Advice:
    """One platform with its score and the reasons that make the score, strongest first."""

    key: str
    score: float
    reasons: tuple[Reason, ...]
    minutes_low: int
    minutes_high: int

    @property
    def good(self) -> tuple[Reason, ...]:
        """Return the reasons for it."""
        return tuple(reason for reason in self.reasons if reason.points > 0)

    @property
    def bad(self) -> tuple[Reason, ...]:
        """Return the reasons against it."""
        return tuple(reason for reason in self.reasons if reason.points < 0)

    @property
    def remarks(self) -> tuple[Reason, ...]:
        """Return what is neither for nor against it."""
        return tuple(reason for reason in self.reasons if reason.points == 0)

    @property
    def possible(self) -> bool:
        """Tell whether nothing rules it out."""
        return not any(reason.blocks for reason in self.reasons)


@dataclass(frozen=True)
class Recommendation:
    """Two or three platforms to begin with, and the others in the order of their fit."""

    suggested: tuple[Advice, ...]
    leave: tuple[Advice, ...]


def recommend(
    business: Business, minutes_per_week: int, facts: Sequence[PlatformFacts], trade: Trade
) -> Recommendation:
    """Suggest two or three platforms for a business.

    ``minutes_per_week`` is the owner's time; 0 means not answered yet, and then time decides
    nothing. The suggested platforms' least times never add up to more than that; should not even
    two fit in, the two lightest are suggested with the remark to take turns (``TIGHT_TIME``).
    """
    advice = [advise(business, minutes_per_week, platform, trade) for platform in facts]
    first = {platform.key for platform in facts if platform.local_first}
    ranked = sorted(advice, key=lambda one: _rank(one, business, first))
    suggested = _choose(ranked, minutes_per_week)
    taken = {one.key for one in suggested}
    left = tuple(_later(one) for one in ranked if one.key not in taken)
    return Recommendation(suggested, left)


def advise(
    business: Business, minutes_per_week: int, facts: PlatformFacts, trade: Trade
) -> Advice:
    """Weigh one platform for a business."""
    reasons = [
        *_reach_reasons(business, facts),
        *_trade_reasons(facts, trade),
        *_audience_reasons(business, facts),
        *_skill_reasons(business, facts),
        *_time_reasons(minutes_per_week, facts),
        *_country_reasons(business, facts),
    ]
    strongest = tuple(sorted(reasons, key=lambda reason: -abs(reason.points)))
    score = round(sum(reason.points for reason in reasons), 2)
    return Advice(facts.key, score, strongest, facts.fit.minutes_low, facts.fit.minutes_high)


_REACHES = {
    Reach.NEARBY: (ReasonCode.REACHES_NEARBY, ReasonCode.MISSES_NEARBY),
    Reach.ANYWHERE: (ReasonCode.REACHES_ANYWHERE, ReasonCode.MISSES_ANYWHERE),
    Reach.BUSINESSES: (ReasonCode.REACHES_BUSINESSES, ReasonCode.MISSES_BUSINESSES),
}


def _reach_reasons(business: Business, facts: PlatformFacts) -> list[Reason]:
    """Score up to 6 points for reaching the owner's kind of customers, -4 for missing them."""
    grade = {
        Reach.NEARBY: facts.fit.nearby,
        Reach.ANYWHERE: facts.fit.anywhere,
        Reach.BUSINESSES: facts.fit.businesses,
    }[business.reach]
    reaches, misses = _REACHES[business.reach]
    reasons = [Reason(misses, -4.0)] if grade == 0 else []
    if grade == 1:
        reasons.append(Reason(misses, -0.5))
    if grade > 1:
        reasons.append(Reason(reaches, 2.0 * grade))
    if facts.local_first and business.reach is Reach.NEARBY:
        reasons.append(Reason(ReasonCode.LOCAL_FIRST, 4.0))
    return reasons


def _trade_reasons(facts: PlatformFacts, trade: Trade) -> list[Reason]:
    """Score 2 points where the trade is often seen, and up to 2 for each thing both do well."""
    reasons = []
    if trade.key in facts.fit.trades:
        reasons.append(Reason(ReasonCode.TRADE_IS_THERE, 2.0))
    pairs = (
        (ReasonCode.SHOWS_YOUR_WORK, trade.looks, facts.fit.looks),
        (ReasonCode.SHARES_KNOW_HOW, trade.know_how, facts.fit.know_how),
        (ReasonCode.KEEPS_REGULARS, trade.regulars, facts.fit.regulars),
    )
    reasons += [Reason(code, ours * theirs / 2) for code, ours, theirs in pairs if ours * theirs]
    return reasons


def _audience_reasons(business: Business, facts: PlatformFacts) -> list[Reason]:
    """Score up to 3 points for how many of the customers' ages are there, half outside the US."""
    if facts.audience is None:
        return [] if facts.local_first else [Reason(ReasonCode.NO_FIGURES)]
    ages = tuple(age for age in business.customer_ages if age in facts.audience.ages)
    share = _share(facts.audience, ages)
    points = (share - _FEW_PEOPLE) / 25
    at_home = business.country in ("", facts.audience.country)
    weight = 1.0 if at_home else 0.5
    code = _audience_code(share, asked_ages=bool(ages))
    reasons = [Reason(code, round(points * weight, 2), share, ages)]
    return reasons if at_home else [*reasons, Reason(ReasonCode.US_FIGURES)]


def _share(audience: AudienceFacts, ages: tuple[str, ...]) -> int:
    """Return the percentage for these ages (plain mean), or of everyone when none was named."""
    if not ages:
        return audience.everyone
    return round(sum(audience.ages[age] for age in ages) / len(ages))


def _audience_code(share: int, *, asked_ages: bool) -> ReasonCode:
    if share >= _FEW_PEOPLE:
        return ReasonCode.AGES_ARE_THERE if asked_ages else ReasonCode.MANY_ARE_THERE
    return ReasonCode.AGES_ARE_FEW if asked_ages else ReasonCode.FEW_ARE_THERE


def _skill_reasons(business: Business, facts: PlatformFacts) -> list[Reason]:
    """Score 1 or 2 points for what the owner can make; rule out what they cannot."""
    skills = _skills(business)
    if not skills & set(facts.fit.makes):
        return [Reason(_missing(facts), -5.0)]
    shines = skills & set(facts.fit.shines)
    points = 2.0 if shines else 1.0
    return [Reason(ReasonCode.YOU_CAN_MAKE_IT, points)] if business.can_make else []


def _skills(business: Business) -> frozenset[CanMake]:
    """Return what the owner can make; who can make the long form can make the short one."""
    skills = frozenset(business.can_make) or USUAL_SKILLS
    if CanMake.LONG_WORDS in skills:
        skills |= {CanMake.SHORT_WORDS}
    return skills | {CanMake.SHORT_VIDEO} if CanMake.LONG_VIDEO in skills else skills


def _missing(facts: PlatformFacts) -> ReasonCode:
    if CanMake.PHOTOS in facts.fit.makes:
        return ReasonCode.NEEDS_PHOTOS
    if CanMake.SHORT_VIDEO in facts.fit.makes or CanMake.LONG_VIDEO in facts.fit.makes:
        return ReasonCode.NEEDS_VIDEO
    return ReasonCode.NEEDS_LONG_WORDS


def _time_reasons(minutes: int, facts: PlatformFacts) -> list[Reason]:
    """Rule out what needs more time than there is; a light platform gets a point."""
    low, high = facts.fit.minutes_low, facts.fit.minutes_high
    if 0 < minutes < low:
        return [Reason(ReasonCode.NEEDS_MORE_TIME, -5.0, low)]
    return [Reason(ReasonCode.LIGHT, 1.0, high)] if high <= _LIGHT_MINUTES else []


def _country_reasons(business: Business, facts: PlatformFacts) -> list[Reason]:
    """Rule out platforms that are not in the country; weigh what is used more outside the US."""
    country = business.country
    if facts.fit.countries and country and country not in facts.fit.countries:
        return [Reason(ReasonCode.NOT_IN_COUNTRY, -5.0)]
    if facts.fit.outside_us and country not in ("", "US"):
        return [Reason(ReasonCode.WIDESPREAD_OUTSIDE_US, float(facts.fit.outside_us))]
    return []


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
