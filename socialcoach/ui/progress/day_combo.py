"""Choosing one of the last days, today first: quicker than a calendar, and never in the future."""

from __future__ import annotations

from datetime import date, timedelta
from gettext import gettext as _

from socialcoach.services.words.moments import short_day
from socialcoach.ui.theme.theme import Theme
from socialcoach.ui.widgets.combo import Combo


class DayCombo(Combo):
    """Offers today and the days before it."""

    def __init__(self, today: date, days_back: int, theme: Theme) -> None:
        super().__init__(theme)
        for back in range(days_back):
            day = today - timedelta(days=back)
            self.addItem(_("Today") if not back else short_day(day, today), day)

    @property
    def day(self) -> date:
        """Return the chosen day."""
        chosen = self.currentData()
        assert isinstance(chosen, date)
        return chosen
