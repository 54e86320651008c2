"""Numbers, months and durations as owners read them."""

from __future__ import annotations

from gettext import gettext as _
from gettext import ngettext

from socialcoach.core.progress.months import first_day
from socialcoach.services.words.moments import month_names
from socialcoach.services.words.numbers import number

PER = 1_000
"""Rates are said as so many of every thousand."""


def per_thousand(rate: float) -> str:
    """Return a rate from 0 to 1 as so many of 1,000: ``41``, and one decimal below ten: ``3.4``."""
    value = rate * PER
    if value and value < 9.95:
        return f"{value:.1f}"
    return number(round(value))


def range_per_thousand(low: float, high: float) -> str:
    """Return an interval as ``36 to 46``."""
    return _("{low} to {high}").format(low=per_thousand(low), high=per_thousand(high))


def percent(share: float) -> str:
    """Return a share from 0 to 1 in whole percent."""
    return _("{n}%").format(n=round(share * 100))


def month_name(month: str, today_month: str) -> str:
    """Return ``October``, with the year when it is not the year of ``today_month``."""
    first = first_day(month)
    name = month_names()[first.month - 1]
    return name if month[:4] == today_month[:4] else f"{name} {first.year}"


def month_and_year(month: str) -> str:
    """Return ``October 2026``."""
    first = first_day(month)
    return f"{month_names()[first.month - 1]} {first.year}"


def short_month(month: str) -> str:
    """Return ``Oct``, for the foot of a chart."""
    return short_month_names()[first_day(month).month - 1]


def short_month_and_year(month: str) -> str:
    """Return ``Oct 2026``."""
    return f"{short_month(month)} {first_day(month).year}"


def short_month_names() -> tuple[str, ...]:
    """Return the short names of the months, January first."""
    return (
        _("Jan"),
        _("Feb"),
        _("Mar"),
        _("Apr"),
        _("May"),
        _("Jun"),
        _("Jul"),
        _("Aug"),
        _("Sep"),
        _("Oct"),
        _("Nov"),
        _("Dec"),
    )


def duration(minutes: float) -> str:
    """Return a stretch of time: ``45 min``, ``6 h 20 min``, ``2 h``."""
    hours, rest = divmod(round(minutes), 60)
    if not hours:
        return _("{n} min").format(n=rest)
    if not rest:
        return _("{n} h").format(n=hours)
    return _("{hours} h {minutes} min").format(hours=hours, minutes=rest)


def waiting_time(hours: float) -> str:
    """Return how long somebody waited, no finer than is useful: ``3 hours``, ``2 days``."""
    if hours < 1:
        minutes = max(round(hours * 60), 1)
        return ngettext("{n} minute", "{n} minutes", minutes).format(n=minutes)
    if hours < 48:
        whole = round(hours)
        return ngettext("{n} hour", "{n} hours", whole).format(n=whole)
    days = round(hours / 24)
    return ngettext("{n} day", "{n} days", days).format(n=days)
