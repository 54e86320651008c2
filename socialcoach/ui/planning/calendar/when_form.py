"""A day and a time, with the zone beside them and a word on nights when the clocks change."""

from __future__ import annotations

from datetime import date, datetime, time
from gettext import gettext as _
from zoneinfo import ZoneInfo

from PySide6.QtCore import QDate, QTime, Signal
from PySide6.QtWidgets import QWidget

from socialcoach.core.planning.calendar_times import placed
from socialcoach.services.planning.planning_ahead import When
from socialcoach.services.words import calendar as words
from socialcoach.ui.theme.theme import Theme
from socialcoach.ui.widgets.boxes import column
from socialcoach.ui.widgets.day_field import DayField, TimeField
from socialcoach.ui.widgets.flow import FlowLayout
from socialcoach.ui.widgets.labels import label

LATEST = QDate(2199, 12, 31)


class WhenForm(QWidget):
    """Two fields. Emits ``changed`` when the owner changed one."""

    changed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._zone = ZoneInfo("UTC")
        self._day = DayField(theme)
        self._day.setMaximumDate(LATEST)
        self._day.setAccessibleName(_("Day"))
        self._time = TimeField(theme)
        self._time.setAccessibleName(_("Time"))
        self._zone_name = label("", "soft", wrap=False)
        self._note = label("", "small")
        fields = FlowLayout()
        for field in (self._day, self._time, self._zone_name):
            fields.addWidget(field)
        stack = column(spacing=4)
        stack.addLayout(fields)
        stack.addWidget(self._note)
        self.setLayout(stack)
        self._day.dateChanged.connect(self._on_changed)
        self._time.timeChanged.connect(self._on_changed)

    @property
    def when(self) -> When:
        """Return what stands in the fields."""
        day, clock = self._day.date(), self._time.time()
        return When(date(day.year(), day.month(), day.day()), time(clock.hour(), clock.minute()))

    def show_when(self, when: When, zone: ZoneInfo, today: date) -> None:
        """Show a day and a time; days before ``today`` cannot be chosen."""
        self._zone = zone
        for field in (self._day, self._time):
            field.blockSignals(True)
        self._day.setMinimumDate(QDate(today.year, today.month, today.day))
        self._day.setDate(QDate(when.day.year, when.day.month, when.day.day))
        self._time.setTime(QTime(when.clock.hour, when.clock.minute))
        for field in (self._day, self._time):
            field.blockSignals(False)
        self._show_notes()

    def show_moment(self, moment: datetime, zone: ZoneInfo, today: date) -> None:
        """Show a moment as the clocks of ``zone`` do; what has passed becomes today."""
        local = moment.astimezone(zone)
        self.show_when(When(max(local.date(), today), local.time()), zone, today)

    def focus_first(self) -> None:
        """Put the keyboard on the first field."""
        self._day.setFocus()

    def _on_changed(self) -> None:
        self._show_notes()
        self.changed.emit()

    def _show_notes(self) -> None:
        when = self.when
        at = placed(when.day, when.clock, self._zone)
        self._zone_name.setText(words.zone_name(self._zone.key))
        said = words.clock_sentence(at, self._zone)
        self._note.setText(said)
        self._note.setVisible(bool(said))
