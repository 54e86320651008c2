"""What is said of the days: holidays and seasons, and where the plan sells too much."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QLocale, QObject
from shiboken6 import isValid

from socialcoach.core.planning.calendar_seasons import season_starting
from socialcoach.core.planning.plan_mix import Crossing
from socialcoach.services.words.calendar import season_name
from socialcoach.services.words.calendar_mix import crossing_mark
from socialcoach.ui.context import AppContext
from socialcoach.ui.planning.calendar.cells import DayNotes


def first_weekday(country: str) -> int:
    """Return the day a week begins with in a country, 0 for Monday; else as on this computer."""
    territory = QLocale.codeToTerritory(country)
    if territory == QLocale.Country.AnyTerritory:
        return int(QLocale.system().firstDayOfWeek().value) - 1
    locale = QLocale(QLocale.Language.AnyLanguage, territory)
    return int(locale.firstDayOfWeek().value) - 1


class NotesOfDays(QObject):
    """Gathers the notes. Years not known yet are worked out in a worker; ``on_more`` tells then.

    It goes with its ``page``, so that nothing is told to a page that is no longer there.
    """

    def __init__(self, context: AppContext, page: QObject, on_more: Callable[[], None]) -> None:
        super().__init__(page)
        self._context = context
        self._on_more = on_more
        self._asked: set[tuple[str, str, int]] = set()

    def of_days(self, days: Sequence[date], crossings: Sequence[Crossing]) -> dict[date, DayNotes]:
        """Return the notes of those days that have any."""
        services = self._context.services
        zone, country = services.planner.zone(), services.planner.strategy().business.country
        marked = {crossing.at.astimezone(zone).date() for crossing in crossings}
        names = {day: self._names(day, country) for day in days}
        return {
            day: DayNotes(names[day], crossing_mark() if day in marked else "")
            for day in days
            if names[day] or day in marked
        }

    def _names(self, day: date, country: str) -> tuple[str, ...]:
        calendar = self._context.services.calendar
        options = calendar.options.load()
        if not options.holidays or not country:
            return ()
        season = season_starting(day, country)
        begins = (season_name(season),) if season is not None else ()
        year = calendar.holidays.known(country, options.region, day.year)
        if year is None:
            self._ask(country, options.region, day.year)
            return begins
        return (*year.get(day, ()), *begins)

    def _ask(self, country: str, region: str, year: int) -> None:
        key = (country, region, year)
        if key in self._asked:
            return
        self._asked.add(key)
        holidays = self._context.services.calendar.holidays
        self._context.tasks.run(lambda: holidays.of_year(*key), lambda _year: self._tell())

    def _tell(self) -> None:
        if isValid(self):
            self._on_more()
