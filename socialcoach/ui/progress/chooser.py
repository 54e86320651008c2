"""Choosing the month and the platform that the page speaks of."""

from __future__ import annotations

from collections.abc import Mapping
from gettext import gettext as _

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QSizePolicy, QWidget

from socialcoach.core.progress.overview import EVERYWHERE, Overview
from socialcoach.services.words.figures import month_and_year
from socialcoach.ui.theme.theme import Theme
from socialcoach.ui.widgets.combo import Combo
from socialcoach.ui.widgets.flow import FlowLayout


class Chooser(QWidget):
    """Two lists. Signals: ``month_chosen(str)``, ``platform_chosen(str)``."""

    month_chosen = Signal(str)
    platform_chosen = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._months, self._platforms = Combo(theme), Combo(theme)
        self._months.setAccessibleName(_("Month"))
        self._platforms.setAccessibleName(_("Platform"))
        line = FlowLayout()
        for combo in (self._months, self._platforms):
            combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
            combo.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
            line.addWidget(combo)
        self.setLayout(line)
        self._months.activated.connect(
            lambda _place: self.month_chosen.emit(self._months.currentData())
        )
        self._platforms.activated.connect(
            lambda _place: self.platform_chosen.emit(self._platforms.currentData())
        )

    def fill(self, overview: Overview, platform: str, names: Mapping[str, str]) -> None:
        """Offer the months, the newest first, and the platforms."""
        months = {_month_words(overview, one): one for one in reversed(overview.months)}
        _offer(self._months, months, overview.month)
        platforms = {names.get(key, key): key for key in overview.platforms}
        _offer(self._platforms, {_("All platforms"): EVERYWHERE, **platforms}, platform)
        self._platforms.setVisible(len(overview.platforms) > 1)


def _month_words(overview: Overview, month: str) -> str:
    name = month_and_year(month)
    return _("{month} so far").format(month=name) if overview.is_running(month) else name


def _offer(combo: QComboBox, choices: Mapping[str, str], chosen: str) -> None:
    with QSignalBlocker(combo):
        combo.clear()
        for words, key in choices.items():
            combo.addItem(words, key)
        combo.setCurrentIndex(max(combo.findData(chosen), 0))
