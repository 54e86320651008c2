"""Public holidays by country and the days on which seasons begin.

The library ``holidays`` (MIT) knows them; it is brought in when a calendar first asks, and a year
of a country is worked out once.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from threading import Lock
from typing import Any

Year = Mapping[date, tuple[str, ...]]

WANTED = ("public", "unofficial")
"""Days off, and days people keep without one, such as Mother's Day, where the library has them."""

ENGLISH = ("en_GB", "en_US", "en")
"""SocialCoach speaks English, so holidays do where their names were translated."""

LONGEST_NAME = 60


class HolidayDays:
    """Answers which holidays a year has. Slow the first time, so ask from a worker."""

    def __init__(self) -> None:
        self._years: dict[tuple[str, str, int], Year] = {}
        self._lock = Lock()

    def known(self, country: str, region: str, year: int) -> Year | None:
        """Return a year that was worked out before, None when it was not; never slow."""
        return self._years.get((country, region, year))

    def of_year(self, country: str, region: str, year: int) -> Year:
        """Return the names of each holiday of a year; none for an unknown country or region.

        ``country`` is an ISO 3166 two-letter code, ``region`` the rest of an ISO 3166-2 code.
        """
        key = (country, region, year)
        with self._lock:
            if key not in self._years:
                self._years[key] = _worked_out(country, region, year)
            return self._years[key]

    def regions(self, country: str) -> tuple[tuple[str, str], ...]:
        """Return the code and the name of each part of a country that has holidays of its own."""
        kind = _kind(country)
        if kind is None:
            return ()
        names: dict[str, str] = {}
        for name, code in getattr(kind, "subdivisions_aliases", {}).items():
            names.setdefault(code, name)
        return tuple(sorted(((code, names.get(code, code)) for code in kind.subdivisions), key=_by))


def _by(region: tuple[str, str]) -> str:
    return region[1].casefold()


def _worked_out(country: str, region: str, year: int) -> Year:
    kind = _kind(country)
    if kind is None:
        return {}
    categories = tuple(one for one in WANTED if one in kind.supported_categories)
    language = next((one for one in ENGLISH if one in kind.supported_languages), None)
    found = kind(
        years=year,
        subdiv=region if region in kind.subdivisions else None,
        categories=categories or None,
        language=language,
        expand=False,
    )
    return {day: _names(found.get_list(day)) for day in found}


def _names(names: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name[:LONGEST_NAME] for name in names if name))


def _kind(country: str) -> Any:
    """Return the library's class for a country, None when it does not know it."""
    import holidays

    code = country.strip().upper()
    if code not in holidays.list_supported_countries(include_aliases=True):
        return None
    return getattr(holidays, code, None)
