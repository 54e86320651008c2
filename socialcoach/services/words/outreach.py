"""Outreach in the owner's words: stages, kinds, what to offer first, and why somebody is due."""

from __future__ import annotations

from gettext import gettext as _
from gettext import ngettext

from socialcoach.core.relations.outreach_due import Due, DueReason
from socialcoach.core.relations.promoter import (
    Gift,
    Happening,
    Promoter,
    PromoterEvent,
    PromoterKind,
    Stage,
)


def stage_name(stage: Stage) -> str:
    """Return the word for a stage."""
    return {
        Stage.TO_LOOK_UP: _("To look up"),
        Stage.WARMING_UP: _("Getting to know"),
        Stage.OFFERED: _("Offer made"),
        Stage.WORKING_TOGETHER: _("Working together"),
        Stage.RESTING: _("Resting"),
    }[stage]


def stage_meaning(stage: Stage) -> str:
    """Return what a stage means, in one sentence."""
    return {
        Stage.TO_LOOK_UP: _("You heard of them. Find out who they are and whom they reach."),
        Stage.WARMING_UP: _("Read them, answer them, say hello. Ask for nothing."),
        Stage.OFFERED: _("You offered something useful. Now it is their turn."),
        Stage.WORKING_TOGETHER: _("You do things for each other. Keep saying thank you."),
        Stage.RESTING: _("Not now. You can wake it any time."),
    }[stage]


def kind_of_promoter(kind: PromoterKind) -> str:
    """Return the word for what a promoter is."""
    return {
        PromoterKind.BLOGGER: _("Blogger or video maker"),
        PromoterKind.MAGAZINE: _("Paper, radio or magazine"),
        PromoterKind.GROUP: _("Group or club"),
        PromoterKind.PARTNER: _("Business with your customers"),
        PromoterKind.EVENT: _("Event or market"),
        PromoterKind.SCHOOL: _("School or course"),
        PromoterKind.SUPPLIER: _("Supplier"),
        PromoterKind.NEIGHBOUR: _("Neighbour in the street"),
        PromoterKind.OTHER: _("Somebody else"),
    }[kind]


def gift_name(gift: Gift) -> str:
    """Return what can be offered first, as an answer to choose."""
    return {
        Gift.GUEST_ARTICLE: _("An article or photos"),
        Gift.REVIEW: _("Something to try"),
        Gift.SPONSOR: _("Support for a series or team"),
        Gift.HOST: _("Our room or table"),
        Gift.PRIZES: _("Prizes"),
        Gift.EXPERTISE: _("What we know"),
        Gift.LEND_A_HAND: _("A helping hand"),
    }[gift]


def offer_words(promoter: Promoter) -> str:
    """Return what is offered, to stand in a sentence; the owner's own words come first."""
    own = promoter.value_offered.strip().rstrip(".")
    if own:
        return own if own[1:2].isupper() else own[0].lower() + own[1:]
    return ", ".join(gift_name(gift).lower() for gift in promoter.gifts)


def due_sentence(due: Due) -> str:
    """Return why somebody is due, for a tired owner in the evening."""
    if due.why is DueReason.YOUR_DATE:
        return _your_date(due.days)
    patterns = {
        DueReason.ASK_ONCE: ngettext(
            "You offered something {n} day ago. One kind reminder is fine, then let it rest.",
            "You offered something {n} days ago. One kind reminder is fine, then let it rest.",
            due.days,
        ),
        DueReason.SAY_THANKS: ngettext(
            "You last spoke {n} day ago. A thank you keeps it warm.",
            "You last spoke {n} days ago. A thank you keeps it warm.",
            due.days,
        ),
        DueReason.KEEP_WARM: ngettext(
            "You last spoke {n} day ago. Say something kind about their work.",
            "You last spoke {n} days ago. Say something kind about their work.",
            due.days,
        ),
        DueReason.LET_REST: ngettext(
            "No answer for {n} day. It is kinder to let it rest now.",
            "No answer for {n} days. It is kinder to let it rest now.",
            due.days,
        ),
    }
    return patterns[due.why].format(n=due.days)


def _your_date(days: int) -> str:
    if not days:
        return _("You wanted to do this today.")
    return ngettext(
        "You wanted to do this yesterday.", "You wanted to do this {n} days ago.", days
    ).format(n=days)


def sent_us(visits: int, customers: int) -> str:
    """Return what a promoter's word brought: "9 visits, 3 customers"; nothing for nothing."""
    parts = []
    if visits:
        parts.append(ngettext("{n} visit", "{n} visits", visits).format(n=visits))
    if customers:
        parts.append(ngettext("{n} customer", "{n} customers", customers).format(n=customers))
    return ", ".join(parts)


def sent_us_short(visits: int, customers: int) -> str:
    """Return the most telling count alone, for a small place: customers, else visits."""
    return sent_us(0, customers) or sent_us(visits, 0)


def event_words(event: PromoterEvent) -> str:
    """Return a line of the history."""
    if event.what is Happening.STAGE:
        stage = stage_name(Stage(event.words)) if event.words in list(Stage) else event.words
        return _("Moved to “{stage}”").format(stage=stage)
    told = {
        Happening.CONTACT: _("Got in touch"),
        Happening.LETTER: _("Sent a letter"),
        Happening.VISIT: _("A visit thanks to them"),
        Happening.CUSTOMER: _("A customer thanks to them"),
        Happening.STOP: _("Do not contact any more"),
    }[event.what]
    return f"{told}: {event.words}" if event.words else told


def do_not_contact_meaning() -> str:
    """Return what the final word means."""
    return _(
        "This is final. There will be no letters to them and no suggestions. "
        "The card stays, so that nobody writes to them by mistake. You can still delete it."
    )


def why_offer_first() -> str:
    """Return why the owner should give first."""
    return _(
        "People with readers are asked for favours all day. Whoever brings something useful "
        "for their readers is welcome."
    )


def error_sentences() -> dict[str, str]:
    """Return the sentence for each error of this topic."""
    return {
        "outreach.gone": _("This card is no longer there. It may have been deleted."),
        "outreach.nameless": _("Give the card a name first, even a short one."),
        "outreach.do_not_contact": _("{name} asked not to be contacted. That stays so."),
        "listening.gone": _("This note is no longer there. It may have been deleted."),
        "listening.empty": _("Write a few words about what was said first."),
    }
