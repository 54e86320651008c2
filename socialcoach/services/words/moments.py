"""Moments in everyday words: just now, 3 hours ago, yesterday, 3 May."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from gettext import gettext as _
from gettext import ngettext
from zoneinfo import ZoneInfo

JUST_NOW = timedelta(minutes=1)
AN_HOUR = timedelta(hours=1)


def ago(moment: datetime, now: datetime, zone: ZoneInfo) -> str:
    """Return how long ago ``moment`` was, as the business's calendar sees it.

    Today is told in hours: a time on the clock would need its zone beside it, in lists too narrow
    for that.
    """
    passed = now.astimezone(UTC) - moment.astimezone(UTC)
    if passed < JUST_NOW:
        return _("just now")
    if passed < AN_HOUR:
        minutes = int(passed.total_seconds() // 60)
        return ngettext("{n} minute ago", "{n} minutes ago", minutes).format(n=minutes)
    day, today = moment.astimezone(zone).date(), now.astimezone(zone).date()
    if day == today:
        hours = passed // AN_HOUR
        return ngettext("{n} hour ago", "{n} hours ago", hours).format(n=hours)
    if day == today - timedelta(days=1):
        return _("yesterday")
    return short_day(day, today)


def short_day(day: date, today: date) -> str:
    """Return a day as ``3 May``, with the year when it is not this one."""
    words = _("{day} {month}").format(day=day.day, month=month_names()[day.month - 1])
    return words if day.year == today.year else f"{words} {day.year}"


def month_names() -> tuple[str, ...]:
    """Return the names of the months, January first."""
    return (
        _("January"),
        _("February"),
        _("March"),
        _("April"),
        _("May"),
        _("June"),
        _("July"),
        _("August"),
        _("September"),
        _("October"),
        _("November"),
        _("December"),
    )


def weekday_names() -> tuple[str, ...]:
    """Return the names of the days, Monday first."""
    return (
        _("Monday"),
        _("Tuesday"),
        _("Wednesday"),
        _("Thursday"),
        _("Friday"),
        _("Saturday"),
        _("Sunday"),
    )
