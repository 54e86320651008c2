"""What Progress says of the goal, month by month."""

from __future__ import annotations

from gettext import gettext as _

from socialcoach.core.progress.goal_path import GoalPath, GoalPoint
from socialcoach.services.words.figures import month_name
from socialcoach.services.words.numbers import number


def figure_words(value: float) -> str:
    """Return a figure of the goal; whole ones without a decimal."""
    return number(round(value)) if value == round(value) else f"{value:.1f}"


def goal_path_sentence(path: GoalPath, today_month: str, month: str) -> str:
    """Say whether the chosen month kept the pace that reaches the goal in time."""
    here = next((point for point in path.points if point.month == month), None)
    if here is None or here.count is None:
        return _("Nothing is counted for this month yet.")
    name = month_name(here.month, today_month)
    if here.pace is None:
        words = _("{n} in {month}. The goal is {target} a month.")
        return words.format(n=number(here.count), month=name, target=figure_words(path.target))
    return _judged(here).format(
        n=number(here.count),
        month=name,
        pace=figure_words(round(here.pace, 1)),
        target=figure_words(path.target),
    )


def _judged(here: GoalPoint) -> str:
    if here.pace is not None and here.count is not None and here.count >= here.pace:
        return _("{n} in {month}: on pace. The goal is {target} a month.")
    return _(
        "{n} in {month}; the pace to your goal of {target} a month would be about {pace}. "
        "It is a long game, and one month says little."
    )


def goal_path_note() -> str:
    """Say how to read the chart."""
    return _(
        "Bars: new customers who said they found you online. Dotted: an even pace to your goal."
    )
