"""A promoter who must not be contacted: what is known, and why nothing can be done here."""

from __future__ import annotations

from gettext import gettext as _

from PySide6.QtWidgets import QWidget

from socialcoach.core.relations.promoter import Happening
from socialcoach.core.relations.promoter_record import PromoterRecord
from socialcoach.services.words.outreach import (
    do_not_contact_meaning,
    kind_of_promoter,
    sent_us,
)
from socialcoach.ui.context import AppContext
from socialcoach.ui.relations.outreach_history import HistoryLines
from socialcoach.ui.widgets.boxes import Card, clear, column, row
from socialcoach.ui.widgets.icon_label import IconLabel
from socialcoach.ui.widgets.labels import label
from socialcoach.ui.widgets.name_lines import NameLines


class ClosedCard(QWidget):
    """Shows a record that can only be looked at or deleted."""

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self._context = context
        icon = IconLabel(context.theme, "ph.hand-palm", 24, "leaning")
        words = label(_("Do not contact"), "heading")
        head = row(icon, words, spacing=12)
        head.setStretch(1, 1)
        note = Card("note")
        note.add(head, label(do_not_contact_meaning()))
        self._known = column()
        self._history = HistoryLines(context)
        card = Card(spacing=12)
        card.add(label(_("What you know"), "heading"), self._known)
        card.add(label(_("What happened"), "heading"), self._history)
        self.setLayout(column(note, card, spacing=16))

    def show_record(self, record: PromoterRecord) -> None:
        """Show what is known."""
        clear(self._known)
        promoter = record.promoter
        counts = [sum(event.what is what for event in record.events) for what in _COUNTED]
        told = (
            (_("What they are"), kind_of_promoter(promoter.kind)),
            (_("Who follows them"), promoter.who_follows),
            (_("What we offered"), promoter.value_offered),
            (_("What came of it"), promoter.result),
            (_("Sent us"), sent_us(*counts)),
        )
        lines = [(name, text) for name, text in told if text]
        self._known.addWidget(NameLines(lines, self._context.theme))
        self._history.show_events(record.events, anew=True)


_COUNTED = (Happening.VISIT, Happening.CUSTOMER)
