"""What is known of the writer beside the open message: notes, and what they wrote before."""

from __future__ import annotations

from collections.abc import Sequence
from gettext import gettext as _

from PySide6.QtCore import Signal

from socialcoach.core.relations.message import Message
from socialcoach.core.relations.person import Person
from socialcoach.services.words.people import earlier_heading
from socialcoach.ui.context import AppContext
from socialcoach.ui.relations.earlier_lines import EarlierLines
from socialcoach.ui.relations.growing_paper import GrowingPaper
from socialcoach.ui.widgets.boxes import Card
from socialcoach.ui.widgets.labels import label

SHOWN = 5
LONGEST = 120
NOTE_LINES = (2, 6)


class HistoryCard(Card):
    """Emits ``notes_typed`` and ``message_wanted(id)``."""

    notes_typed = Signal()
    message_wanted = Signal(int)

    def __init__(self, context: AppContext) -> None:
        super().__init__(spacing=12)
        self._notes = GrowingPaper(*NOTE_LINES)
        self._notes.setPlaceholderText(_("For your eyes only: what they like, what you agreed"))
        self._notes_name = label("", "strong")
        self._notes_name.setBuddy(self._notes)
        self._before = label("", "strong")
        self._lines = EarlierLines(context.services, SHOWN, LONGEST)
        self.add(self._notes_name, self._notes, self._before, self._lines)
        self._lines.wanted.connect(self.message_wanted)
        self._notes.textChanged.connect(self.notes_typed.emit)

    @property
    def notes(self) -> str:
        """Return the notes as typed."""
        return self._notes.toPlainText()

    def show_person(self, person: Person, history: Sequence[Message], open_id: int) -> None:
        """Show a person's notes and the latest of what else they wrote."""
        words = _("Notes about {name}").format(name=person.name)
        self._notes_name.setText(words)
        self._notes.setAccessibleName(words)
        self._notes.show_text(person.notes)
        others = [message for message in history if message.id != open_id]
        self._before.setText(earlier_heading(len(others)))
        self._lines.show_messages(others)
