"""People who can recommend the business."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Stage(StrEnum):
    """How far the acquaintance with a promoter has come."""

    TO_LOOK_UP = "to look up"
    WARMING_UP = "warming up"
    OFFERED = "offered"
    WORKING_TOGETHER = "working together"
    RESTING = "resting"


@dataclass(frozen=True)
class Promoter:
    """A person or place that can recommend the business, and what it offers them first."""

    id: int
    name: str
    who_follows: str
    value_offered: str
    stage: Stage
    next_step: str
    last_contact_at: datetime | None = None
    result: str = ""
    do_not_contact: bool = False
