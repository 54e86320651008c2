"""Which holidays and other days are coming where the owner is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from socialcoach.core.planning.day_ideas import DayIdea, ideas_for_day
from socialcoach.core.planning.idea import Idea
from socialcoach.core.planning.kept_days import NearDay, near_days
from socialcoach.services.planning.calendar_options import OptionsKeeper
from socialcoach.services.planning.holidays import HolidayDays, Year
from socialcoach.services.strategy.planner import Planner


@dataclass(frozen=True)
class Place:
    """A country (ISO 3166), the rest of a region's code, and the years that matter."""

    country: str
    region: str
    years: tuple[int, int]


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

    def place(self) -> Place:
        """Return where and when holidays count, to be handed to ``load``."""
        year = self._planner.today().year
        country = self._planner.strategy().business.country
        return Place(country, self._options.load().region, (year, year + 1))

    def is_loaded(self) -> bool:
        """Tell whether the public holidays of this and the next year are known."""
        return not self.place().country or None not in self._known()

    def load(self, place: Place) -> None:
        """Work the public holidays out; touches no database, so a worker may do it."""
        for year in place.years:
            self._holidays.of_year(place.country, place.region, year)

    def ahead(self) -> tuple[NearDay, ...]:
        """Return the days that are near, as far as they are known by now; never slow."""
        public: dict[date, tuple[str, ...]] = {}
        for days in self._known():
            public |= days or {}
        return near_days(self._planner.today(), self.place().country, public)

    def ideas(self, day: NearDay) -> tuple[Idea, ...]:
        """Return the ideas for a day, those about this very day first."""
        return ideas_for_day(day, self._bank)

    @cached_property
    def _bank(self) -> tuple[DayIdea, ...]:
        return self._load_bank()

    def _known(self) -> list[Year | None]:
        where = self.place()
        return [self._holidays.known(where.country, where.region, year) for year in where.years]
