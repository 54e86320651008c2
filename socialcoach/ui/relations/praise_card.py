"""Praise on its way to a post: ask, wait for a yes, put the customer in the spotlight."""

from __future__ import annotations

from gettext import gettext as _

from PySide6.QtCore import Signal

from socialcoach.core.relations.message import Permission
from socialcoach.ui.widgets.boxes import Card
from socialcoach.ui.widgets.buttons import Button
from socialcoach.ui.widgets.flow import FlowLayout
from socialcoach.ui.widgets.labels import label


class PraiseCard(Card):
    """Emits ``ask_wanted``, ``answered(allowed)`` and ``spotlight_wanted``."""

    ask_wanted = Signal()
    answered = Signal(bool)
    spotlight_wanted = Signal()

    def __init__(self) -> None:
        super().__init__("good")
        self._heading = label("", "strong")
        self._why = label("", "soft")
        self._ask = Button(_("Ask whether you may share it"), self.ask_wanted.emit)
        self._yes = Button(_("They said yes"), lambda: self.answered.emit(True))
        self._no = Button(_("Rather not"), lambda: self.answered.emit(False), role="link")
        self._write = Button(_("Write the post"), self.spotlight_wanted.emit)
        foot = FlowLayout()
        for button in (self._ask, self._yes, self._write, self._no):
            foot.addWidget(button)
        self.add(self._heading, self._why, foot)

    def show_praise(self, permission: Permission, name: str, *, may_ask: bool) -> None:
        """Show the next step for a message that praises."""
        heading, why = {
            Permission.NOT_ASKED: (
                _("Kind words. Others would like to read them."),
                _("A customer in the spotlight is worth more than anything you say yourself."),
            ),
            Permission.ASKED: (
                _("Did {name} say yes?"),
                _("Only then may you share it. A no is fine too."),
            ),
            Permission.GIVEN: (
                _("You may share it."),
                _("It becomes a draft with the first name. It counts as giving."),
            ),
            Permission.REFUSED: ("", ""),
        }[permission]
        self._heading.setText(heading.format(name=name))
        self._why.setText(why)
        asking = permission is Permission.ASKED
        self._ask.setVisible(permission is Permission.NOT_ASKED and may_ask)
        self._yes.setVisible(asking or (permission is Permission.NOT_ASKED and not may_ask))
        self._no.setVisible(asking)
        self._write.setVisible(permission is Permission.GIVEN)
        self.setVisible(permission is not Permission.REFUSED)
