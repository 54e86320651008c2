"""The use cases of the calendar in one bundle."""

from __future__ import annotations

from dataclasses import dataclass

from socialcoach.services.planning.calendar_file import CalendarFile
from socialcoach.services.planning.calendar_options import OptionsKeeper
from socialcoach.services.planning.holidays import HolidayDays
from socialcoach.services.planning.pacing import Pacing
from socialcoach.services.planning.planning_ahead import PlanningAhead
from socialcoach.services.planning.planning_zone import PlanningZone
from socialcoach.services.planning.reminders import Reminders


@dataclass(frozen=True)
class CalendarServices:
    """What the calendar can do; built by ``app_calendar.py``."""

    planning: PlanningAhead
    pacing: Pacing
    zones: PlanningZone
    holidays: HolidayDays
    reminders: Reminders
    file: CalendarFile
    options: OptionsKeeper
