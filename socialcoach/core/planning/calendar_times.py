"""Wall clocks and moments: what "Sunday at 02:30" is where the business is.

Moments are kept in UTC. On the two days a year on which clocks change, a time on the wall may not
exist or come twice; both are settled here, by PEP 495's ``fold``, and said.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo


class ClockChange(StrEnum):
    """What the clocks do to a time on the wall."""

    NONE = "none"
    SKIPPED = "skipped"
    TWICE = "twice"


@dataclass(frozen=True)
class Placed:
    """A time on the wall as a moment: ``at`` in UTC, ``local`` as it will be shown.

    ``SKIPPED``: there is no such time that day, so ``local`` is as much later as the clocks jump.
    ``TWICE``: it comes twice, and ``at`` is the first of the two.
    """

    at: datetime
    local: datetime
    change: ClockChange = ClockChange.NONE


def placed(day: date, clock: time, zone: ZoneInfo) -> Placed:
    """Return the moment at which the clocks of ``zone`` show ``clock`` on ``day``.

    Raises ``OverflowError`` for a day too near the end of all calendars.
    """
    wanted = datetime.combine(day, clock.replace(tzinfo=None, fold=0), zone)
    at = wanted.astimezone(UTC)
    local = at.astimezone(zone)
    if local.replace(tzinfo=None) != wanted.replace(tzinfo=None):
        return Placed(at, local, ClockChange.SKIPPED)
    second = wanted.replace(fold=1).astimezone(UTC)
    return Placed(at, local, ClockChange.TWICE if second != at else ClockChange.NONE)


def on_another_day(at: datetime, day: date, zone: ZoneInfo) -> Placed:
    """Return the moment with the same time on the wall on another day."""
    return placed(day, at.astimezone(zone).time(), zone)


def with_same_wall_clock(at: datetime, old: ZoneInfo, new: ZoneInfo) -> Placed:
    """Return the moment at which the clocks of ``new`` show what those of ``old`` show at ``at``.

    The owner moves, and "10 in the morning" stays 10 in the morning.
    """
    local = at.astimezone(old)
    return placed(local.date(), local.time(), new)


def span_of_days(first: date, last: date, zone: ZoneInfo) -> tuple[datetime, datetime]:
    """Return the moments at which ``first`` begins and ``last`` is over, in UTC."""
    begin = placed(first, time(0), zone).at
    return begin, placed(last + timedelta(days=1), time(0), zone).at
