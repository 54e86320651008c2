"""The right side of Conversations: the open message, the answer, and who wrote."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from socialcoach.core.relations.message import Care, Message
from socialcoach.core.relations.person import Person, first_name
from socialcoach.ui.context import AppContext
from socialcoach.ui.relations.care_card import CareCard
from socialcoach.ui.relations.history_card import HistoryCard
from socialcoach.ui.relations.praise_card import PraiseCard
from socialcoach.ui.relations.reply_card import ReplyCard
from socialcoach.ui.relations.said_card import SaidCard
from socialcoach.ui.widgets.boxes import column, scrolling

ROOM_FOR_BAR = 12
"""Pixels between the cards and the scroll bar."""


class MessagePanel(QWidget):
    """Shows one message. Its signals say what the owner wants; ``OpenMessage`` does it."""

    typed = Signal()
    copy_wanted = Signal()
    answered = Signal()
    done = Signal()
    reopened = Signal()
    follow_up = Signal(object)
    rest_wanted = Signal()
    care_judged = Signal(object)
    corrected = Signal(str, str)
    remove_wanted = Signal()
    person_wanted = Signal()
    message_wanted = Signal(int)
    ask_wanted = Signal()
    permission_told = Signal(bool)
    spotlight_wanted = Signal()

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self._services = context.services
        self._said, self._care = SaidCard(context), CareCard(context)
        self._praise, self._reply = PraiseCard(), ReplyCard(context)
        self._history = HistoryCard(context)
        parts = (self._said, self._care, self._praise, self._reply, self._history)
        stack = column(*parts, spacing=12)
        stack.addStretch(1)
        stack.setContentsMargins(0, 0, ROOM_FOR_BAR, 0)
        content = QWidget()
        content.setLayout(stack)
        self._area = scrolling(content)
        self.setLayout(column(self._area))
        self._connect()

    @property
    def reply_text(self) -> str:
        """Return the answer as typed."""
        return self._reply.box.text()

    @property
    def notes(self) -> str:
        """Return the notes about the person as typed."""
        return self._history.notes

    def show_message(self, message: Message, person: Person) -> None:
        """Show a message of a person, from its top."""
        relations = self._services.relations
        concerns = relations.answers.concerns(message)
        self._said.show_message(message, person, is_careful=bool(concerns))
        rests = message.is_resting(self._services.clock.now())
        self._care.show_concerns(concerns if message.is_waiting else (), may_rest=not rests)
        self._praise.hide()
        if not concerns and relations.answers.is_praise(message):
            name = first_name(person.name)
            self._praise.show_praise(message.permission, name, may_ask=message.is_waiting)
        self._reply.show_message(message, person)
        self._history.show_person(person, relations.people.history(person.id), message.id)

    def write(self) -> None:
        """Put the keyboard into the answer."""
        self._reply.box.write()

    def to_top(self) -> None:
        """Show the beginning."""
        self._area.verticalScrollBar().setValue(0)

    def insert_reply(self, text: str) -> None:
        """Put a text into the reply box."""
        self._reply.box.insert(text)

    def say_saved(self, words: str) -> None:
        """Say how what was typed is kept."""
        self._reply.box.say_saved(words)

    def _connect(self) -> None:
        self._reply.box.typed.connect(self.typed)
        self._reply.copy_wanted.connect(self.copy_wanted)
        self._reply.answered.connect(self.answered)
        self._reply.done.connect(self.done)
        self._reply.reopened.connect(self.reopened)
        self._reply.follow_up.connect(self.follow_up)
        self._care.rest_wanted.connect(self.rest_wanted)
        self._care.text_wanted.connect(self.insert_reply)
        self._care.fine_said.connect(lambda: self.care_judged.emit(Care.FINE))
        self._said.care_wanted.connect(lambda: self.care_judged.emit(Care.CAREFUL))
        self._said.corrected.connect(self.corrected)
        self._said.remove_wanted.connect(self.remove_wanted)
        self._said.person_wanted.connect(self.person_wanted)
        self._praise.ask_wanted.connect(self.ask_wanted)
        self._praise.answered.connect(self.permission_told)
        self._praise.spotlight_wanted.connect(self.spotlight_wanted)
        self._history.notes_typed.connect(self.typed)
        self._history.message_wanted.connect(self.message_wanted)
