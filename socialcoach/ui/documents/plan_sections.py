"""The strategy as sections in words: what the plan page, the last step and the document show."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from gettext import gettext as _

from socialcoach.core.planning.pace import weekly_pace
from socialcoach.core.planning.platform_facts import PlatformFacts
from socialcoach.core.strategy.brand import Brand
from socialcoach.core.strategy.business import Business
from socialcoach.core.strategy.goal import Goal
from socialcoach.core.strategy.strategy import FEWEST_PLATFORMS, Strategy
from socialcoach.core.strategy.trade import Trade
from socialcoach.services.bundle import Services
from socialcoach.services.words.bundled import data_text
from socialcoach.services.words.choosing import age_group, join_words
from socialcoach.services.words.goals import goal_sentence
from socialcoach.services.words.listening import evidence_sentence
from socialcoach.services.words.owner import (
    can_make_name,
    minutes_text,
    reach_name,
    reply_promise,
)
from socialcoach.services.words.planning import pace_sentence
from socialcoach.services.words.strategy import aim_name


@dataclass(frozen=True)
class PlanLine:
    """One line: what it is (may be empty) and the owner's answer."""

    name: str
    text: str


@dataclass(frozen=True)
class PlanSection:
    """One part of the plan.

    ``step_id`` is the wizard's step that changes it, empty when there is nothing to change;
    ``open_question`` says what is still missing, empty when the part is complete.
    """

    key: str
    icon: str
    heading: str
    lines: tuple[PlanLine, ...]
    step_id: str = ""
    open_question: str = ""


def plan_sections(strategy: Strategy, services: Services) -> tuple[PlanSection, ...]:
    """Return all parts of the plan in their order."""
    return (
        _who(strategy.business, services.trades),
        _customers(strategy.business),
        _brand(strategy),
        _goal(strategy.goal, services.planner.today()),
        _time(strategy),
        _platforms(strategy, services.platforms, services.relations.listening.counts()),
        _rule(strategy.business),
    )


def is_empty(strategy: Strategy) -> bool:
    """Tell whether the owner has told nothing yet."""
    told = (strategy.business.name, strategy.business.trade, strategy.goal.said)
    return not any((*told, strategy.goal.aim, strategy.platforms, strategy.minutes_per_week))


def _lines(*pairs: tuple[str, str]) -> tuple[PlanLine, ...]:
    return tuple(PlanLine(name, text) for name, text in pairs if text)


def _who(business: Business, trades: Mapping[str, Trade]) -> PlanSection:
    known = trades.get(business.trade)
    trade = data_text(known.name) if known else business.trade
    brand = _("I am the brand: people follow me as a person.") if business.is_brand else ""
    lines = _lines(
        (_("Business"), business.name),
        (_("Owner"), business.owner),
        (_("Trade"), trade),
        (_("Town"), business.town),
        (_("Buy or book at"), business.shop_link),
        ("", brand),
    )
    missing = "" if business.name else _("What is your business called?")
    return PlanSection("who", "ph.storefront", _("Who we are"), lines, "about", missing)


def _customers(business: Business) -> PlanSection:
    ages = join_words([age_group(age) for age in business.customer_ages])
    lines = _lines(
        (_("Our customers"), business.customers),
        (_("Where they are"), reach_name(business.reach)),
        (_("Their ages"), ages),
    )
    missing = "" if business.customers else _("Who are your customers?")
    return PlanSection("customers", "ph.users", _("For whom"), lines, "about", missing)


def _brand(strategy: Strategy) -> PlanSection:
    brand = strategy.brand
    told = any((brand.voice, brand.stands_for, brand.expectations))
    answer = _("An answer {time}").format(time=reply_promise(brand.reply_hours))
    promises = (*brand.expectations, answer) if told else ()
    lines = _lines(
        (_("We sound"), join_words(brand.voice)),
        (_("We stand for"), brand.stands_for),
        (_("People can count on"), "\n".join(promises)),
        (_("Words we never use"), ", ".join(brand.never_words)),
    )
    missing = _brand_question(brand)
    heading = _("What we are like")
    return PlanSection("brand", "ph.heart", heading, lines, "brand", missing)


def _brand_question(brand: Brand) -> str:
    if not brand.voice:
        return _("How do you sound?")
    return "" if brand.expectations else _("What may customers always expect of you?")


def _goal(goal: Goal, today: date) -> PlanSection:
    sentence = goal_sentence(goal, today)
    hope = aim_name(goal.aim) if goal.aim and sentence else ""
    lines = _lines(("", sentence or goal.said), (_("What we hope for"), hope), (_("Why"), goal.why))
    missing = "" if goal.is_complete else _("What shall we count, and until when?")
    return PlanSection("goal", "ph.target", _("What should change"), lines, "goal", missing)


def _time(strategy: Strategy) -> PlanSection:
    minutes = strategy.minutes_per_week
    pace = weekly_pace(minutes, {}, platforms=max(len(strategy.platforms), FEWEST_PLATFORMS))
    makes = " · ".join(can_make_name(skill) for skill in strategy.business.can_make)
    lines = _lines(
        (_("Each week"), minutes_text(minutes) if minutes else ""),
        (_("What fits in"), pace_sentence(pace) if minutes else ""),
        (_("We like to make"), makes),
    )
    missing = "" if minutes else _("How much time a week do you want to give it?")
    return PlanSection("time", "ph.clock", _("Time and pace"), lines, "time", missing)


def _platforms(
    strategy: Strategy, facts: Mapping[str, PlatformFacts], heard: Mapping[str, int]
) -> PlanSection:
    known = [one for one in strategy.platforms if one.key in facts]
    lines = tuple(PlanLine(facts[one.key].name, one.purpose) for one in known)
    names = {key: one.name for key, one in facts.items()}
    lines += _lines((_("Heard so far"), evidence_sentence(heard, names)))
    enough = len(known) >= FEWEST_PLATFORMS
    missing = "" if enough else _("Where will you meet people?")
    heading = _("Where we meet people")
    return PlanSection("platforms", "ph.map-pin", heading, lines, "platforms", missing)


def _rule(business: Business) -> PlanSection:
    if business.is_brand:
        words = _(
            "Talking about ourselves is what people come for. Offers stay rare: "
            "of any ten posts in a row, two may sell, and never two one after the other."
        )
    else:
        words = _(
            "Of any ten posts in a row, two may sell, and never two one after the other. "
            "The others give: a tip, a story, an answer, a thank you. It is a rule of thumb."
        )
    return PlanSection("rule", "ph.scales", _("Our rule of thumb"), _lines(("", words)))
