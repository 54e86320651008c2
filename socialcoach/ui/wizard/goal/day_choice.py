"""The day a goal is set for: the end of one of the coming months, which nobody can mistype."""

from __future__ import annotations

import calendar
from datetime import date
from gettext import gettext as _
from gettext import ngettext

from socialcoach.services.words.moments import short_day
from socialcoach.ui.theme.theme import Theme
from socialcoach.ui.widgets.combo import Combo

MONTHS = 12
"""Months ahead on offer."""

USUAL_MONTHS = 4
"""A goal four months away is near enough to feel and far enough to reach: our judgement."""


class DayChoice(Combo):
    """Offers the last days of the coming months; keeps any other day it is given."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._days: list[date] = []

    @property
    def day(self) -> date | None:
        """Return the chosen day."""
        place = self.currentIndex()
        return self._days[place] if 0 <= place < len(self._days) else None

    def show_day(self, day: date | None, today: date) -> None:
        """Offer the months from today on and show a day; None shows the usual one."""
        wanted = day or month_end(today, USUAL_MONTHS)
        days = {month_end(today, months) for months in range(1, MONTHS + 1)} | {wanted}
        self._days = sorted(days)
        self.clear()
        for one in self._days:
            self.addItem(_day_words(one, today))
        self.setCurrentIndex(self._days.index(wanted))


def month_end(today: date, months: int) -> date:
    """Return the last day of the month that is ``months`` after this one."""
    counted = today.year * 12 + today.month - 1 + months
    year, month = counted // 12, counted % 12 + 1
    return date(year, month, calendar.monthrange(year, month)[1])


def _day_words(day: date, today: date) -> str:
    months = (day.year - today.year) * 12 + day.month - today.month
    if months < 1:
        return short_day(day, today)
    ahead = ngettext("in {n} month", "in {n} months", months).format(n=months)
    return _("{day}, {ahead}").format(day=short_day(day, today), ahead=ahead)
