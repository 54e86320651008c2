"""Ideas in the owner's words: why one is offered, and what can be done with it."""

from __future__ import annotations

from datetime import date
from gettext import gettext as _
from gettext import ngettext

from socialcoach.core.meter import Kind
from socialcoach.core.planning.idea import Idea
from socialcoach.core.planning.idea_reasons import Pick, Why
from socialcoach.core.planning.kept_days import NearDay
from socialcoach.services.words.meter import kind_name
from socialcoach.services.words.planning import idea_minutes


def why_sentence(pick: Pick, today: date) -> str:
    """Return why an idea is offered today."""
    if pick.why is Why.DAY and pick.day is not None:
        return day_sentence(pick.day, today)
    if pick.why is Why.LACKING:
        return _lacking(pick.idea.kind, pick.posts)
    return {
        Why.OWN: _("You wrote this one down."),
        Why.KEPT: _("You kept this one."),
        Why.SEASON: _("It is the season for it."),
        Why.TRADE: _("Made for your trade."),
        Why.ANYBODY: _("It suits any business."),
    }[pick.why]


def day_sentence(near: NearDay, today: date) -> str:
    """Return how near a day is: "Mother’s Day is in 9 days."."""
    days = near.days_from(today)
    if days == 0:
        return _("{day} is today.").format(day=near.name)
    if days == 1:
        return _("{day} is tomorrow.").format(day=near.name)
    return ngettext("{day} is in {n} day.", "{day} is in {n} days.", days).format(
        day=near.name, n=days
    )


def _lacking(kind: Kind, posts: int) -> str:
    patterns = {
        Kind.TIP: _("Your last {n} posts hold no tip."),
        Kind.STORY: _("Your last {n} posts hold no story."),
        Kind.COMMUNITY: _("Your last {n} posts hold nothing about your community."),
        Kind.QUESTION: _("Your last {n} posts hold no question."),
        Kind.FUN: _("Your last {n} posts hold nothing just for fun."),
        Kind.SERVICE: _("Your last {n} posts hold no help."),
        Kind.GIVEAWAY: _("Your last {n} posts hold no giveaway."),
    }
    pattern = patterns.get(kind, _("Your last {n} posts hold nothing like it."))
    return pattern.format(n=posts)


def idea_facts(idea: Idea) -> str:
    """Return what kind of idea it is and how long it takes."""
    return f"{kind_name(idea.kind)} · {idea_minutes(idea.minutes)}"


def ideas_found(count: int) -> str:
    """Return how many ideas are shown."""
    if not count:
        return _("None here.")
    return ngettext("{n} idea", "{n} ideas", count).format(n=count)


def asked_reason(people: int) -> str:
    """Return why a question that several people asked is worth a post."""
    return ngettext(
        "{n} person asked this lately. One post answers them all.",
        "{n} people asked this lately. One post answers them all.",
        people,
    ).format(n=people)
