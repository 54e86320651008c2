"""Settings of the calendar: reminders, holidays and the part of the country they are for."""

from __future__ import annotations

from gettext import gettext as _

from shiboken6 import isValid

from socialcoach.core.errors import UserError
from socialcoach.services.words.errors import explain
from socialcoach.ui.context import AppContext
from socialcoach.ui.widgets.boxes import Card
from socialcoach.ui.widgets.choice_card import ChoiceCard
from socialcoach.ui.widgets.combo import Combo
from socialcoach.ui.widgets.form_rows import FormRows
from socialcoach.ui.widgets.labels import label


class CalendarSettings(Card):
    """The regions of a country are looked up in a worker: the library is large."""

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self._context = context
        self._options = context.services.calendar.options
        self._remind = ChoiceCard(
            "reminders",
            _("Remind me when a planned post is due"),
            _("Reminders show while SocialCoach is open. It never posts by itself."),
            context.theme,
            many=True,
        )
        self._holidays = ChoiceCard(
            "holidays",
            _("Show public holidays and seasons"),
            _("Those of the country in your plan. No connection is needed."),
            context.theme,
            many=True,
        )
        self._region = Combo(context.theme)
        self._rows = FormRows()
        self._rows.add_row(_("Part of the country, for its holidays"), self._region)
        self._country = ""
        self.add(label(_("Calendar"), "heading"), self._remind, self._holidays, self._rows)
        self._remind.clicked.connect(self._keep)
        self._holidays.clicked.connect(self._keep)
        self._region.activated.connect(self._keep)

    def refresh(self) -> None:
        """Show what is chosen."""
        options = self._options.load()
        self._remind.setChecked(options.reminders)
        self._holidays.setChecked(options.holidays)
        country = self._context.services.planner.strategy().business.country
        if country != self._country:
            self._country = country
            self._region.clear()
            holidays = self._context.services.calendar.holidays
            self._context.tasks.run(lambda: holidays.regions(country), self._show_regions)
        self._show_chosen()

    def _show_regions(self, regions: tuple[tuple[str, str], ...]) -> None:
        if not isValid(self):
            return
        self._region.clear()
        self._region.addItem(_("The whole country"), "")
        for code, name in regions:
            self._region.addItem(name, code)
        self._show_chosen()

    def _show_chosen(self) -> None:
        options = self._options.load()
        self._region.setCurrentIndex(max(0, self._region.findData(options.region)))
        self._rows.setVisible(options.holidays and self._region.count() > 1)

    def _keep(self) -> None:
        try:
            changes = self._options.change(
                reminders=self._remind.isChecked(),
                holidays=self._holidays.isChecked(),
                region=self._region.currentData() or "",
            )
        except UserError as error:
            self._context.hub.notice(explain(error))
            return
        self._show_chosen()
        self._context.hub.tell(changes)
