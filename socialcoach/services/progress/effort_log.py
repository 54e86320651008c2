"""Minutes spent and customers who said where they found the business."""

from __future__ import annotations

from datetime import date, timedelta

from socialcoach.core.changes import Changes
from socialcoach.core.progress.minutes_note import WHILE_WRITING, MinutesNote
from socialcoach.storage.progress.effort import Effort


class EffortLog:
    """Notes effort and what came of it."""

    def __init__(self, effort: Effort) -> None:
        self._effort = effort

    def note_minutes(self, day: date, platform: str, minutes: int, what: str) -> Changes:
        """Note minutes spent; nothing is written for less than one."""
        if minutes < 1:
            return Changes.NOTHING
        self._effort.add_minutes(day, platform, minutes, what)
        return Changes.NUMBERS

    def take_back_minutes(self, day: date, platform: str, minutes: int) -> Changes:
        """Undo ``note_minutes``."""
        self._effort.remove_minutes(day, platform, minutes)
        return Changes.NUMBERS

    def notes(self, first: date, last: date) -> list[MinutesNote]:
        """Return what was noted from ``first`` to ``last``, the latest day first."""
        return self._effort.notes(first, last)

    def correct(self, note: MinutesNote, minutes: int) -> Changes:
        """Put other minutes in a note's place; it is gone when there are none."""
        self._effort.replace(note, minutes)
        return Changes.NUMBERS

    def minutes_this_week(self, today: date) -> int:
        """Return the minutes spent since Monday."""
        return self._effort.minutes_between(today - timedelta(days=today.weekday()), today)

    def minutes_writing(self, first: date, last: date) -> int:
        """Return the minutes that were measured while writing, both days counted in."""
        return self._effort.minutes_of(WHILE_WRITING, first, last)

    def note_found_us(self, day: date, platform: str) -> Changes:
        """Note a new customer who said they found the business through a platform."""
        self._effort.add_found_us(day, platform)
        return Changes.NUMBERS

    def take_back_found_us(self, day: date, platform: str) -> Changes:
        """Undo ``note_found_us``."""
        self._effort.remove_found_us(day, platform)
        return Changes.NUMBERS

    def found_us_by_month(self) -> dict[str, int]:
        """Return the tally by month."""
        return self._effort.found_us_by_month()
