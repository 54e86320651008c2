"""Leaving somebody in peace for good, and deleting a card."""

from __future__ import annotations

from gettext import gettext as _

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from socialcoach.services.words.outreach import do_not_contact_meaning
from socialcoach.ui.theme.theme import Theme
from socialcoach.ui.widgets.boxes import Card, column
from socialcoach.ui.widgets.buttons import Button
from socialcoach.ui.widgets.flow import FlowLayout
from socialcoach.ui.widgets.labels import label


class StopCard(Card):
    """Signals: ``stopped`` after the one confirmation, ``delete_wanted``, ``copy_wanted``."""

    stopped = Signal()
    delete_wanted = Signal()
    copy_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(spacing=12)
        self._stop = Button(
            _("They do not want to be contacted"), self._ask, theme=theme, icon="ph.hand-palm"
        )
        buttons = FlowLayout()
        buttons.addWidget(self._stop)
        buttons.addWidget(
            Button(_("Copy all about them"), self.copy_wanted.emit, theme=theme, icon="ph.copy")
        )
        buttons.addWidget(
            Button(_("Delete the card"), self.delete_wanted.emit, theme=theme, icon="ph.trash")
        )
        self._sure = self._confirmation()
        self.add(label(_("Keep or let go"), "heading"), buttons, self._sure)

    def show_card(self, *, closed: bool) -> None:
        """Show what can be done with an open card, or with one that must be left in peace."""
        self._stop.setVisible(not closed)
        self._sure.hide()

    def _confirmation(self) -> QWidget:
        yes = Button(_("Yes, leave them in peace for good"), self._confirm)
        no = Button(_("Not now"), self._cancel, role="link")
        choices = FlowLayout()
        choices.addWidget(yes)
        choices.addWidget(no)
        box = Card("note", margins=12)
        box.add(label(do_not_contact_meaning()))
        box.body.addLayout(choices)
        holder = QWidget()
        holder.setLayout(column(box))
        holder.hide()
        self._no = no
        return holder

    def _ask(self) -> None:
        self._sure.show()
        self._no.setFocus()

    def _confirm(self) -> None:
        self._sure.hide()
        self.stopped.emit()

    def _cancel(self) -> None:
        self._sure.hide()
        self._stop.setFocus()
