"""Minutes that were spent on one platform on one day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

WHILE_WRITING = "writing"
"""What minutes are called that were measured while a draft was open."""

NOTED = "noted"
"""What minutes are called that the owner noted."""


@dataclass(frozen=True)
class MinutesNote:
    """All minutes of one day on one platform; those measured while writing are a note apart."""

    day: date
    platform: str
    was_measured: bool
    minutes: int
