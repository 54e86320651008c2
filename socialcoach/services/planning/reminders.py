"""What falls due, what fell due while nobody looked, and when to look again."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from sqlite_utils import Database

from socialcoach.core.changes import Changes
from socialcoach.core.planning.calendar_entry import Entry, entries_of
from socialcoach.services.clock import Clock
from socialcoach.services.planning.calendar_options import OptionsKeeper
from socialcoach.services.strategy.planner import Planner
from socialcoach.storage.planning.planned import PlannedPosts

LONGEST_WAIT = timedelta(minutes=1)
"""The clock is looked at this often, so that sleep and a clock put right are noticed."""


class Reminders:
    """Answers about due posts; it never sends anything.

    ``opened_at`` is when the app was opened, in UTC.
    """

    def __init__(
        self, database: Database, planner: Planner, clock: Clock, options: OptionsKeeper
    ) -> None:
        self._planned = PlannedPosts(database)
        self._planner = planner
        self._clock = clock
        self._options = options
        self.opened_at = clock.now()

    def missed(self) -> tuple[Entry, ...]:
        """Return what was due and did not go out, what the owner left alone not counted."""
        left = set(self._options.load().left_alone)
        return tuple(entry for entry in self._due() if not left.issuperset(entry.key))

    def due_since(self, moment: datetime) -> tuple[Entry, ...]:
        """Return what has come due after ``moment``, until now."""
        return tuple(entry for entry in self._due() if entry.at > moment)

    def wait(self) -> timedelta:
        """Return how long to wait before looking again: until the next post, a minute at most."""
        now = self._clock.now()
        coming = self._planned.next_after(now)
        return LONGEST_WAIT if coming is None else min(coming - now, LONGEST_WAIT)

    def leave(self, entries: Iterable[Entry]) -> Changes:
        """Do not ask about these again. They stay in the calendar as missed."""
        still = {row.id for entry in self._due() for row in entry.publications}
        new = {number for entry in entries for number in entry.key}
        kept = (set(self._options.load().left_alone) & still) | new
        self._options.change(left_alone=tuple(sorted(kept)))
        return Changes.DRAFTS

    def ask_again(self, entries: Iterable[Entry]) -> Changes:
        """Undo ``leave``."""
        gone = {number for entry in entries for number in entry.key}
        kept = set(self._options.load().left_alone) - gone
        self._options.change(left_alone=tuple(sorted(kept)))
        return Changes.DRAFTS

    @property
    def are_on(self) -> bool:
        """Tell whether the owner wants to be reminded."""
        return self._options.load().reminders

    def _due(self) -> tuple[Entry, ...]:
        now = self._clock.now()
        placed = self._planned.planned_until(now + timedelta(microseconds=1000))
        return entries_of(placed, now, self._planner.zone())
