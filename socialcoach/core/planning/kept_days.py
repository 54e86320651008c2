"""Days people keep without a day off, such as Mother's Day; each falls on its own day by country.

Dates: timeanddate.com, "Mother's Day" and "Father's Day" by country (checked 2026-11-22).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

LOOK_AHEAD_DAYS = 21
"""A day this near is worth an idea: time to write it and for people to do something with it."""


@dataclass(frozen=True)
class NearDay:
    """A day that is coming, with the name people know it by."""

    name: str
    day: date

    def days_from(self, today: date) -> int:
        """Return how many days it is away."""
        return (self.day - today).days


def near_days(
    today: date, country: str, public: Mapping[date, tuple[str, ...]]
) -> tuple[NearDay, ...]:
    """Return the days of the next weeks, the nearest first, each name once.

    ``public`` are the public holidays known of this and the next year.
    """
    kept = [*kept_days(today.year, country), *kept_days(today.year + 1, country)]
    found = [*kept, *(NearDay(name, day) for day, names in public.items() for name in names)]
    near = sorted(
        (one for one in found if 0 <= one.days_from(today) <= LOOK_AHEAD_DAYS),
        key=lambda one: (one.day, one.name),
    )
    by_name: dict[str, NearDay] = {}
    for one in near:
        by_name.setdefault(one.name.casefold().replace("’", "'"), one)
    return tuple(by_name.values())


def kept_days(year: int, country: str) -> tuple[NearDay, ...]:
    """Return the days people keep in a country (ISO 3166) in a year; none for no country."""
    if not country:
        return ()
    days = [
        NearDay("Valentine’s Day", date(year, 2, 14)),
        NearDay("Mother’s Day", _mothers_day(year, country)),
        NearDay("Father’s Day", _fathers_day(year, country)),
        NearDay("New Year’s Eve", date(year, 12, 31)),
    ]
    if country in _HALLOWEEN:
        days.append(NearDay("Halloween", date(year, 10, 31)))
    if country in ("GB", "IE"):
        days.append(NearDay("Pancake Day", easter(year) - timedelta(days=47)))
    return tuple(days)


def easter(year: int) -> date:
    """Return Easter Sunday (Gregorian), by the rule of Meeus, Jones and Butcher."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = b // 4, b % 4
    f = (b + 8) // 25
    g = (b - f + 1) // 3
    h = (19 * a + b - d - g + 15) % 30
    i, k = c // 4, c % 4
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)


def _sunday(year: int, month: int, number: int) -> date:
    """Return the first, second ... Sunday of a month; ``number`` -1 means the last."""
    if number == -1:
        after = date(year + month // 12, month % 12 + 1, 1)
        return after - timedelta(days=after.isoweekday() % 7 or 7)
    first = date(year, month, 1)
    return first + timedelta(days=(7 - first.isoweekday()) % 7 + 7 * (number - 1))


def _mothers_day(year: int, country: str) -> date:
    if country in ("GB", "IE"):
        return easter(year) - timedelta(days=21)
    fixed = {"MX": (5, 10), "PL": (5, 26), "AE": (3, 21), "EG": (3, 21), "SA": (3, 21)}
    if country in fixed:
        return date(year, *fixed[country])
    if country == "FR":
        last = _sunday(year, 5, -1)
        return _sunday(year, 6, 1) if last == easter(year) + timedelta(days=49) else last
    number, month = {
        "ES": (1, 5),
        "PT": (1, 5),
        "HU": (1, 5),
        "RO": (1, 5),
        "SE": (-1, 5),
        "NO": (2, 2),
        "AR": (3, 10),
    }.get(country, (2, 5))
    return _sunday(year, month, number)


def _fathers_day(year: int, country: str) -> date:
    if country == "DE":
        return easter(year) + timedelta(days=39)
    fixed = {"ES": (3, 19), "IT": (3, 19), "PT": (3, 19), "DK": (6, 5), "PL": (6, 23)}
    if country in fixed:
        return date(year, *fixed[country])
    number, month = {
        "AU": (1, 9),
        "NZ": (1, 9),
        "BR": (2, 8),
        "AT": (2, 6),
        "BE": (2, 6),
        "SE": (2, 11),
        "NO": (2, 11),
        "FI": (2, 11),
        "IS": (2, 11),
        "EE": (2, 11),
    }.get(country, (3, 6))
    return _sunday(year, month, number)


_HALLOWEEN = frozenset(("GB", "IE", "US", "CA", "AU", "NZ"))
