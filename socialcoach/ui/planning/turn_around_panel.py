"""Giving starts for a draft that sells, beside the draft; nothing is replaced."""

from __future__ import annotations

from gettext import gettext as _

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from socialcoach.core.meter.turnaround import Start
from socialcoach.services.words.meter import kind_name
from socialcoach.ui.widgets.boxes import Card, clear, column, row
from socialcoach.ui.widgets.buttons import Button
from socialcoach.ui.widgets.labels import chip, label


class TurnAroundPanel(QWidget):
    """Shows three starts. Emits ``taken(start)``, ``more_wanted`` and ``closed``."""

    taken = Signal(object)
    more_wanted = Signal()
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._cards = column(spacing=12)
        foot = row(
            Button(_("Show me others"), self.more_wanted.emit, role="link"),
            Button(_("Back to the meter"), self.closed.emit, role="link"),
        )
        foot.addStretch(1)
        how = _("Each starts a new draft. This one stays as it is.")
        stack = column(label(_("Turn it around"), "heading"), label(how, "soft"), spacing=12)
        stack.addLayout(self._cards)
        stack.addLayout(foot)
        stack.addStretch(1)
        self.setLayout(stack)

    def show_starts(self, starts: tuple[Start, ...]) -> None:
        """Show these starts."""
        clear(self._cards)
        for start in starts:
            self._cards.addWidget(self._card(start))

    def _card(self, start: Start) -> Card:
        card = Card(margins=12)
        take = Button(_("Start from this"), lambda: self.taken.emit(start))
        take.setAccessibleName(_("Start from this: {title}").format(title=start.title))
        foot = row(chip(kind_name(start.kind), "giving"), take)
        foot.insertStretch(1, 1)
        card.add(label(start.title, "strong"), label(start.text, "soft"), foot)
        return card
