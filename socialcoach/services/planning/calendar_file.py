"""The plan as an .ics file (RFC 5545) that calendars on phones and computers can read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import NAMESPACE_URL, uuid5
from zoneinfo import ZoneInfo

from socialcoach.core.errors import UserError
from socialcoach.core.planning.calendar_entry import Entry
from socialcoach.core.planning.calendar_status import EntryStatus
from socialcoach.core.planning.platform_facts import PlatformFacts
from socialcoach.core.text import shorten
from socialcoach.services.clock import Clock
from socialcoach.services.planning.planning_ahead import PlanningAhead
from socialcoach.services.strategy.planner import Planner
from socialcoach.services.words import calendar as words

if TYPE_CHECKING:
    from icalendar import Alarm, Event

LASTS = timedelta(minutes=15)
"""Calendars draw what lasts no time badly; posting takes a few minutes anyway."""

ALARM_BEFORE = timedelta(minutes=10)
SUMMARY_LENGTH = 60
PRODUCT = "-//SocialCoach//Plan//EN"


class CalendarFile:
    """Writes what is planned from now on."""

    def __init__(
        self,
        planning: PlanningAhead,
        planner: Planner,
        platforms: Mapping[str, PlatformFacts],
        clock: Clock,
    ) -> None:
        self._planning = planning
        self._planner = planner
        self._platforms = platforms
        self._clock = clock

    def write(self, file: Path) -> int:
        """Write the file and return how many posts are in it.

        Raises ``UserError("file.not_written")`` when that cannot be done.
        """
        entries = self._planning.coming()
        try:
            file.write_bytes(self.as_bytes(entries))
        except OSError as error:
            raise UserError("file.not_written", file=str(file)) from error
        return len(entries)

    def as_bytes(self, entries: Sequence[Entry]) -> bytes:
        """Return the file's bytes: UTF-8, lines folded, times in UTC, so no clock can be wrong."""
        from icalendar import Calendar, vText

        calendar = Calendar()
        calendar.add("prodid", PRODUCT)
        calendar.add("version", "2.0")
        calendar.add("calscale", "GREGORIAN")
        calendar.add("method", "PUBLISH")
        name = self._planner.strategy().business.name
        # as text, which the library takes only known properties for: commas must be escaped
        calendar.add("x-wr-calname", vText(words.file_title(name)))
        for entry in entries:
            calendar.add_component(self._event(entry, self._planner.zone()))
        return bytes(calendar.to_ical())

    def _event(self, entry: Entry, zone: ZoneInfo) -> Event:
        from icalendar import Event

        names = tuple(self._platforms[key].name for key in entry.platforms)
        title = shorten(words.entry_name(entry), SUMMARY_LENGTH)
        event = Event()
        event.add("uid", stable_uid(entry))
        event.add("dtstamp", self._clock.now())
        event.add("last-modified", entry.post.updated_at)
        event.add("dtstart", entry.at)
        event.add("dtend", entry.at + LASTS)
        event.add("summary", words.file_summary(title, names))
        event.add("description", words.file_description(entry, names, zone))
        settled = entry.status is EntryStatus.PLANNED
        event.add("status", "CONFIRMED" if settled else "TENTATIVE")
        event.add("transp", "TRANSPARENT")
        event.add_component(_alarm(title))
        return event


def stable_uid(entry: Entry) -> str:
    """Return the same id for the same plan however often it moves, so that no copy is left over.

    The post and its first platform tell it: a post that is planned anew gets new rows.
    """
    made: datetime = entry.post.created_at
    seed = f"socialcoach:{entry.post.id}:{made.isoformat()}:{entry.platforms[0]}"
    return f"{uuid5(NAMESPACE_URL, seed)}@socialcoach"


def _alarm(title: str) -> Alarm:
    from icalendar import Alarm

    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", title)
    alarm.add("trigger", -ALARM_BEFORE)
    return alarm
