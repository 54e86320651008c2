"""Which days a month, a week and a list show, and which day comes before and after."""

from __future__ import annotations

from datetime import MAXYEAR, MINYEAR, date, timedelta
from enum import StrEnum

DAYS_OF_WEEK = 7
WEEKS_OF_MONTH_VIEW = 6
"""Any month fits into six weeks, and a page that keeps its height is calmer."""

FIRST_YEAR, LAST_YEAR = MINYEAR + 1, MAXYEAR - 1
"""Years that can be shown with their neighbours."""


class View(StrEnum):
    """The three ways to look at the calendar."""

    MONTH = "month"
    WEEK = "week"
    LIST = "list"


def shown_days(view: View, day: date, first_weekday: int) -> tuple[date, ...]:
    """Return the days a view shows around ``day``; ``first_weekday`` is 0 (Monday) to 6.

    A month has six whole weeks; the list has the days of the month alone.
    """
    if view is View.WEEK:
        return _days(week_start(day, first_weekday), DAYS_OF_WEEK)
    first = day.replace(day=1)
    if view is View.MONTH:
        return _days(week_start(first, first_weekday), DAYS_OF_WEEK * WEEKS_OF_MONTH_VIEW)
    return _days(first, (_first_of_next_month(first) - first).days)


def week_start(day: date, first_weekday: int) -> date:
    """Return the first day of the week of ``day``."""
    return day - timedelta(days=(day.weekday() - first_weekday) % DAYS_OF_WEEK)


def stepped(view: View, day: date, steps: int) -> date:
    """Return the day to show after turning ``steps`` pages; it stays within the years there are."""
    if view is View.WEEK:
        return _bounded(day.toordinal() + DAYS_OF_WEEK * steps)
    months = day.year * 12 + day.month - 1 + steps
    year, month = divmod(months, 12)
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return day
    first = date(year, month + 1, 1)
    length = (_first_of_next_month(first) - first).days
    return first.replace(day=min(day.day, length))


def _days(first: date, count: int) -> tuple[date, ...]:
    return tuple(first + timedelta(days=number) for number in range(count))


def _first_of_next_month(first: date) -> date:
    return (first + timedelta(days=31)).replace(day=1)


def _bounded(ordinal: int) -> date:
    earliest, latest = date(FIRST_YEAR, 1, 1), date(LAST_YEAR, 12, 31)
    return date.fromordinal(min(max(ordinal, earliest.toordinal()), latest.toordinal()))
