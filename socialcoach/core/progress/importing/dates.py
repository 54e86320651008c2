"""When a post went out, as exports write it: many shapes, with and without year or time."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from enum import StrEnum

from socialcoach.core.progress.importing.cells import clean
from socialcoach.core.progress.importing.months import MONTHS, in_english

NOON = time(12)
"""Stands for a time of day the export does not give; the day is then right in every zone."""

_CLOCK = (
    r"(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?(?: ?([AaPp])\.? ?[Mm]\.?)?"
    r"(?: ?(Z|UTC|GMT|[+-]\d{2}:?\d{2}))?"
)
_YEAR_FIRST = re.compile(rf"(\d{{4}})([-/.])(\d{{1,2}})\2(\d{{1,2}})(?:(?:T|,? +){_CLOCK})?")
_YEAR_LAST = re.compile(rf"(\d{{1,2}})([-/.])(\d{{1,2}})\2(\d{{4}}|\d{{2}})(?:,? +{_CLOCK})?")
_STARTS_SHORT = re.compile(r"\s*(\d{1,2})([-/.])(\d{1,2})\2\d{2}")
_CLOCK_AT_END = re.compile(rf"(?:^|[ ,T]){_CLOCK}$")
_WORD_OR_NUMBER = re.compile(r"\d+|[^\W\d_]+")


class DateOrder(StrEnum):
    """Which of the first two numbers of ``03/05/2025`` is the day."""

    DAY_FIRST = "day_first"
    MONTH_FIRST = "month_first"


@dataclass(frozen=True, slots=True)
class Written:
    """A date as a cell writes it; ``year``, ``clock`` and ``zone`` are None where it is silent."""

    year: int | None
    month: int
    day: int
    clock: time | None = None
    zone: tzinfo | None = None

    def on(self, year: int) -> date | None:
        """Return the day in that year, or None when there is no such day."""
        try:
            return date(year, self.month, self.day)
        except ValueError:
            return None


def read_date(cell: str, order: DateOrder) -> Written | None:
    """Return what the cell says, or None when it is no date (in this order of day and month)."""
    text = clean(cell)
    if len(text) > 60:
        return None
    found = _YEAR_LAST.fullmatch(text)
    if found:
        first, second = int(found[1]), int(found[3])
        day, month = (first, second) if order is DateOrder.DAY_FIRST else (second, first)
        year = int(found[4]) + (2000 if len(found[4]) == 2 else 0)
        return _checked(year, month, day, found.groups()[4:])
    found = _YEAR_FIRST.fullmatch(text)
    if found:
        return _checked(int(found[1]), int(found[3]), int(found[4]), found.groups()[4:])
    return _named(text)


def day_and_month(cell: str) -> tuple[int, int, str] | None:
    """Return the first two numbers of a date that ends in its year, and the sign between them."""
    found = _STARTS_SHORT.match(cell)
    return (int(found[1]), int(found[3]), found[2]) if found else None


def to_moment(written: Written, year: int, zone: tzinfo, day_zone: tzinfo) -> datetime | None:
    """Return the moment in UTC, or None for a day that does not exist.

    ``zone`` is where the export's clock stands; a date without a time becomes noon in
    ``day_zone``, the business's own zone.
    """
    day = written.on(year)
    if day is None:
        return None
    if written.clock is None:
        return datetime.combine(day, NOON, day_zone).astimezone(UTC)
    return datetime.combine(day, written.clock, written.zone or zone).astimezone(UTC)


def newest_year(written: Written, today: date) -> int:
    """Return the latest year in which the day is not in the future, for dates without a year."""
    for year in range(today.year, today.year - 9, -1):
        day = written.on(year)
        if day is not None and day <= today:
            return year
    return today.year


def _checked(year: int, month: int, day: int, clock: tuple[str | None, ...]) -> Written | None:
    if not 1990 <= year <= 2100 or not 1 <= month <= 12 or not 1 <= day <= 31:
        return None
    try:
        date(year, month, day)
        return Written(year, month, day, *_clock(clock))
    except ValueError:
        return None


def _clock(parts: tuple[str | None, ...]) -> tuple[time | None, tzinfo | None]:
    hour_text, minute, second, half, zone = parts
    if hour_text is None:
        return None, None
    hour = int(hour_text)
    if half:
        if not 1 <= hour <= 12:
            raise ValueError(hour_text)
        hour = hour % 12 + (12 if half in "pP" else 0)
    return time(hour, int(minute or 0), min(int(second or 0), 59)), _zone(zone)


def _zone(text: str | None) -> tzinfo | None:
    if not text:
        return None
    if text in ("Z", "UTC", "GMT"):
        return UTC
    digits = text[1:].replace(":", "")
    offset = timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
    return timezone(-offset if text[0] == "-" else offset)


def _named(text: str) -> Written | None:
    """Read ``Sep 27, 2024``, ``Tue, Jul 14, 2026``, ``16. Juli``, ``July 16`` or ``9月13日``."""
    text = in_english(text)
    at_end = _CLOCK_AT_END.search(text)
    words = _WORD_OR_NUMBER.findall(text[: at_end.start()] if at_end else text)
    if len(words) > 6:
        return None
    months = [MONTHS[word.casefold()] for word in words if word.casefold() in MONTHS]
    days = [int(word) for word in words if word.isdecimal() and len(word) <= 2]
    years = [int(word) for word in words if word.isdecimal() and len(word) == 4]
    if len(months) != 1 or len(days) != 1 or len(years) > 1:
        return None
    if not years:
        return _without_year(months[0], days[0])
    return _checked(years[0], months[0], days[0], at_end.groups() if at_end else (None,) * 5)


def _without_year(month: int, day: int) -> Written | None:
    written = Written(None, month, day)
    return written if written.on(2024) is not None else None
