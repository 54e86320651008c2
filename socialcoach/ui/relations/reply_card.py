"""The reply with its buttons: copy and open, answered, done, come back to it."""

from __future__ import annotations

from gettext import gettext as _

from PySide6.QtCore import Signal

from socialcoach.core.relations.message import Message
from socialcoach.core.relations.person import Person
from socialcoach.services.words.conversations import platform_name
from socialcoach.ui.context import AppContext
from socialcoach.ui.relations.follow_up import FollowUp
from socialcoach.ui.relations.reply_box import ReplyBox
from socialcoach.ui.widgets.boxes import Card
from socialcoach.ui.widgets.buttons import Button
from socialcoach.ui.widgets.flow import FlowLayout

COPY_KEY, ANSWERED_KEY, DONE_KEY = "Ctrl+Return", "Ctrl+Shift+Return", "Ctrl+D"


class ReplyCard(Card):
    """Signals: ``copy_wanted``, ``answered``, ``done``, ``reopened``, ``follow_up(day)``."""

    copy_wanted = Signal()
    answered = Signal()
    done = Signal()
    reopened = Signal()
    follow_up = Signal(object)

    def __init__(self, context: AppContext) -> None:
        super().__init__(spacing=12)
        self._services = context.services
        self.box = ReplyBox(context)
        theme = context.theme
        self._copy = Button("", self.copy_wanted.emit, role="primary", theme=theme, icon="ph.copy")
        self._answered = Button(_("Answer sent"), self.answered.emit, theme=theme, icon="ph.check")
        self._done = Button(_("Done, no answer needed"), self.done.emit)
        self._reopen = Button(_("Put back to waiting"), self.reopened.emit)
        self._follow = FollowUp(theme)
        self._copy.setToolTip(_("Ctrl+Enter. Copies your answer and opens the place to paste it."))
        self._answered.setToolTip(_("Ctrl+Shift+Enter. They have your answer."))
        self._done.setToolTip(_("Ctrl+D. Nothing more to do."))
        foot = FlowLayout()
        for part in (self._copy, self._answered, self._done, self._reopen, self._follow):
            foot.addWidget(part)
        self.add(self.box, foot)
        self._follow.chosen.connect(self.follow_up)

    def show_message(self, message: Message, person: Person) -> None:
        """Show the answer to a message and what can be done with it."""
        services = self._services
        brand = services.planner.strategy().brand
        self.box.show_reply(message.answer, person.name, brand, is_open=message.is_waiting)
        name = platform_name(message.platform, services.platforms)
        has_page = bool(services.relations.answers.address(message))
        words = _("Copy and open {platform}").format(platform=name) if has_page else _("Copy")
        self._copy.setText(words)
        self._copy.setAccessibleName(words)
        for part in (self._copy, self._answered):
            part.setVisible(message.is_waiting)
        self._reopen.setVisible(not message.is_waiting)
        is_done = message.status == "done"
        self._done.setVisible(not is_done)
        done = _("Done, no answer needed") if message.is_waiting else _("Done with it")
        self._done.setText(done)
        self._done.setAccessibleName(done)
        self._follow.show_day(message.follow_up_on, services.planner.today())
        self._follow.setVisible(not is_done)
