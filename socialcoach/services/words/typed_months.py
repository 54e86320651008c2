"""Words for numbers that were typed in by hand."""

from __future__ import annotations

from gettext import gettext as _
from gettext import ngettext

from socialcoach.core.progress.overview import Overview
from socialcoach.core.progress.typed_month import TypedMonth
from socialcoach.services.words.choosing import join_words
from socialcoach.services.words.figures import duration, month_and_year, month_name
from socialcoach.services.words.numbers import number


def typed_note(overview: Overview, platform: str, names: dict[str, str]) -> str:
    """Say which of the shown months were typed in by hand; nothing where none was."""
    pattern = _("{platforms} in {month}")
    said = []
    for month in overview.shown:
        typed = [names.get(key, key) for key in overview.typed_platforms(month, platform)]
        if typed:
            name = month_name(month, overview.today_month)
            said.append(pattern.format(platforms=join_words(typed), month=name))
    if not said:
        return ""
    return _("Typed in by hand: {months}.").format(months="; ".join(said))


def typed_month(typed: TypedMonth, names: dict[str, str]) -> str:
    """Return ``October 2026, Facebook``."""
    name = names.get(typed.platform, typed.platform)
    return _("{month}, {platform}").format(month=month_and_year(typed.month), platform=name)


def typed_numbers(typed: TypedMonth) -> str:
    """Return the numbers that were typed in, the others left out."""
    found = [
        _counted(typed.posts, ngettext("{n} post", "{n} posts", typed.posts or 0)),
        _counted(typed.reached, ngettext("{n} reached", "{n} reached", typed.reached or 0)),
        _counted(typed.responses, ngettext("{n} response", "{n} responses", typed.responses or 0)),
        _counted(
            typed.follows, ngettext("{n} new follower", "{n} new followers", typed.follows or 0)
        ),
        "" if typed.minutes is None else duration(typed.minutes),
    ]
    return ", ".join(filter(None, found))


def _counted(value: int | None, words: str) -> str:
    return "" if value is None else words.format(n=number(value))


def typed_questions() -> dict[str, str]:
    """Return what each of the five numbers is asked with."""
    return {
        "posts": _("Posts"),
        "reached": _("People reached"),
        "responses": _("Responses"),
        "follows": _("New followers"),
        "minutes": _("Minutes"),
    }


def typed_intro() -> str:
    """Say what the numbers are for, and when others come first."""
    return _(
        "For platforms without a file to bring in. Leave open what you do not know. Where posts "
        "have figures of their own, those come first."
    )


def typed_kept(typed: TypedMonth, names: dict[str, str]) -> str:
    """Say that the numbers were kept or, when nothing was typed, taken away."""
    if typed.is_empty:
        return _("Nothing is typed in now for {month}.").format(month=typed_month(typed, names))
    return _("Kept: {month}.").format(month=typed_month(typed, names))


def not_a_count(typed: str) -> str:
    """Say that something typed is no whole number."""
    return _("“{typed}” is not a whole number. Write one such as 120.").format(typed=typed)


def typed_head() -> tuple[str, ...]:
    """Return the heads of the table."""
    return (_("Month"), _("Platform"), *typed_questions().values())


def typed_row(typed: TypedMonth, names: dict[str, str]) -> tuple[str, ...]:
    """Return a month as a row of the table."""
    numbers = (typed.posts, typed.reached, typed.responses, typed.follows, typed.minutes)
    cells = ("" if value is None else str(value) for value in numbers)
    return (typed.month, names.get(typed.platform, typed.platform), *cells)
