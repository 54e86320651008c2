"""Posts and reasons, as an import finds them row by row."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Reason(StrEnum):
    """Why a row was left out."""

    TOTAL = "total"
    NO_DATE = "no_date"
    REPLY = "reply"
    STORY = "story"
    TWICE = "twice"
    CUT_OFF = "cut_off"
    TOO_MANY_CELLS = "too_many_cells"


@dataclass(frozen=True, slots=True)
class ImportedPost:
    """One published post as an export reports it.

    ``row`` counts from 1 as a spreadsheet shows it; ``key`` is what tells it from all others on
    its platform; ``at`` is in UTC, and noon where only the day is known (``time_known`` False);
    ``counts`` follow the order of ``layouts.COUNTS``, None where not reported.
    """

    row: int
    key: str
    permalink: str
    at: datetime
    time_known: bool
    text: str
    counts: tuple[int | None, ...]


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A row that is no post of the owner's feed, and why."""

    row: int
    reason: Reason
