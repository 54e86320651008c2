"""The left side of Conversations: what to look at, a search, and the list."""

from __future__ import annotations

from array import array
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from gettext import gettext as _

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit, QStackedWidget
from shiboken6 import isValid

from socialcoach.core.relations.message import Shelf
from socialcoach.services.bundle import Services
from socialcoach.services.words import conversations as words
from socialcoach.ui.context import AppContext
from socialcoach.ui.relations.id_model import IdModel
from socialcoach.ui.relations.line_delegate import LineDelegate
from socialcoach.ui.relations.long_list import LongList
from socialcoach.ui.relations.looks import Looks
from socialcoach.ui.widgets.boxes import Card
from socialcoach.ui.widgets.buttons import Button
from socialcoach.ui.widgets.labels import label
from socialcoach.ui.widgets.pills import Pills

PEOPLE = "people"
"""The shelf with everybody, whether or not they wrote."""

MOST_PAIRS = 20
"""Pairs who may be one person that are looked for at once."""

SEARCH_AFTER_MS = 150
"""The search begins when the typing rests for so long, in milliseconds."""


@dataclass(frozen=True)
class Found:
    """What a shelf holds, read in the background."""

    ids: array[int]
    counts: Mapping[Shelf, int]
    pairs: Sequence[int] = ()


class ShelfCard(Card):
    """A search, shelves and a list.

    Signals: ``message_picked(id)``, ``person_picked(id)``, ``entered_line()``,
    ``line_clicked()``, ``shown()``.
    """

    message_picked = Signal(int)
    person_picked = Signal(int)
    entered_line = Signal()
    line_clicked = Signal()
    shown = Signal()

    def __init__(self, context: AppContext) -> None:
        super().__init__(margins=12)
        self._context = context
        self._looks = Looks(context.services)
        self._asked = 0
        self._wanted = 0
        self.shelf: str = Shelf.WAITING
        self._pills = Pills([])
        self._search = QLineEdit()
        self._foot = label("", "small")
        self._twice = Button("", self._look_at_pair, role="link")
        self._pairs: Sequence[int] = ()
        self._lists = QStackedWidget()
        self._build(context)
        self._typing = QTimer(self, singleShot=True, interval=SEARCH_AFTER_MS)
        self._typing.timeout.connect(self.look_again)
        self._connect()

    @property
    def is_people(self) -> bool:
        """Tell whether the list shows people instead of messages."""
        return self.shelf == PEOPLE

    @property
    def list(self) -> LongList:
        """Return the list that is showing."""
        return self._people if self.is_people else self._messages

    def show_shelf(self, shelf: str, picked: int = 0) -> None:
        """Show a shelf, with one line picked when it is there."""
        self.shelf, self._wanted = shelf, picked
        self._pills.choose([shelf])
        self._search.clear()
        self._typing.stop()
        self.look_again()

    def keep_picked(self, picked: int) -> None:
        """Pick this line as soon as the list has been read again."""
        self._wanted = picked

    def look_again(self) -> None:
        """Read the list in the background and show it when it is there."""
        self._asked += 1
        asked, shelf, sought = self._asked, self.shelf, self._search.text().strip()
        services = self._context.services
        self._context.tasks.run(
            lambda: _read(services, shelf, sought), lambda found: self._show(asked, sought, found)
        )

    def search(self) -> None:
        """Put the keyboard into the search."""
        self._search.setFocus()
        self._search.selectAll()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrow key lead from the search into the list, and Escape end the search."""
        if watched is self._search and isinstance(event, QKeyEvent):
            pressed = event.type() == QEvent.Type.KeyPress
            if pressed and event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._go_to_list()
                return True
            if pressed and event.key() == Qt.Key.Key_Escape and self._search.text():
                self._search.clear()
                return True
        return super().eventFilter(watched, event)

    def _build(self, context: AppContext) -> None:
        services = context.services.relations
        looks, theme = self._looks, context.theme
        self._messages = LongList(
            IdModel(services.conversations.lines, looks.spoken_message),
            LineDelegate(theme, looks.message),
            _("Messages"),
        )
        self._people = LongList(
            IdModel(services.people.lines, looks.spoken_person),
            LineDelegate(theme, looks.person),
            _("People"),
        )
        for shelf in Shelf:
            self._pills.add(shelf, words.shelf_name(shelf))
        self._pills.add(PEOPLE, _("People"))
        self._pills.setAccessibleName(_("What to look at"))
        self._pills.choose([self.shelf])
        self._search.setPlaceholderText(_("Search names and words"))
        self._search.setAccessibleName(_("Search names and words"))
        self._search.setToolTip(_("Ctrl+F. It looks through everything anybody wrote."))
        self._search.setClearButtonEnabled(True)
        self._search.installEventFilter(self)
        self._lists.addWidget(self._messages)
        self._lists.addWidget(self._people)
        self.add(self._search, self._pills)
        self.body.addWidget(self._lists, 1)
        self.add(self._foot, self._twice)
        self._twice.hide()

    def _connect(self) -> None:
        self._pills.changed.connect(lambda: self.show_shelf(self._pills.chosen[0]))
        self._search.textChanged.connect(lambda _text: self._typing.start())
        self._messages.picked.connect(self.message_picked)
        self._people.picked.connect(self.person_picked)
        for one in (self._messages, self._people):
            one.entered_line.connect(lambda _id: self.entered_line.emit())
            one.typed.connect(self._type_on)
            one.clicked.connect(lambda _index: self.line_clicked.emit())
        keys = QKeySequence(QKeySequence.StandardKey.Find)
        find = QShortcut(keys, self.parentWidget() or self)
        find.setContext(Qt.ShortcutContext.WindowShortcut)
        find.activated.connect(self.search)

    def _type_on(self, text: str) -> None:
        self._search.setFocus()
        self._search.insert(text)

    def _go_to_list(self) -> None:
        self.list.setFocus()
        if not self.list.currentIndex().isValid():
            self.list.pick(self.list.first)

    def _show(self, asked: int, sought: str, found: Found) -> None:
        if not isValid(self) or asked != self._asked:
            return
        self._looks.renew()
        for shelf, count in found.counts.items():
            open_only = count if shelf in (Shelf.WAITING, Shelf.FOLLOW_UP) else 0
            self._pills.rename(shelf, words.with_count(words.shelf_name(shelf), open_only))
        self._lists.setCurrentWidget(self.list)
        self.list.show_ids(found.ids, self._wanted)
        self._say(sought, len(found.ids))
        self._pairs = found.pairs
        self._twice.setVisible(bool(found.pairs))
        self._twice.setText(words.pairs_sentence(len(found.pairs)))
        self._twice.setAccessibleName(self._twice.text())
        self.shown.emit()

    def _look_at_pair(self) -> None:
        if self._pairs:
            self.list.pick(self._pairs[0])
            self.person_picked.emit(self._pairs[0])
            self.line_clicked.emit()

    def _say(self, sought: str, count: int) -> None:
        if sought:
            said = words.found_people if self.is_people else words.found_sentence
            self._foot.setText(said(count, sought))
        elif not count and not self.is_people:
            self._foot.setText(words.empty_shelf(Shelf(self.shelf)))
        else:
            self._foot.setText("")
        self._foot.setVisible(bool(self._foot.text()))


def _read(services: Services, shelf: str, sought: str) -> Found:
    """Read ids and counts; runs in a worker."""
    with services.in_worker() as own:
        talk, people = own.relations.conversations, own.relations.people
        if shelf == PEOPLE:
            ids = people.found(sought) if sought else people.ids()
            pairs = [one.id for one, _other in people.pairs(MOST_PAIRS)]
            return Found(ids, talk.counts(), pairs)
        return Found(talk.found(sought) if sought else talk.ids(Shelf(shelf)), talk.counts())
