"""A day to come back to a message: tomorrow, next week, or any day."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial
from gettext import gettext as _

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QMenu, QWidget

from socialcoach.services.words.conversations import tomorrow_or
from socialcoach.ui.theme.theme import Theme
from socialcoach.ui.widgets.boxes import row
from socialcoach.ui.widgets.buttons import Button
from socialcoach.ui.widgets.day_field import DayField

AHEAD = (1, 3, 7, 30)
"""Days ahead on offer."""


class FollowUp(QWidget):
    """Emits ``chosen(day)``, a date or None for never."""

    chosen = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._today = date.min
        self._day_chosen: date | None = None
        self._menu = QMenu(self)
        self._button = Button(_("Come back to it"), theme=theme, icon="ph.calendar-blank")
        self._button.setMenu(self._menu)
        self._menu.aboutToShow.connect(self._fill_menu)
        self._day = DayField(theme)
        self._day.setAccessibleName(_("Day to come back to it"))
        self._day.hide()
        self._day.editingFinished.connect(self._on_day)
        self.setLayout(row(self._button, self._day))

    def show_day(self, day: date | None, today: date) -> None:
        """Show the day chosen so far."""
        self._today = today
        self._day.hide()
        words = _("Come back to it")
        if day is not None:
            words = _("Come back {day}").format(day=self._name(day))
        self._button.setText(words)
        self._button.setAccessibleName(words)
        self._day_chosen = day

    def _fill_menu(self) -> None:
        self._menu.clear()
        for ahead in AHEAD:
            later = self._today + timedelta(days=ahead)
            self._menu.addAction(self._name(later), partial(self.chosen.emit, later))
        self._menu.addAction(_("Another day"), self._ask_day)
        never = self._menu.addAction(_("Not any more"), lambda: self.chosen.emit(None))
        never.setEnabled(self._day_chosen is not None)

    def _name(self, day: date) -> str:
        return tomorrow_or(day, self._today)

    def _ask_day(self) -> None:
        first = self._today + timedelta(days=1)
        self._day.blockSignals(True)
        self._day.setMinimumDate(QDate(first.year, first.month, first.day))
        self._day.setDate(self._day.minimumDate().addDays(13))
        self._day.blockSignals(False)
        self._day.show()
        self._day.setFocus()

    def _on_day(self) -> None:
        if self._day.isVisible():
            picked = self._day.date()
            self._day.hide()
            self.chosen.emit(date(picked.year(), picked.month(), picked.day()))
