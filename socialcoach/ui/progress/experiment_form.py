"""Noting what is changed on purpose, and for how long."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from gettext import gettext as _

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from socialcoach.core.progress.experiment import Experiment
from socialcoach.ui.progress.day_combo import DayCombo
from socialcoach.ui.progress.link_row import in_a_row
from socialcoach.ui.theme.theme import Theme
from socialcoach.ui.widgets.boxes import column, row
from socialcoach.ui.widgets.buttons import Button
from socialcoach.ui.widgets.combo import Combo
from socialcoach.ui.widgets.form_rows import asked
from socialcoach.ui.widgets.pills import Pills

DAYS_BACK = 120
WEEKS = (2, 4, 6, 8)
USUAL_WEEKS = 4


class ExperimentForm(QWidget):
    """Signals: ``noted(Experiment)``; its id is 0."""

    noted = Signal(object)

    def __init__(self, platforms: Sequence[tuple[str, str]], today: date, theme: Theme) -> None:
        super().__init__()
        self._changed, self._platform = QLineEdit(), Combo(theme)
        self._changed.setPlaceholderText(_("For example: a question every Tuesday"))
        self._platform.addItem(_("All platforms"), "")
        for key, name in platforms:
            self._platform.addItem(name, key)
        self._first = DayCombo(today, DAYS_BACK, theme)
        self._weeks = Pills([(str(n), _("{n} weeks").format(n=n)) for n in WEEKS])
        self._weeks.setAccessibleName(_("For how long?"))
        self._weeks.choose([str(USUAL_WEEKS)])
        fields = row(
            asked(_("On which platform?"), self._platform),
            asked(_("From which day?"), self._first),
            spacing=16,
        )
        question = asked(_("What do you change?"), self._changed)
        save = Button(_("Note the experiment"), self._note)
        self.setLayout(column(question, fields, self._weeks, in_a_row(save), spacing=16))
        self._changed.returnPressed.connect(self._note)
        self.setFocusProxy(self._changed)

    def _note(self) -> None:
        first = self._first.day
        last = first + timedelta(weeks=int(self._weeks.chosen[0])) - timedelta(days=1)
        words, platform = self._changed.text(), self._platform.currentData()
        self.noted.emit(Experiment(0, words, first, last, platform))
