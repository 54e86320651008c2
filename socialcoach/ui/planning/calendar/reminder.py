"""Says when a planned post is due: by the system's notice where there is one, else in the window.

One timer is armed for the next moment, a minute away at most, so that a computer that slept and a
clock that was put right are noticed. Nothing is ever sent.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime
from gettext import gettext as _
from math import ceil

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QSystemTrayIcon

from socialcoach.core.changes import Changes
from socialcoach.core.errors import UserError
from socialcoach.core.planning.calendar_entry import Entry
from socialcoach.services.words import calendar as words
from socialcoach.ui.context import AppContext

SHOWN_MS = 10_000
"""How long the system's notice, and our sign that comes with it, stay, in milliseconds."""


class Messages(QObject):
    """The system's notices. The sign beside the clock is there only while one is showing."""

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self._context = context
        self._sign: QSystemTrayIcon | None = None
        self._gone = QTimer(self, singleShot=True, interval=SHOWN_MS)
        self._gone.timeout.connect(self.hide)

    def show_message(self, title: str, text: str) -> bool:
        """Show a notice; False where the system has none."""
        if not QSystemTrayIcon.isSystemTrayAvailable() or not QSystemTrayIcon.supportsMessages():
            return False
        if self._sign is None:
            self._sign = QSystemTrayIcon(self._context.theme.icon("ph.bell", "accent"))
            self._sign.messageClicked.connect(self._show_calendar)
        self._sign.show()
        self._sign.showMessage(title, text, self._context.theme.icon("ph.bell", "accent"), SHOWN_MS)
        self._gone.start()
        return True

    def _show_calendar(self) -> None:
        self._context.hub.go_to("calendar")
        for window in QApplication.topLevelWidgets():
            if window.isVisible():
                window.raise_()
                window.activateWindow()

    def hide(self) -> None:
        """Leave no sign behind."""
        if self._sign is not None:
            self._sign.hide()
            self._sign.deleteLater()
            self._sign = None


class Reminder(QObject):
    """Reminds while the app runs; at the start it says what was due while the app was closed."""

    def __init__(self, context: AppContext, messages: Messages) -> None:
        super().__init__()
        self._context = context
        self._reminders = context.services.calendar.reminders
        self._messages = messages
        self._looked_at: datetime = context.services.clock.now()
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.look)
        context.hub.changed.connect(self._on_changed)

    def start(self) -> None:
        """Say what was due, and begin to watch the clock."""
        missed = self._reminders.missed()
        if missed:
            self._context.hub.notice(
                words.missed_notice(len(missed)),
                _("See them"),
                lambda: self._context.hub.go_to("calendar"),
            )
        self._arm()

    def stop(self) -> None:
        """Watch no longer and leave nothing behind."""
        self._timer.stop()
        self._messages.hide()

    def look(self) -> None:
        """Remind of what has come due since the last look; a new day is told to the pages."""
        try:
            now, before = self._context.services.clock.now(), self._looked_at
            due = self._reminders.due_since(before) if now > before else ()
            self._looked_at = now
            is_new_day = self._day_of(now) != self._day_of(before)
            if due and self._reminders.are_on:
                self._remind(due)
        except UserError:
            return  # the disk is away for the moment; the next look comes in a minute
        finally:
            self._arm()
        if due or is_new_day:
            self._context.hub.tell(Changes.DRAFTS)

    def _day_of(self, moment: datetime) -> date:
        return moment.astimezone(self._context.services.planner.zone()).date()

    def _remind(self, due: Sequence[Entry]) -> None:
        title = words.reminder_title(due)
        text = words.reminders_text(due) if len(due) > 1 else self._text_of(due[0])
        shown = self._messages.show_message(title, text)
        window = QApplication.activeWindow()
        if not shown or window is not None:
            self._context.hub.notice(title, *self._way_to(due))

    def _text_of(self, entry: Entry) -> str:
        planner = self._context.services.planner
        platforms = self._context.services.platforms
        names = tuple(platforms[key].name for key in entry.platforms)
        return words.reminder_text(entry, names, planner.today(), planner.zone())

    def _way_to(self, due: Sequence[Entry]) -> tuple[str, Callable[[], None]]:
        """Return the button that leads to one post, or to the list of several."""
        hub, post = self._context.hub, due[0].post
        if len(due) > 1:
            return _("See them"), lambda: hub.go_to("calendar")
        target = ("hand_over", post.id) if post.is_written else post.id
        return _("Open"), lambda: hub.go_to("write", target)

    def _arm(self) -> None:
        try:
            wait = self._reminders.wait()
        except UserError:
            self._timer.start(SHOWN_MS)
            return
        self._timer.start(max(1, ceil(wait.total_seconds() * 1000)))

    def _on_changed(self, changes: Changes, _origin: object) -> None:
        if changes & Changes.DRAFTS and self._timer.isActive():
            self._arm()
