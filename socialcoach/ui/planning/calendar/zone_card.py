"""Asks, after the business moved to another time zone, whether planned hours stay."""

from __future__ import annotations

from gettext import gettext as _
from gettext import ngettext

from PySide6.QtCore import Signal

from socialcoach.services.planning.planning_zone import ZoneQuestion
from socialcoach.services.words.calendar import zone_name
from socialcoach.ui.widgets.boxes import Card
from socialcoach.ui.widgets.buttons import Button
from socialcoach.ui.widgets.flow import FlowLayout
from socialcoach.ui.widgets.labels import label


class ZoneCard(Card):
    """Emits ``answered(question, keep_wall_clock)``."""

    answered = Signal(object, bool)

    def __init__(self) -> None:
        super().__init__("note", spacing=8)
        self._question: ZoneQuestion | None = None
        self._words = label()
        buttons = FlowLayout()
        self._stay = Button("", lambda: self._answer(wall_clock=True))
        self._moment = Button("", lambda: self._answer(wall_clock=False))
        buttons.addWidget(self._stay)
        buttons.addWidget(self._moment)
        self.add(label(_("Your clocks have changed"), "heading"), self._words, buttons)
        self.hide()

    def show_question(self, question: ZoneQuestion | None) -> None:
        """Ask, or go when there is nothing to ask."""
        self._question = question
        self.setVisible(question is not None)
        if question is None:
            return
        old, new = zone_name(question.old), zone_name(question.new)
        pattern = ngettext(
            "{n} planned post was set by {old}. Your business now lives by {new}.",
            "{n} planned posts were set by {old}. Your business now lives by {new}.",
            question.post_count,
        )
        self._words.setText(pattern.format(n=question.post_count, old=old, new=new))
        self._stay.setText(_("Keep the hour: 10:00 stays 10:00"))
        self._moment.setText(_("Keep the moment, at another hour"))
        for button in (self._stay, self._moment):
            button.setAccessibleName(button.text())

    def _answer(self, *, wall_clock: bool) -> None:
        if self._question is not None:
            self.answered.emit(self._question, wall_clock)
