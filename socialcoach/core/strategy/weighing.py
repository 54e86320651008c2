"""Weighing one platform for a business: small points, each with a reason the owner can read.

The points are a judgement, not a measurement. Surveys of US adults (Pew Research Center) are only
a starting guess that the owner's own numbers replace; in other countries they count half.
"""

from __future__ import annotations

from socialcoach.core.planning.platform_facts import AudienceFacts, PlatformFacts
from socialcoach.core.strategy.advice import Advice, Reason, ReasonCode
from socialcoach.core.strategy.business import Business, CanMake, Reach
from socialcoach.core.strategy.trade import Trade

USUAL_SKILLS = frozenset({CanMake.SHORT_WORDS, CanMake.PHOTOS})
"""What we assume of an owner who has not told what they can make: everyone has a telephone."""

_FEW_PEOPLE = 15
"""Under this percentage of US adults, we say that few people are there."""

_MOST_HEARD = 4
"""Talks heard on a platform that count; more only say the same again."""

_LIGHT_MINUTES = 60
"""A platform that asks for no more than this a week is called light."""


def advise(
    business: Business, minutes_per_week: int, facts: PlatformFacts, trade: Trade, talks: int = 0
) -> Advice:
    """Weigh one platform for a business; ``talks`` are those the owner heard there."""
    reasons = [
        *_heard_reasons(talks),
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


def _heard_reasons(talks: int) -> list[Reason]:
    """Score a point for each talk the owner heard there, up to 4: own ears outweigh surveys.

    Listen first, choose afterwards: people can be met where they talk already.
    """
    points = float(min(talks, _MOST_HEARD))
    return [Reason(ReasonCode.PEOPLE_TALK_HERE, points, talks)] if talks else []


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
