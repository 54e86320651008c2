"""The bar over the calendar: which page, turning it, and how to look at it."""

from __future__ import annotations

from gettext import gettext as _

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QWidget

from socialcoach.core.planning.calendar_days import View
from socialcoach.services.words import calendar as words
from socialcoach.ui.planning.calendar.cells import Sheet
from socialcoach.ui.theme.theme import Theme
from socialcoach.ui.widgets.boxes import row
from socialcoach.ui.widgets.buttons import Button, icon_button
from socialcoach.ui.widgets.flow import FlowLayout
from socialcoach.ui.widgets.labels import label


class TurningBar(QWidget):
    """Emits ``turned(-1 or 1)``, ``today_wanted`` and ``view_picked(View)``."""

    turned = Signal(int)
    today_wanted = Signal()
    view_picked = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._title = label("", "heading", wrap=False)
        self._zone = label("", "small", wrap=False)
        self._group = QButtonGroup(self)
        self._views = {view: self._view_button(view) for view in View}
        before = icon_button(
            _("The page before"), "ph.caret-left", lambda: self.turned.emit(-1), theme
        )
        after = icon_button(
            _("The page after"), "ph.caret-right", lambda: self.turned.emit(1), theme
        )
        today = Button(_("Today"), self.today_wanted.emit)
        turning, views = QWidget(), QWidget()
        turning.setLayout(row(before, after, today, self._title))
        views.setLayout(row(*self._views.values()))
        line = FlowLayout(self)
        line.addWidget(turning)
        line.addWidget(self._zone)
        line.addWidget(views)

    def show_sheet(self, sheet: Sheet) -> None:
        """Say which page is open, and whose clocks its times are by."""
        self._title.setText(words.page_title(sheet.view, sheet.days, sheet.day))
        self._zone.setText(words.zone_name(sheet.zone.key))
        self._views[sheet.view].setChecked(True)

    def _view_button(self, view: View) -> Button:
        button = Button(words.view_name(view), lambda: self.view_picked.emit(view), role="pill")
        button.setCheckable(True)
        button.setAccessibleDescription(_("How to look at the calendar"))
        self._group.addButton(button)
        return button
