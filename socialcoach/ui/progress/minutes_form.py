"""Noting minutes spent on a platform, for what was done outside SocialCoach."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from gettext import gettext as _

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from socialcoach.ui.progress.day_combo import DayCombo
from socialcoach.ui.theme.theme import Theme
from socialcoach.ui.widgets.boxes import column, row
from socialcoach.ui.widgets.buttons import Button
from socialcoach.ui.widgets.combo import Combo
from socialcoach.ui.widgets.form_rows import asked
from socialcoach.ui.widgets.labels import label

DAYS_BACK = 31
"""How long ago a noted day may lie."""

MOST_MINUTES = 24 * 60


class MinutesForm(QWidget):
    """Signals: ``noted(platform, minutes, day)``."""

    noted = Signal(str, int, object)

    def __init__(self, platforms: Sequence[tuple[str, str]], today: date, theme: Theme) -> None:
        super().__init__()
        self._platform, self._minutes = Combo(theme), QLineEdit()
        self._day = DayCombo(today, DAYS_BACK, theme)
        for key, name in platforms:
            self._platform.addItem(name, key)
        self._problem = label("", "strong")
        self._problem.hide()
        save = Button(_("Note the time"), self._note)
        fields = row(
            asked(_("Platform"), self._platform),
            asked(_("Minutes"), self._minutes),
            asked(_("Day"), self._day),
            spacing=16,
        )
        stack = column(fields, self._problem, save, spacing=16)
        stack.setAlignment(save, Qt.AlignmentFlag.AlignLeft)
        self.setLayout(stack)
        self._minutes.returnPressed.connect(self._note)
        self.setFocusProxy(self._minutes)

    @property
    def platform(self) -> str:
        """Return the chosen platform."""
        return str(self._platform.currentData())

    def offer(self, platform: str, minutes: int | None) -> None:
        """Fill in what a timer measured, for the owner to look at."""
        self._platform.setCurrentIndex(max(self._platform.findData(platform), 0))
        self._minutes.setText("" if minutes is None else str(minutes))
        self._minutes.setFocus()

    def _note(self) -> None:
        minutes = read_minutes(self._minutes.text())
        self._problem.setVisible(minutes is None)
        if minutes is None:
            words = _("Write the minutes as a whole number from 1 to {most}.")
            self._problem.setText(words.format(most=MOST_MINUTES))
            return
        self._minutes.clear()
        self.noted.emit(self._platform.currentData(), minutes, self._day.day)


def read_minutes(typed: str) -> int | None:
    """Return whole minutes of at most a day; None for anything else."""
    text = typed.strip()
    minutes = int(text) if text.isdecimal() and len(text) < 6 else 0
    return minutes if 1 <= minutes <= MOST_MINUTES else None
