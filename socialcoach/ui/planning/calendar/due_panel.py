"""Posts whose time has passed: nothing was sent, the owner decides about each."""

from __future__ import annotations

from collections.abc import Sequence
from gettext import gettext as _

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from socialcoach.core.planning.calendar_entry import Entry
from socialcoach.core.text import shorten
from socialcoach.services.words import calendar as words
from socialcoach.ui.context import AppContext
from socialcoach.ui.planning.calendar.flowing_line import FlowingLine
from socialcoach.ui.widgets.boxes import Card, clear, column, row
from socialcoach.ui.widgets.buttons import Button
from socialcoach.ui.widgets.labels import label

NAME_LENGTH = 60
MOST_SHOWN = 3
"""A longer list would be a reproach; the rest follows as these are settled."""


class DuePanel(Card):
    """Emits ``post_wanted``, ``move_wanted`` and ``leave_wanted``, each with the entry."""

    post_wanted = Signal(object)
    move_wanted = Signal(object)
    leave_wanted = Signal(object)

    def __init__(self, context: AppContext) -> None:
        super().__init__("note", spacing=8)
        self._context = context
        self._heading = label("", "heading")
        self._lines = column(spacing=12)
        calm = label(_("Nothing was sent. You decide about each."), "soft")
        self.add(self._heading, calm, self._lines)
        self.hide()

    def refresh(self) -> None:
        """Show what is due now; nothing when all is settled."""
        reminders = self._context.services.calendar.reminders
        entries = reminders.missed()
        was_closed = all(entry.at <= reminders.opened_at for entry in entries)
        self._heading.setText(
            _("These were due while the app was closed") if was_closed else _("These are due")
        )
        self._show(entries)
        self.setVisible(bool(entries))

    def _show(self, entries: Sequence[Entry]) -> None:
        clear(self._lines)
        for entry in entries[-MOST_SHOWN:]:
            line = FlowingLine(self._context.theme, self._said(entry), self._buttons(entry))
            self._lines.addWidget(line)

    def _said(self, entry: Entry) -> QWidget:
        services = self._context.services
        zone, today = services.planner.zone(), services.planner.today()
        names = ", ".join(services.platforms[key].name for key in entry.platforms)
        when = words.day_and_time(entry.at, today, zone)
        said = QWidget()
        said.setLayout(
            column(
                label(shorten(words.entry_name(entry), NAME_LENGTH), "strong"),
                label(_("{when}, {platforms}").format(when=when, platforms=names), "soft"),
                spacing=2,
            )
        )
        return said

    def _buttons(self, entry: Entry) -> QWidget:
        buttons = QWidget()
        line = row()
        is_written = entry.post.is_written
        offers = (
            (_("Post now") if is_written else _("Write it"), self.post_wanted),
            (_("Move to another day"), self.move_wanted),
            (_("Leave it"), self.leave_wanted),
        )
        for text, wanted in offers:
            button = Button(text, lambda wanted=wanted: wanted.emit(entry))  # type: ignore[misc]
            button.setAccessibleName(f"{text}: {words.entry_name(entry)}")
            line.addWidget(button)
        buttons.setLayout(line)
        return buttons
