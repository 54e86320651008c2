"""The goal in one sentence, as it stands on the plan."""

from __future__ import annotations

from datetime import date
from gettext import gettext as _

from socialcoach.core.strategy.goal import Goal
from socialcoach.services.words.moments import short_day


def figure_text(figure: float) -> str:
    """Return a figure without needless decimals."""
    return f"{figure:.0f}" if figure == int(figure) else f"{figure:g}"


def goal_parts(goal: Goal, today: date) -> tuple[str, str]:
    """Return the day and what is wanted, each empty while it is not known."""
    day = short_day(goal.by, today) if goal.by else ""
    target = figure_text(goal.target) if goal.target is not None else ""
    return day, f"{target} {goal.measure}".strip() if goal.measure else ""


def goal_sentence(goal: Goal, today: date, mark: str = "{words}") -> str:
    """Return such as "By 31 March, we want 8 new customers a month" and how it is today.

    ``mark`` wraps the day and the wish, such as ``"<b>{words}</b>"``; the caller has escaped the
    owner's words when the mark is HTML. Empty while there is no measure yet.
    """
    day, wish = goal_parts(goal, today)
    if not wish:
        return ""
    strong_wish = mark.format(words=wish)
    if day:
        pattern = _("By {day}, we want {wish}.")
        sentence = pattern.format(day=mark.format(words=day), wish=strong_wish)
    else:
        sentence = _("We want {wish}.").format(wish=strong_wish)
    if goal.now is not None:
        today_words = _("Today it is about {now}.").format(now=figure_text(goal.now))
        sentence = f"{sentence} {today_words}"
    return sentence
