"""Are we ready to be recommended? The questions, the answers and what follows from them."""

from __future__ import annotations

from gettext import gettext as _
from gettext import ngettext

from socialcoach.core.relations.readiness import ReadyAnswer, ReadyCode, ReadyFigures
from socialcoach.services.words.owner import reply_promise


def ready_answer(answer: ReadyAnswer) -> str:
    """Return an answer to choose."""
    return {
        ReadyAnswer.YES: _("Yes"),
        ReadyAnswer.ALMOST: _("Almost"),
        ReadyAnswer.NOT_YET: _("Not yet"),
    }[answer]


def ready_sentence(code: ReadyCode) -> str:
    """Return what to say about being ready, kindly."""
    return {
        ReadyCode.PRODUCT_FIRST: _(
            "Put the product right first. A recommendation of something half good costs two names."
        ),
        ReadyCode.ANSWER_FIRST: _(
            "Some people wait longer than you promised. Answer them first: new people will "
            "write, too."
        ),
        ReadyCode.PROMISE_FIRST: _(
            "Promises come first: keep them for two weeks in a row, then ask others to vouch."
        ),
        ReadyCode.THINK_OF_THEM: _(
            "One question is open: what could they gain? Without an answer a letter only asks."
        ),
        ReadyCode.LOOK_AGAIN: _("You answered this a while ago. Is it all still true?"),
        ReadyCode.READY: _("You are ready. Give first, and take your time."),
    }[code]


def why_ready() -> str:
    """Return why the app asks."""
    return _(
        "A good product and kept promises make trust. Whoever recommends you lends you theirs. "
        "These answers only guide you. They stop nothing."
    )


def figures_sentence(figures: ReadyFigures) -> str:
    """Return the owner's own figures about answering; nothing where there are none."""
    told = []
    if figures.waiting:
        told.append(
            ngettext(
                "{n} person is waiting for an answer.",
                "{n} people are waiting for an answer.",
                figures.waiting,
            ).format(n=figures.waiting)
        )
    if figures.late:
        told.append(
            ngettext(
                "{n} has waited longer than you promised.",
                "{n} have waited longer than you promised.",
                figures.late,
            ).format(n=figures.late)
        )
    if figures.wrote:
        told.append(
            _("Of the last {wrote} who wrote, {n} had an answer {promise}.").format(
                wrote=figures.wrote,
                n=figures.in_time,
                promise=reply_promise(figures.promised_hours),
            )
        )
    return " ".join(told)
