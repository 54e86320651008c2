"""How many posts a week fit into the owner's time, and places for ideas where the plan has gaps."""

from __future__ import annotations

from gettext import gettext as _

from PySide6.QtCore import Signal

from socialcoach.services.planning.pacing import Outlook
from socialcoach.services.words import calendar_mix as words
from socialcoach.ui.context import AppContext
from socialcoach.ui.widgets.boxes import Card
from socialcoach.ui.widgets.buttons import Button
from socialcoach.ui.widgets.labels import label


class PaceCard(Card):
    """Emits ``fill_wanted``."""

    fill_wanted = Signal()

    def __init__(self, context: AppContext) -> None:
        super().__init__(spacing=8)
        self._heading = label("", "heading")
        self._reason = label("", "soft")
        self._week = label("", "soft")
        self._fill = Button("", self.fill_wanted.emit, theme=context.theme, icon="ph.calendar-plus")
        self._plan = Button(
            _("Say how much time you have"), lambda: context.hub.go_to("wizard", "time")
        )
        self.add(self._heading, self._reason, self._week, self._fill, self._plan)

    def show_outlook(self, outlook: Outlook) -> None:
        """Show the pace; the button only when there is a gap to fill."""
        self._heading.setText(words.pace_heading(outlook))
        self._reason.setText(words.pace_reason(outlook))
        self._week.setText(words.this_week(outlook))
        self._week.setVisible(outlook.pace is not None)
        self._fill.setText(words.fill_button(outlook))
        self._fill.setAccessibleName(self._fill.text())
        self._fill.setVisible(bool(outlook.free))
        self._plan.setVisible(outlook.pace is None)
