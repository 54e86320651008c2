"""Wires what looks into all rooms: Today, the lesson of the day, the living plan."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from socialcoach.core.strategy.lesson import Lesson
from socialcoach.services.clock import Clock
from socialcoach.services.meter.reader import MeterReader
from socialcoach.services.progress.months import Months
from socialcoach.services.relations.answer_times import AnswerTimes
from socialcoach.services.strategy.living_plan import LivingPlan
from socialcoach.services.strategy.planner import Planner
from socialcoach.services.teaching import Teaching
from socialcoach.services.today import Rooms, TodayService
from socialcoach.storage.planning.posts import Posts
from socialcoach.storage.planning.publications import Publications
from socialcoach.storage.planning.snoozes import Snoozes
from socialcoach.storage.strategy.plan_history import GoalReviews, PlanLooks

if TYPE_CHECKING:
    from sqlite_utils import Database


@dataclass(frozen=True)
class DayParts:
    """The parts that belong to the day."""

    today: TodayService
    teaching: Teaching


def build_living_plan(
    database: Database, planner: Planner, times: AnswerTimes, clock: Clock
) -> LivingPlan:
    """Build what keeps the plan alive."""
    reviews, looks = GoalReviews(database), PlanLooks(database)
    return LivingPlan(planner, Posts(database), reviews, looks, times, clock)


def build_day(
    database: Database, rooms: Rooms, months: Months, reader: MeterReader, lessons: Sequence[Lesson]
) -> DayParts:
    """Build Today and the lesson of the day over one connection."""
    today = TodayService(rooms, Snoozes(database))
    publications = Publications(database)
    return DayParts(today, Teaching(lessons, rooms, today, publications, months, reader))
