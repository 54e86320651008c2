"""Calendar months as ``"2026-10"``: the text sorts by time and is the same in every language."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo


def month_of(day: date) -> str:
    """Return the month a day lies in."""
    return f"{day:%Y-%m}"


def first_day(month: str) -> date:
    """Return the first day; raise ``ValueError`` when the text is no month."""
    return date.fromisoformat(f"{month}-01")


def last_day(month: str) -> date:
    """Return the last day of a month."""
    first = first_day(month)
    return first.replace(day=monthrange(first.year, first.month)[1])


def month_after(month: str, steps: int = 1) -> str:
    """Return the month that comes ``steps`` later, or earlier when negative."""
    first = first_day(month)
    year, index = divmod(first.year * 12 + first.month - 1 + steps, 12)
    return f"{year:04d}-{index + 1:02d}"


def months_between(first: str, last: str) -> tuple[str, ...]:
    """Return all months from ``first`` to ``last``, both counted in."""
    found = []
    month = first
    while month <= last:
        found.append(month)
        month = month_after(month)
    return tuple(found)


@dataclass(frozen=True)
class MonthSpan:
    """A month of the business's own calendar: from ``start`` up to but not with ``end``, in UTC."""

    month: str
    start: datetime
    end: datetime


def span_of(month: str, zone: ZoneInfo) -> MonthSpan:
    """Return when a month begins and ends where the business is."""
    return MonthSpan(month, _begin(month, zone), _begin(month_after(month), zone))


def _begin(month: str, zone: ZoneInfo) -> datetime:
    first = first_day(month)
    return datetime(first.year, first.month, first.day, tzinfo=zone).astimezone(UTC)
