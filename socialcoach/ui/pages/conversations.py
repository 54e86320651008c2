"""Conversations: everyone who wrote, who waits, and the answer they get."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from gettext import gettext as _
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QFocusEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QWidget

from socialcoach.core.changes import Changes
from socialcoach.core.relations.message import Shelf
from socialcoach.services.words.conversations import promise_sentence
from socialcoach.ui.context import AppContext
from socialcoach.ui.pages.page import Page
from socialcoach.ui.relations.contacts_panel import ContactsPanel
from socialcoach.ui.relations.entry_form import EntryForm
from socialcoach.ui.relations.head_row import HeadRow
from socialcoach.ui.relations.message_panel import MessagePanel
from socialcoach.ui.relations.open_message import OpenMessage
from socialcoach.ui.relations.person_panel import PersonPanel
from socialcoach.ui.relations.question_card import QuestionCard
from socialcoach.ui.relations.replies_button import RepliesButton
from socialcoach.ui.relations.reply_card import ANSWERED_KEY, COPY_KEY, DONE_KEY
from socialcoach.ui.relations.shelf_card import PEOPLE, ShelfCard
from socialcoach.ui.relations.two_sides import TwoSides
from socialcoach.ui.widgets.boxes import column, scrolling
from socialcoach.ui.widgets.buttons import Button
from socialcoach.ui.widgets.empty_state import EmptyState
from socialcoach.ui.widgets.labels import label

MINUTE_MS = int(timedelta(minutes=1).total_seconds() * 1000)


class ConversationsPage(Page):
    """The list on the left, on the right the open message, a person, or a form."""

    page_id = "conversations"
    icon = "ph.chats-circle"
    affected_by = Changes.PEOPLE | Changes.STRATEGY | Changes.ACCOUNTS

    def __init__(self, context: AppContext) -> None:
        super().__init__(context)
        self._services = context.services
        self._promise = label("", "soft")
        self._questions = QuestionCard(context)
        self._shelf = ShelfCard(context)
        self._panel, self._person = MessagePanel(context), PersonPanel(context)
        self._entry, self._contacts = EntryForm(context), ContactsPanel(context)
        self._open = OpenMessage(context, self._panel, self)
        self._right = QStackedWidget()
        self._next = 0
        self._compares_later = False
        self._build()
        self._connect()
        self._clock = QTimer(self, interval=MINUTE_MS)
        self._clock.timeout.connect(self._on_minute)
        self._clock.start()

    @staticmethod
    def title() -> str:
        return _("Conversations")

    def refresh(self) -> None:
        self._show_promise()
        self._replies.look_again()
        self._on_turned()
        self._compares_later = True
        self._open.look_again()
        self._person.look_again()
        self._shelf.keep_picked(self._picked())
        self._shelf.look_again()

    def open_item(self, what: object) -> None:
        """Open a message by its id; ``("person", id)`` a person, ``"new"`` an empty entry.

        A ``Path`` brings in contacts; a shelf such as ``"waiting"`` shows that list.
        """
        if isinstance(what, int):
            self._open_message(what)
            self._sides.show_open()
        elif isinstance(what, tuple):
            self._shelf.show_shelf(PEOPLE, what[1])
            self._open_person(what[1])
            self._sides.show_open()
        elif isinstance(what, Path):
            self._bring_in(what)
        elif what == "new":
            self._add()
        elif what in tuple(Shelf):
            self._show_nothing()
            self._shelf.show_shelf(str(what), self._picked())

    def has_unsaved(self) -> bool:
        return self._open.is_unsaved or self._person.is_unsaved

    def leave(self) -> None:
        self._open.keep_now()
        self._person.keep_now()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _dropped_file(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take a file dropped here for contacts."""
        file = _dropped_file(event)
        if file is not None:
            event.acceptProposedAction()
            self._bring_in(file)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Let the keyboard begin at the list, when the page is opened."""
        self._shelf.list.setFocus()

    # building

    def _build(self) -> None:
        theme = self.context.theme
        self.setAcceptDrops(True)
        self._bring = Button(
            _("Bring in contacts"), self._contacts.ask_file, theme=theme, icon="ph.address-book"
        )
        self._add_button = Button(_("Add a message"), self._add, theme=theme, icon="ph.plus")
        self._add_button.setToolTip(_("Ctrl+N"))
        self._replies = RepliesButton(self.context)
        self._sides = TwoSides(theme, self._shelf, self._right)
        title = label(_("Conversations"), "title", wrap=False)
        self._head = HeadRow(title, self._sides.back, self._replies, self._bring, self._add_button)
        self._empty = self._empty_state()
        self._nothing = EmptyState(
            theme, self.icon, _("Pick a message"), _("It opens here, with room for your answer.")
        )
        self._entry_area, self._contacts_area = scrolling(self._entry), scrolling(self._contacts)
        parts = (self._nothing, self._panel, self._person, self._entry_area, self._contacts_area)
        for part in (*parts, self._empty):
            self._right.addWidget(part)
        stack = column(self._head, self._promise, self._questions, spacing=12, margins=24)
        stack.addWidget(self._sides, 1)
        self.setLayout(stack)

    def _empty_state(self) -> EmptyState:
        words = _(
            "Everyone who writes to you will stand here until they have their answer. "
            "Type or paste what somebody said; it takes two clicks."
        )
        self._first = Button(_("Add the first message"), self._add, role="primary")
        title = _("Nobody has written yet")
        return EmptyState(self.context.theme, self.icon, title, words, self._first)

    def _connect(self) -> None:
        self._shelf.message_picked.connect(self._open_message)
        self._shelf.person_picked.connect(self._open_person)
        self._shelf.entered_line.connect(self._enter)
        self._shelf.line_clicked.connect(self._sides.show_open)
        self._sides.turned.connect(self._on_turned)
        self._shelf.shown.connect(self._on_list_shown)
        self._open.gone_on.connect(self._on_gone_on)
        self._open.changed.connect(self._on_changed_here)
        self._panel.message_wanted.connect(self._open_message)
        self._panel.person_wanted.connect(self._open_writer)
        self._person.message_wanted.connect(self._open_message)
        self._person.person_wanted.connect(self._open_person)
        self._person.gone.connect(self._show_nothing)
        self._person.changed.connect(self._shelf.look_again)
        self._entry.kept.connect(self._on_kept)
        self._entry.closed.connect(self._show_nothing)
        self._contacts.started.connect(lambda: self._show_right(self._contacts_area))
        self._contacts.closed.connect(self._on_contacts_closed)
        shortcuts = {
            "Ctrl+N": self._add,
            COPY_KEY: self._copy_or_keep,
            ANSWERED_KEY: self._on_message(self._open.answered),
            DONE_KEY: self._on_message(self._open.done),
        }
        for keys, action in shortcuts.items():
            context = Qt.ShortcutContext.WidgetWithChildrenShortcut
            QShortcut(QKeySequence(keys), self, action, context=context)

    def _copy_or_keep(self) -> None:
        """Do what the main button in sight does: copy an answer, or keep an entry."""
        showing = self._right.currentWidget()
        if showing is self._panel:
            self._open.copy_and_open()
        elif showing is self._entry_area:
            self._entry.keep()

    def _on_message(self, action: Callable[[], None]) -> Callable[[], None]:
        """Let a shortcut act only while what it acts on is in sight."""

        def act() -> None:
            if self._right.currentWidget() is self._panel:
                action()

        return act

    # what is open

    def _picked(self) -> int:
        if self._shelf.is_people:
            return self._person.person.id if self._person.person is not None else 0
        return self._open.message.id if self._open.message is not None else 0

    def _open_message(self, message_id: int) -> None:
        if self._open.open(message_id):
            self._panel.to_top()
            self._right.setCurrentWidget(self._panel)
            if not self._shelf.is_people:
                self._shelf.list.pick(message_id)
        else:
            self._shelf.list.pick(self._picked())

    def _open_writer(self) -> None:
        if self._open.person is not None:
            self._shelf.show_shelf(PEOPLE, self._open.person.id)
            self._open_person(self._open.person.id)

    def _open_person(self, person_id: int) -> None:
        self._open.keep_now()
        if self._person.open(person_id):
            self._right.setCurrentWidget(self._person)

    def _enter(self) -> None:
        self._sides.show_open()
        for part in (self._panel, self._person):
            if self._right.currentWidget() is part:
                part.write()

    def _on_list_shown(self) -> None:
        """Open the first message when nothing is open, and say so when there is none at all."""
        nobody = not self._services.relations.people.count()
        here = self.window().focusWidget()
        has_keyboard = here is not None and self.isAncestorOf(here)
        self._sides.keep_list(not nobody)
        showing = self._right.currentWidget()
        if nobody and showing in (self._nothing, self._panel, self._person, self._empty):
            self._right.setCurrentWidget(self._empty)
            if has_keyboard:
                self._first.setFocus()
        elif showing is self._empty:
            self._right.setCurrentWidget(self._nothing)
        self._open_next()
        self._compare_questions()

    def _compare_questions(self) -> None:
        """Look for alike questions, which takes long, only now that the list stands."""
        if self._compares_later:
            self._compares_later = False
            self._questions.look_again()

    def _open_next(self) -> None:
        if self._right.currentWidget() not in (self._nothing, self._panel, self._person):
            return
        if self._shelf.is_people or self._open.message is not None:
            return
        wanted = self._next or self._shelf.list.first
        self._next = 0
        if wanted:
            self._open_message(wanted)
        else:
            self._right.setCurrentWidget(self._nothing)
            self._sides.show_list()

    def _on_gone_on(self) -> None:
        """Go on with the next line of the list, as after an answer."""
        gone = self._open.message.id if self._open.message is not None else self._picked()
        self._next = self._shelf.list.next_to(gone) if gone else 0
        self._open.close()
        self._shelf.keep_picked(self._next)
        self._on_changed_here()

    def _on_changed_here(self) -> None:
        self._show_promise()
        self._shelf.keep_picked(self._next or self._picked())
        self._shelf.look_again()

    def _on_minute(self) -> None:
        if self.isVisible():
            self._on_changed_here()

    def _show_right(self, part: QWidget) -> None:
        self._right.setCurrentWidget(part)
        self._sides.show_open()

    def _show_nothing(self) -> None:
        self._right.setCurrentWidget(self._panel if self._open.message else self._nothing)
        self._sides.show_list()
        self._shelf.look_again()

    # forms

    def _add(self) -> None:
        self._open.keep_now()
        self._show_right(self._entry_area)
        self._entry.start()

    def _on_kept(self, message_id: int) -> None:
        self.context.hub.tell(Changes.PEOPLE, self)
        self._right.setCurrentWidget(self._panel)
        self._shelf.show_shelf(Shelf.WAITING, message_id)
        self._open_message(message_id)
        self._panel.write()
        self._show_promise()
        self._questions.look_again()

    def _bring_in(self, file: Path) -> None:
        self._show_right(self._contacts_area)
        self._contacts.start(file)

    def _on_contacts_closed(self) -> None:
        self._right.setCurrentWidget(self._nothing)
        self._sides.show_list()
        self._shelf.show_shelf(PEOPLE)

    def _show_promise(self) -> None:
        times = self._services.relations.answer_times
        waits = self._services.relations.conversations.anybody_waits()
        words = promise_sentence(times.promised_hours, times.late(), is_promised=times.is_promised)
        self._promise.setText(words)
        self._promise.setVisible(waits and not self._sides.hides_list)

    def _on_turned(self) -> None:
        """Leave what is open all the room where there is little."""
        alone = self._sides.hides_list
        self._questions.set_quiet(alone)
        for part in (self._bring, self._add_button):
            part.setVisible(not alone)
        self._replies.setVisible(not alone and self._replies.is_of_use)
        self._head.fit()
        self._show_promise()


def _dropped_file(event: QDropEvent) -> Path | None:
    """Return the one file that is dropped, None for anything else."""
    addresses = event.mimeData().urls()
    local = [Path(one.toLocalFile()) for one in addresses if one.isLocalFile()]
    return local[0] if len(local) == 1 and local[0].is_file() else None
