"""One earlier message of somebody, in a card of its own that is filled again and again."""

from __future__ import annotations

from gettext import gettext as _

from PySide6.QtCore import Signal

from socialcoach.core.relations.message import Message
from socialcoach.core.text import shorten
from socialcoach.services.bundle import Services
from socialcoach.services.words.conversations import platform_name, status_name
from socialcoach.ui.widgets.boxes import Card
from socialcoach.ui.widgets.buttons import Button
from socialcoach.ui.widgets.flow import FlowLayout
from socialcoach.ui.widgets.labels import label


class EarlierLine(Card):
    """Emits ``wanted(id)``. Making cards takes longer than filling those that are there."""

    wanted = Signal(int)

    def __init__(self, services: Services, longest: int) -> None:
        super().__init__(margins=12, spacing=2)
        self._services, self._longest = services, longest
        self._id = 0
        self._facts, self._said = label("", "small"), label()
        self._look = Button(_("Open"), lambda: self.wanted.emit(self._id), role="link")
        line = FlowLayout()
        line.addWidget(self._look)
        self.add(self._facts, self._said, line)

    def show_message(self, message: Message, when: str) -> None:
        """Show a message; ``when`` says how long ago it was."""
        self._id = message.id
        platform = platform_name(message.platform, self._services.platforms)
        self._facts.setText(" · ".join((platform, when, status_name(message.status))))
        self._said.setText(shorten(message.said, self._longest))
        self._look.setAccessibleName(_("Open what they wrote {when}").format(when=when))
        self.show()
