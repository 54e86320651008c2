"""One post of the calendar up close: what it is, when, where, and what can be done with it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from gettext import gettext as _

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from socialcoach.core.planning.calendar_entry import Entry
from socialcoach.core.planning.calendar_status import EntryStatus
from socialcoach.core.text import shorten
from socialcoach.services.words import calendar as words
from socialcoach.ui.context import AppContext
from socialcoach.ui.planning.calendar.when_form import WhenForm
from socialcoach.ui.widgets.boxes import Card, column, row
from socialcoach.ui.widgets.buttons import Button
from socialcoach.ui.widgets.flow import FlowLayout
from socialcoach.ui.widgets.labels import chip, label

NAME_LENGTH = 110
MAIN_OFFERS = 3
"""So many offers are buttons; the rest are quieter."""
TONES = {EntryStatus.MISSED: "leaning", EntryStatus.ASKED: "leaning", EntryStatus.PLANNED: "giving"}


class EntryCard(Card):
    """Emits what the owner wants done with the entry it was made for."""

    open_wanted = Signal(object)
    move_wanted = Signal(tuple, object, object)
    unplan_wanted = Signal(object)
    throw_away_wanted = Signal(object)
    ready_wanted = Signal(object, bool)
    post_wanted = Signal(object)

    def __init__(self, context: AppContext, entry: Entry, today: date) -> None:
        super().__init__(spacing=10)
        self._context, self._entry = context, entry
        self._zone = context.services.planner.zone()
        self._form = WhenForm(context.theme)
        self._today = today
        self._when = self._when_part()
        self._build()

    @property
    def when(self) -> QWidget:
        """Return the form for another day with its button."""
        return self._when

    def still_shows(self, entry: Entry) -> bool:
        """Tell whether a card made anew for this entry would look the same."""
        planner = self._context.services.planner
        shown = (self._entry, self._today, self._zone)
        return shown == (entry, planner.today(), planner.zone())

    def ask_when(self) -> None:
        """Open the small form for another day and time."""
        self._when.show()
        self._form.focus_first()

    def _build(self) -> None:
        entry = self._entry
        platforms = self._context.services.platforms
        tone = "selling" if entry.selling else "giving"
        chips = FlowLayout()
        chips.addWidget(chip(words.status_name(entry.status), TONES.get(entry.status, "")))
        chips.addWidget(chip(words.sells_or_gives(entry), tone))
        when = words.day_and_time(entry.at, self._today, self._zone)
        names = ", ".join(platforms[key].name for key in entry.platforms)
        self.add(
            chips,
            label(shorten(words.entry_name(entry), NAME_LENGTH), "strong"),
            label(when),
            label(names, "soft"),
            label(words.status_meaning(entry.status), "small"),
            self._buttons(),
            self._when,
        )

    def _buttons(self) -> FlowLayout:
        entry, line = self._entry, FlowLayout()
        for place, (text, wanted) in enumerate(self._offers()):
            button = Button(text, wanted, role="" if place < MAIN_OFFERS else "link")
            button.setAccessibleDescription(words.entry_name(entry))
            line.addWidget(button)
        return line

    def _offers(self) -> list[tuple[str, Callable[[], object]]]:
        """Return the words and the deed of each button that makes sense now."""
        entry, status = self._entry, self._entry.status
        offers: list[tuple[str, Callable[[], object]]] = []
        if status in (EntryStatus.MISSED, EntryStatus.PLANNED) and entry.post.is_written:
            offers.append((_("Post now"), lambda: self.post_wanted.emit(entry)))
        if status is EntryStatus.ASKED:
            offers.append((_("Did it go out?"), lambda: self.post_wanted.emit(entry)))
        name = _("Write it") if not entry.post.is_written else _("Open")
        offers.append((name, lambda: self.open_wanted.emit(entry)))
        if entry.is_movable:
            offers.append((_("Move"), self.ask_when))
        if status is EntryStatus.DRAFT and entry.post.is_written:
            offers.append((_("It is ready"), lambda: self.ready_wanted.emit(entry, True)))
        if status is EntryStatus.PLANNED:
            offers.append((_("Still a draft"), lambda: self.ready_wanted.emit(entry, False)))
        if entry.is_movable:
            offers.append((_("Take off the calendar"), lambda: self.unplan_wanted.emit(entry)))
            offers.append((_("Throw away"), lambda: self.throw_away_wanted.emit(entry)))
        return offers

    def _when_part(self) -> QWidget:
        self._form.show_moment(self._entry.at, self._zone, self._today)
        move = Button(_("Move it"), self._move)
        part = QWidget()
        stack = column(label(_("Another day or time"), "strong"), self._form, spacing=6)
        stack.addLayout(row(move))
        part.setLayout(stack)
        part.hide()
        return part

    def _move(self) -> None:
        when = self._form.when
        self.move_wanted.emit(self._entry.key, when.day, when.clock)
