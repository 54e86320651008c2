"""Which holidays and other days are coming where the owner is."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cached_property

from socialcoach.core.planning.day_ideas import DayIdea, ideas_for_day
from socialcoach.core.planning.idea import Idea
from socialcoach.core.planning.kept_days import NearDay, near_days
from socialcoach.services.planning.calendar_options import OptionsKeeper
from socialcoach.services.planning.holidays import HolidayDays
from socialcoach.services.strategy.planner import Planner


class NearDays:
    """Knows the days ahead. ``load`` is slow the first time and belongs into a worker."""

    def __init__(
        self,
        holidays: HolidayDays,
        options: OptionsKeeper,
        planner: Planner,
        bank: Callable[[], tuple[DayIdea, ...]],
    ) -> None:
        self._holidays = holidays
        self._options = options
        self._planner = planner
        self._load_bank = bank

    def place(self) -> tuple[str, str]:
        """Return the country and the region whose holidays count."""
        return self._planner.strategy().business.country, self._options.load().region

    def is_loaded(self) -> bool:
        """Tell whether the public holidays of this and the next year are known."""
        country, region = self.place()
        years = self._years()
        return not country or all(self._holidays.known(country, region, one) for one in years)

    def load(self, place: tuple[str, str]) -> None:
        """Work the public holidays out; touches no database."""
        for year in self._years():
            self._holidays.of_year(*place, year)

    def ahead(self) -> tuple[NearDay, ...]:
        """Return the days that are near, as far as they are known by now; never slow."""
        country, region = self.place()
        public: dict[date, tuple[str, ...]] = {}
        for year in self._years():
            public |= self._holidays.known(country, region, year) or {}
        return near_days(self._planner.today(), country, public)

    def ideas(self, day: NearDay) -> tuple[Idea, ...]:
        """Return the ideas for a day, those about this very day first."""
        return ideas_for_day(day, self._bank)

    @cached_property
    def _bank(self) -> tuple[DayIdea, ...]:
        return self._load_bank()

    def _years(self) -> tuple[int, int]:
        year = self._planner.today().year
        return year, year + 1
