"""The owner's own answers in words: reach, comfort, what they can make, voice and promises."""

from __future__ import annotations

from gettext import gettext as _
from gettext import ngettext

from socialcoach.core.strategy.business import CanMake, Comfort, Reach

HOURS_A_DAY = 24


def reach_name(reach: Reach) -> str:
    """Return where the customers are, as an answer to choose."""
    return {
        Reach.NEARBY: _("Nearby"),
        Reach.ANYWHERE: _("Anywhere"),
        Reach.BUSINESSES: _("Other businesses"),
    }[reach]


def comfort_name(comfort: Comfort) -> str:
    """Return how the owner feels about computers, as an answer to choose."""
    return {
        Comfort.NEW: _("They make me nervous"),
        Comfort.SOME: _("I get by"),
        Comfort.AT_EASE: _("I am at ease"),
    }[comfort]


def can_make_name(skill: CanMake) -> str:
    """Return something the owner can make."""
    return {
        CanMake.SHORT_WORDS: _("A few words"),
        CanMake.LONG_WORDS: _("Longer texts"),
        CanMake.PHOTOS: _("Photos"),
        CanMake.SHORT_VIDEO: _("Short videos"),
        CanMake.LONG_VIDEO: _("Longer videos"),
    }[skill]


def can_make_meaning(skill: CanMake) -> str:
    """Return what that is in daily life."""
    return {
        CanMake.SHORT_WORDS: _("A tip, a question, a thank you."),
        CanMake.LONG_WORDS: _("A story or an explanation of a page."),
        CanMake.PHOTOS: _("Taken with your telephone, as you work."),
        CanMake.SHORT_VIDEO: _("Half a minute, with your telephone."),
        CanMake.LONG_VIDEO: _("A few minutes that show how something is done."),
    }[skill]


def reply_promise(hours: int) -> str:
    """Return how soon the business answers: "within a day"."""
    days, rest = divmod(hours, HOURS_A_DAY)
    if rest or not days:
        return ngettext("within an hour", "within {n} hours", hours).format(n=hours)
    return ngettext("within a day", "within {n} days", days).format(n=days)


def minutes_text(minutes: int) -> str:
    """Return a time: "45 minutes", "1 hour", "1 hour 30 minutes"."""
    hours, rest = divmod(minutes, 60)
    if not hours:
        return ngettext("{n} minute", "{n} minutes", rest).format(n=rest)
    words = ngettext("{n} hour", "{n} hours", hours).format(n=hours)
    if not rest:
        return words
    return _("{hours} {minutes}").format(
        hours=words, minutes=ngettext("{n} minute", "{n} minutes", rest).format(n=rest)
    )


def voice_words() -> tuple[str, ...]:
    """Return words for how a business can sound; owners may always give their own."""
    return (
        _("warm"),
        _("honest"),
        _("cheerful"),
        _("calm"),
        _("down to earth"),
        _("witty"),
        _("helpful"),
        _("curious"),
        _("bold"),
        _("gentle"),
        _("thorough"),
        _("playful"),
        _("straight"),
        _("caring"),
        _("elegant"),
        _("lively"),
        _("patient"),
        _("expert"),
        _("neighbourly"),
        _("creative"),
    )


def promises() -> tuple[str, ...]:
    """Return what customers may expect of a business; owners may always give their own."""
    return (
        _("An honest answer, even if it means no sale"),
        _("We do what we say, when we say it"),
        _("Every question is welcome"),
        _("We put mistakes right"),
        _("We know our regulars by name"),
        _("A price agreed beforehand"),
    )
