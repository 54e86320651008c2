"""The day the owner is at: its name, what is said of it, and its posts as a list."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from gettext import gettext as _

from PySide6.QtCore import Signal

from socialcoach.core.planning.calendar_entry import Entry
from socialcoach.core.text import shorten
from socialcoach.services.words import calendar as words
from socialcoach.ui.context import AppContext
from socialcoach.ui.planning.calendar.cells import DayNotes
from socialcoach.ui.widgets.boxes import Card
from socialcoach.ui.widgets.buttons import Button
from socialcoach.ui.widgets.labels import label

NAME_LENGTH = 30


class DayCard(Card):
    """Emits ``entry_picked(key)``."""

    entry_picked = Signal(tuple)

    def __init__(
        self, context: AppContext, day: date, entries: Sequence[Entry], notes: DayNotes
    ) -> None:
        super().__init__(spacing=6)
        self._context = context
        services = context.services
        self._zone, today = services.planner.zone(), services.planner.today()
        self.add(label(words.long_day(day, today), "heading"))
        for name in notes.names:
            self.add(label(name, "soft"))
        if not entries:
            self.add(label(_("Nothing stands here yet."), "soft"))
            return
        self.add(label(words.zone_name(self._zone.key), "small"))
        for entry in entries:
            self.add(self._line(entry))

    def _line(self, entry: Entry) -> Button:
        platforms = self._context.services.platforms
        clock = words.clock_time(entry.at, self._zone)
        name = shorten(words.entry_name(entry), NAME_LENGTH)
        line = Button(f"{clock}  {name}", lambda: self.entry_picked.emit(entry.key), role="link")
        names = tuple(platforms[key].name for key in entry.platforms)
        line.setAccessibleName(words.spoken(entry, names, self._zone))
        return line
