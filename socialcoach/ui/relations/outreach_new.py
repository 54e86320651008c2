"""A new card needs a name, nothing more; it warns of those who must be left in peace."""

from __future__ import annotations

from dataclasses import replace
from gettext import gettext as _

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit

from socialcoach.core.relations.outreach_whom import Whom, started_from
from socialcoach.core.relations.promoter import Promoter, PromoterKind
from socialcoach.services.words.bundled import data_text
from socialcoach.services.words.outreach import kind_of_promoter
from socialcoach.ui.context import AppContext
from socialcoach.ui.widgets.boxes import Card
from socialcoach.ui.widgets.buttons import Button
from socialcoach.ui.widgets.combo import Combo
from socialcoach.ui.widgets.flow import FlowLayout
from socialcoach.ui.widgets.form_rows import asked
from socialcoach.ui.widgets.labels import label


class NewCard(Card):
    """Signals: ``made(Promoter)``, its id is 0; ``open_wanted(id)`` for a card that exists."""

    made = Signal(object)
    open_wanted = Signal(int)

    def __init__(self, context: AppContext) -> None:
        super().__init__(spacing=12)
        self._context = context
        self._begun = Promoter(0, "")
        self._closed_id = 0
        self._name, self._kind = QLineEdit(), Combo(context.theme)
        for kind in PromoterKind:
            self._kind.addItem(kind_of_promoter(kind), kind)
        self._hint = label("", "soft")
        self._warning = label()
        self._look = Button(_("Look at the card"), self._open_closed, role="link")
        buttons = FlowLayout()
        self._make = Button(_("Make the card"), self._on_make)
        for one in (self._make, Button(_("Not now"), self.hide, role="link"), self._look):
            buttons.addWidget(one)
        self.add(label(_("A new card"), "heading"), self._hint)
        self.add(
            asked(_("What are they called?"), self._name), asked(_("What are they?"), self._kind)
        )
        self.add(self._warning, buttons)
        self._name.textChanged.connect(self._warn)
        self._name.returnPressed.connect(self._on_make)
        self.hide()

    def start(self, line: Whom | None = None) -> None:
        """Ask for a name; ``line`` is the one of the guided list it begins with."""
        self._begun = _begun(line)
        self._hint.setText(data_text(line.who) if line is not None else "")
        self._hint.setVisible(line is not None)
        self._name.clear()
        self._kind.setCurrentIndex(self._kind.findData(self._begun.kind))
        self._warn()
        self.show()
        self._name.setFocus()

    def _warn(self) -> None:
        said_no = self._context.services.relations.outreach.said_no
        name = self._name.text().strip()
        card, is_closed = said_no.card(name), said_no.holds(name)
        self._closed_id = card.id if card else 0
        self._look.setVisible(card is not None)
        self._warning.setVisible(is_closed)
        words = _("{name} asked not to be contacted. That stays so.")
        self._warning.setText(words.format(name=card.name if card else name))
        self._make.setEnabled(not is_closed)

    def _on_make(self) -> None:
        name = self._name.text().strip()
        if not name:
            self._context.hub.notice(_("Give the card a name first, even a short one."))
            self._name.setFocus()
        elif self._make.isEnabled():
            kind = PromoterKind(self._kind.currentData())
            self.hide()
            self.made.emit(replace(self._begun, name=name, kind=kind))

    def _open_closed(self) -> None:
        self.hide()
        self.open_wanted.emit(self._closed_id)


def _begun(line: Whom | None) -> Promoter:
    """Return an empty card, or one begun from a line of the list, in the owner's language."""
    if line is None:
        return Promoter(0, "")
    begun = started_from(line)
    return replace(begun, value_offered=data_text(begun.value_offered))
