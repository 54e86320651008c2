"""One person: names on platforms, how to reach them, notes, everything they wrote."""

from __future__ import annotations

from functools import partial
from gettext import gettext as _

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from socialcoach.core.errors import UserError
from socialcoach.core.relations.message import Message
from socialcoach.core.relations.person import Handle, Person
from socialcoach.services.words.conversations import platform_name
from socialcoach.services.words.errors import explain
from socialcoach.services.words.people import all_messages_heading, same_sentence
from socialcoach.ui.context import AppContext
from socialcoach.ui.planning.autosave import Autosave
from socialcoach.ui.relations.earlier_lines import EarlierLines
from socialcoach.ui.relations.growing_paper import GrowingPaper
from socialcoach.ui.relations.join_search import JoinSearch
from socialcoach.ui.relations.message_panel import ROOM_FOR_BAR
from socialcoach.ui.relations.person_actions import PersonActions
from socialcoach.ui.widgets.boxes import Card, clear, column, put, row, scrolling
from socialcoach.ui.widgets.buttons import Button
from socialcoach.ui.widgets.flow import FlowLayout
from socialcoach.ui.widgets.form_rows import asked
from socialcoach.ui.widgets.labels import label

SHOWN = 20
LONGEST = 200


class PersonPanel(QWidget):
    """Emits ``message_wanted(id)``, ``person_wanted(id)``, ``gone`` and ``changed``."""

    message_wanted = Signal(int)
    person_wanted = Signal(int)
    gone = Signal()
    changed = Signal()

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self._context = context
        self._people = context.services.relations.people
        self.person: Person | None = None
        self._actions = PersonActions(context, self)
        self._autosave = Autosave(self, self._save)
        self._fields = {key: QLineEdit() for key in ("name", "email", "phone", "place")}
        self._notes = GrowingPaper(3, 8)
        self._saved = label("", "small", wrap=False)
        self._same, self._names = column(), column(spacing=4)
        self._join = JoinSearch(context)
        self._join.chosen.connect(self._join_with)
        self._lines = EarlierLines(context.services, SHOWN, LONGEST)
        self._lines.wanted.connect(self.message_wanted)
        self._heading = label("", "heading")
        self._build()

    @property
    def is_unsaved(self) -> bool:
        """Tell whether what was typed could not be kept yet."""
        return self._autosave.is_dirty

    def open(self, person_id: int) -> bool:
        """Show a person; return whether they are there."""
        self.keep_now()
        if self.is_unsaved:
            return False
        try:
            self.person = self._people.person(person_id)
        except UserError as error:
            self.person = None
            self._context.hub.notice(explain(error))
            return False
        self._show(self.person)
        return True

    def look_again(self) -> None:
        """Read the person anew; says that they are gone when they are."""
        if self.person is None or self.is_unsaved:
            return
        try:
            self.person = self._people.person(self.person.id)
        except UserError:
            self.person = None
            self.gone.emit()
            return
        self._show(self.person)

    def write(self) -> None:
        """Put the keyboard on the first field."""
        self._fields["name"].setFocus()

    def keep_now(self) -> None:
        """Keep at once what is not kept yet."""
        self._autosave.now()

    def _build(self) -> None:
        card = Card(spacing=12)
        head = row(label(_("Who they are"), "heading", wrap=False), self._saved)
        head.insertStretch(1, 1)
        fields = self._fields
        card.add(head)
        card.add(
            _pair(asked(_("Name"), fields["name"]), asked(_("Town or address"), fields["place"]))
        )
        card.add(_pair(asked(_("E-mail"), fields["email"]), asked(_("Telephone"), fields["phone"])))
        for field in fields.values():
            field.textEdited.connect(self._touch)
        self._notes.setPlaceholderText(_("For your eyes only: what they like, what you agreed"))
        self._notes.textChanged.connect(self._touch)
        card.add(asked(_("Notes"), self._notes))
        known = Card(spacing=8)
        known.add(label(_("Goes by"), "heading"), self._names, self._join)
        rights = Card(spacing=8)
        why = _("Everything you keep about somebody is theirs to see, and to have deleted.")
        foot = FlowLayout()
        for button in self._actions.buttons():
            foot.addWidget(button)
        rights.add(label(_("Their data"), "heading"), label(why, "soft"), foot)
        stack = column(self._same, card, known, self._heading, self._lines, rights, spacing=12)
        stack.addStretch(1)
        stack.setContentsMargins(0, 0, ROOM_FOR_BAR, 0)
        content = QWidget()
        content.setLayout(stack)
        self.setLayout(column(scrolling(content)))

    def _show(self, person: Person) -> None:
        for key, field in self._fields.items():
            if field.text() != getattr(person, key):
                field.setText(getattr(person, key))
                field.setCursorPosition(0)
        self._notes.show_text(person.notes)
        self._saved.setText("")
        self._actions.show_person(person)
        self._join.show_person(person)
        self._show_same(person)
        self._show_names(self._people.handles(person.id))
        self._show_messages(self._people.history(person.id))

    def _show_same(self, person: Person) -> None:
        clear(self._same)
        for other in self._people.may_be_same(person.id):
            card = Card("note", spacing=8)
            names = [self._platform(one.platform) for one in self._people.handles(other.id)]
            card.add(label(same_sentence(other, names), "strong"))
            line = FlowLayout()
            join = Button(_("One person"), partial(self._actions.join, person, other))
            two = Button(_("Two people"), partial(self._actions.are_two, person, other))
            look = Button(_("Look"), partial(self.person_wanted.emit, other.id), role="link")
            for button in (join, two, look):
                button.setAccessibleDescription(same_sentence(other, names))
                line.addWidget(button)
            card.add(line)
            put(self._same, card)

    def _show_names(self, handles: list[Handle]) -> None:
        clear(self._names)
        for handle in handles:
            line = FlowLayout()
            shown = " ".join(filter(None, (handle.name, handle.address)))
            words = f"{self._platform(handle.platform)}: {shown}"
            line.addWidget(label(words, wrap=False))
            if len(handles) > 1:
                part = Button(_("Somebody else"), partial(self._actions.split, handle), role="link")
                part.setAccessibleName(_("{name} is somebody else").format(name=words))
                line.addWidget(part)
            holder = QWidget()
            holder.setLayout(line)
            put(self._names, holder)
        if not handles:
            put(self._names, label(_("They have not written yet."), "soft"))

    def _show_messages(self, history: list[Message]) -> None:
        self._heading.setText(all_messages_heading(len(history)))
        self._heading.setVisible(bool(history))
        self._lines.show_messages(history)

    def _join_with(self, other_id: int) -> None:
        """Make the person that is shown and another one, whatever their names, one person."""
        if self.person is None:
            return
        try:
            self._actions.join(self.person, self._people.person(other_id))
        except UserError as error:
            self._context.hub.notice(explain(error))

    def _platform(self, key: str) -> str:
        return platform_name(key, self._context.services.platforms)

    def _touch(self) -> None:
        self._saved.setText(_("Saving…"))
        self._autosave.touch()

    def _save(self) -> bool:
        if self.person is None:
            return True
        values = {key: field.text() for key, field in self._fields.items()}
        try:
            self._people.change(self.person.id, notes=self._notes.toPlainText(), **values)
        except UserError as error:
            self._saved.setText(explain(error))
            return error.code == "person.no_name"
        self._saved.setText(_("Saved"))
        self.changed.emit()
        return True


def _pair(left: QVBoxLayout, right: QVBoxLayout) -> QHBoxLayout:
    """Return two fields side by side, equally wide."""
    both = row(left, right, spacing=16)
    both.setStretch(0, 1)
    both.setStretch(1, 1)
    return both
