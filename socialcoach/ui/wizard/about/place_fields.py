"""Town, country and time zone; the zone is only asked where a country has several."""

from __future__ import annotations

from dataclasses import replace
from gettext import gettext as _
from zoneinfo import ZoneInfo

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from socialcoach.core.strategy.business import Business
from socialcoach.services.clock import Clock
from socialcoach.ui.theme.theme import Theme
from socialcoach.ui.widgets.boxes import column, row
from socialcoach.ui.widgets.combo import Combo
from socialcoach.ui.widgets.form_rows import asked
from socialcoach.ui.widgets.labels import label
from socialcoach.ui.wizard.about.places import countries, guess, zones_of


class PlaceFields(QWidget):
    """Where the business is. Emits ``changed`` at every answer."""

    changed = Signal()

    def __init__(self, clock: Clock, theme: Theme) -> None:
        super().__init__()
        self._clock = clock
        self._town = QLineEdit()
        self._country = Combo(theme)
        self._country.addItem(_("Choose…"), "")
        for code, name in countries():
            self._country.addItem(name, code)
        self._zone = Combo(theme)
        self._time = label("", "small")
        self._zone_row = QWidget()
        self._zone_row.setLayout(asked(_("Which clock do you live by?"), self._zone))
        pair = row(asked(_("Town"), self._town), asked(_("Country"), self._country), spacing=16)
        pair.setStretch(0, 1)
        pair.setStretch(1, 1)
        self.setLayout(column(pair, self._zone_row, self._time, spacing=10))
        self._town.textEdited.connect(lambda: self.changed.emit())
        self._country.activated.connect(self._on_country)
        self._zone.activated.connect(self._on_zone)

    def load(self, business: Business) -> None:
        """Show what is known; a country and zone not given yet are guessed from the computer."""
        country, zone = business.country, business.zone
        if not country and zone == "UTC":
            country, zone = guess()
        if self._town.text().strip() != business.town:
            self._town.setText(business.town)
        self._country.setCurrentIndex(max(self._country.findData(country), 0))
        self._offer_zones(zone)

    def answers(self, business: Business) -> Business:
        """Return the business with its place."""
        return replace(
            business,
            town=self._town.text().strip(),
            country=str(self._country.currentData()),
            zone=str(self._zone.currentData()),
        )

    def _on_country(self) -> None:
        self._offer_zones(str(self._zone.currentData()))
        self.changed.emit()

    def _on_zone(self) -> None:
        self._show_time()
        self.changed.emit()

    def _offer_zones(self, wanted: str) -> None:
        zones = zones_of(str(self._country.currentData())) or [wanted]
        self._zone.clear()
        for zone in zones:
            self._zone.addItem(zone.replace("_", " "), zone)
        self._zone.setCurrentIndex(max(self._zone.findData(wanted), 0))
        self._zone_row.setVisible(len(zones) > 1)
        self._show_time()

    def _show_time(self) -> None:
        zone = str(self._zone.currentData())
        now = self._clock.now().astimezone(ZoneInfo(zone))
        words = _("It is {time} there now ({zone}).")
        shown = zone.replace("_", " ")
        self._time.setVisible(bool(self._country.currentData()))
        self._time.setText(words.format(time=f"{now:%H:%M}", zone=shown))
