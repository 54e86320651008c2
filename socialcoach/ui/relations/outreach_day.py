"""A day ahead: none, soon, or any day; quicker than a calendar and with one behind it."""

from __future__ import annotations

from datetime import date, timedelta
from gettext import gettext as _

from PySide6.QtCore import QDate, QSignalBlocker, Signal
from PySide6.QtWidgets import QDateEdit, QWidget

from socialcoach.ui.relations.outreach_models import day_words
from socialcoach.ui.theme.theme import Theme
from socialcoach.ui.widgets.boxes import column
from socialcoach.ui.widgets.combo import Combo

AHEAD = (0, 1, 3, 7, 14, 30, 90)
"""Days ahead on offer."""

ANOTHER = "another"


class DayAhead(QWidget):
    """Emits ``chosen`` when the owner chose; ``day`` is None for no day."""

    chosen = Signal()

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._today = date.min
        self._combo, self._edit = Combo(theme), QDateEdit()
        self._combo.setAccessibleName(name)
        self._edit.setAccessibleName(_("{name}, another day").format(name=name))
        self._edit.setCalendarPopup(True)
        self._edit.hide()
        self.setLayout(column(self._combo, self._edit, spacing=8))
        self.setFocusProxy(self._combo)
        self._combo.activated.connect(self._on_chosen)
        self._edit.dateChanged.connect(lambda _day: self.chosen.emit())

    @property
    def day(self) -> date | None:
        """Return the chosen day."""
        picked = self._combo.currentData()
        if picked == ANOTHER:
            shown = self._edit.date()
            return date(shown.year(), shown.month(), shown.day())
        return picked if isinstance(picked, date) else None

    def show_day(self, day: date | None, today: date) -> None:
        """Offer days from today on and show this one."""
        if (day, today) == (self.day, self._today):
            return
        self._today = today
        days = {today + timedelta(days=ahead) for ahead in AHEAD} | ({day} if day else set())
        self._combo.clear()
        self._combo.addItem(_("No day"), None)
        for one in sorted(days):
            self._combo.addItem(_words(one, today), one)
        self._combo.addItem(_("Another day…"), ANOTHER)
        place = next((n for n in range(self._combo.count()) if self._combo.itemData(n) == day), 0)
        self._combo.setCurrentIndex(place)
        self._edit.hide()

    def _on_chosen(self) -> None:
        another = self._combo.currentData() == ANOTHER
        if another:
            with QSignalBlocker(self._edit):
                start = self._today + timedelta(days=21)
                self._edit.setDate(QDate(start.year, start.month, start.day))
        self._edit.setVisible(another)
        if another:
            self._edit.setFocus()
        self.chosen.emit()


def _words(day: date, today: date) -> str:
    weeks, rest = divmod((day - today).days, 7)
    if not rest and weeks == 1:
        return _("In a week")
    if not rest and weeks == 2:
        return _("In two weeks")
    return day_words(day, today)
