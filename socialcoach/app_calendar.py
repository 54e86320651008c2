"""Wires the calendar; called once from ``build_services``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from socialcoach.core.planning.platform_facts import PlatformFacts
from socialcoach.paths import resource_dir
from socialcoach.services.clock import Clock
from socialcoach.services.meter.feed import Feed
from socialcoach.services.planning.calendar_bundle import CalendarServices
from socialcoach.services.planning.calendar_file import CalendarFile
from socialcoach.services.planning.calendar_options import OptionsKeeper
from socialcoach.services.planning.holidays import HolidayDays
from socialcoach.services.planning.inspiration import Inspiration
from socialcoach.services.planning.pacing import Pacing
from socialcoach.services.planning.planning_ahead import PlanningAhead
from socialcoach.services.planning.planning_zone import PlanningZone
from socialcoach.services.planning.reminders import Reminders
from socialcoach.services.progress.effort_log import EffortLog
from socialcoach.services.strategy.planner import Planner
from socialcoach.storage.bundled.ideas import load_ideas_for
from socialcoach.storage.settings import SettingStore

if TYPE_CHECKING:
    from sqlite_utils import Database


@dataclass(frozen=True)
class CalendarParts:
    """The other use cases that the calendar stands on."""

    planner: Planner
    clock: Clock
    feed: Feed
    inspiration: Inspiration
    effort: EffortLog
    platforms: Mapping[str, PlatformFacts]


def build_calendar(database: Database, parts: CalendarParts) -> CalendarServices:
    """Return the calendar's use cases over one connection."""
    planner, clock = parts.planner, parts.clock
    planning = PlanningAhead(database, planner, clock)
    ideas_for = partial(load_ideas_for, resource_dir())
    pacing = Pacing(planner, planning, parts.feed, parts.inspiration, parts.effort, ideas_for)
    options = OptionsKeeper(SettingStore(database))
    return CalendarServices(
        planning=planning,
        pacing=pacing,
        zones=PlanningZone(database, planner, clock),
        holidays=HolidayDays(),
        reminders=Reminders(database, planner, clock, options),
        file=CalendarFile(planning, planner, parts.platforms, clock),
        options=options,
    )
