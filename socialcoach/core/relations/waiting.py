"""How long somebody has waited against the owner's own promise.

Serves the principle that a product plus kept expectations is trust: the measure is what the owner
promised, not what others do.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from enum import StrEnum

SOON_SHARE = 0.25
"""The last quarter of the promised time is when it gets tight."""


class Wait(StrEnum):
    """How a wait stands against the promise."""

    IN_TIME = "in_time"
    SOON = "soon"
    LATE = "late"


def wait_of(wrote_at: datetime, now: datetime, promised_hours: int) -> Wait:
    """Return how somebody's wait stands now.

    Serves the principle that kept expectations are trust: the owner's own promise counts.
    """
    left = wrote_at + timedelta(hours=promised_hours) - now
    if left < timedelta(0):
        return Wait.LATE
    tight = left < timedelta(hours=promised_hours) * SOON_SHARE
    return Wait.SOON if tight else Wait.IN_TIME
