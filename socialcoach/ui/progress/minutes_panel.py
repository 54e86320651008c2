"""Minutes spent outside SocialCoach: noted, timed, and put right."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from gettext import gettext as _

from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from socialcoach.core.progress.minutes_note import NOTED, MinutesNote
from socialcoach.services.words.worth_it import corrected_words, minutes_noted, timer_words
from socialcoach.ui.context import AppContext
from socialcoach.ui.progress.minutes_form import DAYS_BACK, MOST_MINUTES, MinutesForm
from socialcoach.ui.progress.noted_minutes import NotedMinutes
from socialcoach.ui.widgets.boxes import column, row
from socialcoach.ui.widgets.buttons import Button
from socialcoach.ui.widgets.labels import label

NOTES_SHOWN = 8


class MinutesPanel(QWidget):
    """The form, the timer, and what was noted over the last month."""

    def __init__(self, context: AppContext, platforms: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self._context, self._names = context, dict(platforms)
        self._today = context.services.planner.today()
        self._form = MinutesForm(platforms, self._today, context.theme)
        self._form.noted.connect(self._note)
        self._told = label("", "soft")
        self._start = Button(_("Start a timer"), self._start_timer, role="link")
        self._stop = Button(_("Stop the timer"), self._stop_timer)
        self._noted = NotedMinutes(context.theme)
        self._noted.corrected.connect(self._correct)
        timer = row(self._stop, self._start, self._told, spacing=12)
        timer.setStretch(2, 1)
        self.setLayout(column(self._form, timer, self._noted, spacing=16))
        self.setFocusProxy(self._form)
        self._show_timer()
        self._fill()

    def _show_timer(self) -> None:
        running = self._context.services.stopwatch.running
        self._start.setVisible(running is None)
        self._stop.setVisible(running is not None)
        if running is None:
            self._told.setText(_("It counts while you answer people or post elsewhere."))
            return
        platform = self._names.get(running.platform, running.platform)
        zone = self._context.services.planner.zone()
        self._told.setText(timer_words(running, platform, zone))

    def _start_timer(self) -> None:
        self._context.services.stopwatch.start(self._form.platform)
        self._show_timer()
        self._stop.setFocus()

    def _stop_timer(self) -> None:
        running = self._context.services.stopwatch.running
        minutes = self._context.services.stopwatch.stop()
        self._show_timer()
        if running is None:
            return
        self._form.offer(running.platform, minutes if minutes <= MOST_MINUTES else None)
        if minutes <= MOST_MINUTES:
            words = _("Please check the minutes, then press “Note the time”.")
        else:
            words = _("The timer ran for over a day. Please write the minutes yourself.")
        self._told.setText(words)

    def _note(self, platform: str, minutes: int, day: date) -> None:
        effort, hub = self._context.services.effort, self._context.hub
        hub.tell(effort.note_minutes(day, platform, minutes, NOTED))
        words = minutes_noted(minutes, self._names.get(platform, platform))
        hub.notice(words, _("Undo"), lambda: self._take_back(day, platform, minutes))
        self._fill()

    def _take_back(self, day: date, platform: str, minutes: int) -> None:
        effort = self._context.services.effort
        self._context.hub.tell(effort.take_back_minutes(day, platform, minutes))
        self._fill()

    def _correct(self, note: MinutesNote, minutes: int) -> None:
        hub = self._context.hub
        hub.tell(self._context.services.effort.correct(note, minutes))
        platform = self._names.get(note.platform, note.platform)
        hub.notice(corrected_words(minutes, platform), _("Undo"), lambda: self._put_back(note))

    def _put_back(self, note: MinutesNote) -> None:
        self._context.hub.tell(self._context.services.effort.correct(note, note.minutes))
        self._fill()

    def _fill(self) -> None:
        """Show what is noted; the owner may have closed the panel before pressing Undo."""
        if not isValid(self):
            return
        first = self._today - timedelta(days=DAYS_BACK)
        notes = self._context.services.effort.notes(first, self._today)
        self._noted.fill(notes[:NOTES_SHOWN], self._names, self._today)
