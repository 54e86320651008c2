"""What My plan says of how it is kept: plainly, and without blame."""

from __future__ import annotations

from datetime import date, timedelta
from gettext import gettext as _
from gettext import ngettext

from socialcoach.core.progress.answering import Answering
from socialcoach.core.strategy.review import REVISION_DAYS, GoalReview, ReviewVerdict
from socialcoach.core.strategy.voice import Heard, Slip
from socialcoach.services.words.choosing import join_words
from socialcoach.services.words.figures import month_and_year
from socialcoach.services.words.moments import short_day
from socialcoach.services.words.numbers import number
from socialcoach.services.words.progress import answering_sentence


def promise_sentence(answered: Answering | None, promise: str) -> str:
    """Say how the promise to answer was kept over three months."""
    if answered is None:
        return _("Nobody who wrote is noted yet, so there is nothing to say about answers.")
    said = answering_sentence(answered, promise)
    return _("{sentence} That is over three months.").format(sentence=said)


def slip_sentence(heard: Heard) -> str:
    """Say where a draft misses the voice."""
    return {
        Slip.NEVER_WORD: _("It says “{word}”, a word you chose not to use."),
        Slip.LOUD: _("It sounds louder than “{word}”."),
        Slip.PUSHES: _("It pushes more than “{word}” would."),
        Slip.LONG_SENTENCES: _("A sentence is too long to sound “{word}”."),
    }[heard.slip].format(word=heard.word)


def voice_sentence(told: tuple[str, ...], voice: tuple[str, ...], drafts: int) -> str:
    """Say what was looked for in the drafts, and what only people can judge."""
    said = _("Your drafts keep to your words.") if not drafts else ""
    untold = [word for word in voice if word not in told]
    if untold:
        only = _("Whether your drafts sound {words} is for you to judge.")
        said = f"{said} {only.format(words=join_words(untold))}"
    return said.strip()


def answered_signal(answered: Answering | None) -> str:
    """Return the share of people who were answered at all."""
    if answered is None:
        return _("not known yet")
    done = answered.wrote - answered.waiting
    return _("{n} of {all} people").format(n=number(done), all=number(answered.wrote))


def grown_signal(came: int | None, bought: int) -> str:
    """Return how many followers came by themselves, bought ones named apart."""
    if came is None:
        return _("not known yet")
    words = ngettext("{n} came by themselves", "{n} came by themselves", came)
    said = words.format(n=number(came))
    if not bought:
        return said
    return _("{said}; {n} were bought").format(said=said, n=number(bought))


def customers_signal(count: int) -> str:
    """Return how many new customers said where they found the business."""
    return ngettext("{n} new customer", "{n} new customers", count).format(n=number(count))


def review_question(month: str) -> str:
    """Ask about the goal after a month."""
    return _("How did {month} go?").format(month=month_and_year(month))


def review_line(review: GoalReview) -> str:
    """Return what the owner said of a month."""
    verdict = {
        ReviewVerdict.KEEP: _("goal kept"),
        ReviewVerdict.CHANGE: _("goal changed"),
    }[review.verdict]
    said = _("{month}: {verdict}").format(month=month_and_year(review.month), verdict=verdict)
    return f"{said}. “{review.note}”" if review.note else f"{said}."


def look_sentence(last: date, today: date, *, is_due: bool) -> str:
    """Say when the plan was last gone through and when to do it again."""
    day = short_day(last, today)
    if is_due:
        return _("You last went through it on {day}. Is it still yours?").format(day=day)
    coming = short_day(last + timedelta(days=REVISION_DAYS), today)
    return _("You last went through it on {day}. The next look is worth it from {next} on.").format(
        day=day, next=coming
    )
