"""What may come of it, in words that promise nothing."""

from __future__ import annotations

from gettext import gettext as _
from gettext import ngettext

from socialcoach.core.progress.expectations import Expectation, Figure, Origin, Range
from socialcoach.services.words.numbers import number


def expectation_sentence(found: Expectation) -> str:
    """Say how many customers may come, as a range."""
    few = found.customers
    if few.high == 0:
        words = ngettext(
            "In {months} month probably no new customer.",
            "In {months} months probably no new customer.",
            found.months,
        )
        return words.format(months=found.months)
    words = ngettext(
        "In {months} month perhaps between {low} and {high} new customers, "
        "most likely about {likely}.",
        "In {months} months perhaps between {low} and {high} new customers, "
        "most likely about {likely}.",
        found.months,
    )
    return words.format(
        months=found.months,
        low=_about(few.low),
        high=_about(few.high),
        likely=_about(few.likely),
    )


def expectation_note() -> str:
    """Say what the range is worth."""
    return _(
        "This is no promise. Followers and responses never turn into sales one to one. "
        "Nine of ten tries with these figures end in the range."
    )


def figure_question(figure: Figure) -> str:
    """Return the question for a figure."""
    return {
        Figure.POSTS: _("Posts a month"),
        Figure.SEEN: _("People who see each"),
        Figure.RESPOND: _("Of 1,000 who see it, how many respond?"),
        Figure.VISIT: _("Of 100 who respond, how many visit you?"),
        Figure.BUY: _("Of 100 who visit, how many buy?"),
    }[figure]


def figure_scale(figure: Figure) -> int:
    """Return by how much a figure is multiplied to be shown."""
    return {Figure.RESPOND: 1_000, Figure.VISIT: 100, Figure.BUY: 100}.get(figure, 1)


def origin_words(origin: Origin) -> str:
    """Say where a figure comes from."""
    return {
        Origin.OWN: _("From your own posts."),
        Origin.GUESS: _("A guess of ours. Please overwrite it."),
        Origin.TYPED: _("You typed this in."),
    }[origin]


def stage_lines(found: Expectation) -> list[tuple[str, str]]:
    """Return each step on the way with its range."""
    return [
        (_("Times posts are seen"), range_words(found.seen)),
        (_("Responses"), range_words(found.responses)),
        (_("Visits"), range_words(found.visits)),
        (_("New customers"), range_words(found.customers)),
    ]


def range_words(one: Range) -> str:
    """Return ``1 to 6, about 3``."""
    words = _("{low} to {high}, about {likely}")
    return words.format(low=_about(one.low), high=_about(one.high), likely=_about(one.likely))


def _about(value: int) -> str:
    """Return a number with its first two digits: the others would feign what nobody knows."""
    return number(round(value, 2 - len(str(value))))


def not_a_figure(typed: str) -> str:
    """Say that something typed is no figure."""
    return _("“{typed}” is not a figure that fits here. Write a number such as 8.").format(
        typed=typed
    )
