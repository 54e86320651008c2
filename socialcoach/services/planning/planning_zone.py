"""The owner's business moves to another time zone: what becomes of the plan."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from sqlite_utils import Database

from socialcoach.core.planning.calendar_times import with_same_wall_clock
from socialcoach.core.planning.post import PostStatus
from socialcoach.core.planning.publication import Publication
from socialcoach.services.clock import Clock
from socialcoach.services.planning.plan_step import Step
from socialcoach.services.strategy.planner import Planner
from socialcoach.storage.planning.planned import PlannedPosts
from socialcoach.storage.planning.publications import Publications


@dataclass(frozen=True)
class ZoneQuestion:
    """Posts planned by the clocks of ``old`` while the business now lives by ``new``."""

    old: str
    new: str
    rows: tuple[Publication, ...]

    @property
    def post_count(self) -> int:
        """Return how many posts it is about."""
        return len({row.post_id for row in self.rows})


class PlanningZone:
    """Finds plans made by other clocks and carries out what the owner says of them."""

    def __init__(self, database: Database, planner: Planner, clock: Clock) -> None:
        self._database = database
        self._planned = PlannedPosts(database)
        self._publications = Publications(database)
        self._planner = planner
        self._clock = clock

    def question(self) -> ZoneQuestion | None:
        """Return what to ask the owner, one old zone at a time; None when there is nothing."""
        here, now = self._planner.zone().key, self._clock.now()
        if self._planned.zones_after(now) <= {here}:
            return None
        rows = [
            row
            for post, row in self._planned.planned_from(now)
            if row.zone and row.zone != here and post.status is not PostStatus.DELETED
        ]
        if not rows:
            return None
        old = rows[0].zone
        return ZoneQuestion(old, here, tuple(row for row in rows if row.zone == old))

    def keep_wall_clock(self, question: ZoneQuestion) -> Step:
        """Let 10 o'clock stay 10 o'clock, by the clocks of the new place."""
        old, new = _zone(question.old), _zone(question.new)
        return self._save(
            question, [with_same_wall_clock(row.at, old, new).at for row in question.rows]
        )

    def keep_moment(self, question: ZoneQuestion) -> Step:
        """Let the posts go out at the same moment, whatever the clocks here say then."""
        return self._save(question, [row.at for row in question.rows])

    def _save(self, question: ZoneQuestion, moments: list[datetime]) -> Step:
        with self._database.atomic():
            for row, at in zip(question.rows, moments, strict=True):
                moved = replace(row, at=at, planned_for=at, zone=question.new)
                self._publications.save(moved)
        return Step(rows_before=question.rows)


def _zone(name: str) -> ZoneInfo:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return ZoneInfo("UTC")
