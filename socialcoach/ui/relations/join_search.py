"""Looking for the other name somebody goes by, to make both one person."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from gettext import gettext as _

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget
from shiboken6 import isValid

from socialcoach.core.relations.person import Person, PersonLine
from socialcoach.services.words.conversations import platform_name
from socialcoach.services.words.people import person_summary
from socialcoach.ui.context import AppContext
from socialcoach.ui.relations.shelf_card import SEARCH_AFTER_MS
from socialcoach.ui.widgets.boxes import clear, column, put
from socialcoach.ui.widgets.buttons import Button
from socialcoach.ui.widgets.flow import FlowLayout
from socialcoach.ui.widgets.labels import label

MOST_FOUND = 6
"""More would be a list to read; another letter typed finds fewer."""


class JoinSearch(QWidget):
    """A link that opens a search. Emits ``chosen(person_id)``."""

    chosen = Signal(int)

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self._context = context
        self._person: Person | None = None
        self._asked = 0
        self._open = Button(_("They have another name here"), self._start, role="link")
        self._field = QLineEdit()
        self._found = column(spacing=4)
        self._typing = QTimer(self, singleShot=True, interval=SEARCH_AFTER_MS)
        self._typing.timeout.connect(self._look)
        self._build()

    def show_person(self, person: Person) -> None:
        """Close the search when somebody else is shown."""
        if self._person is None or person.id != self._person.id:
            self._close()
        self._person = person

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Escape close the search."""
        pressed = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress
        if pressed and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            self._close()
            self._open.setFocus()
            return True
        return super().eventFilter(watched, event)

    def _build(self) -> None:
        self._field.setPlaceholderText(_("Search their other name"))
        self._field.setAccessibleName(_("Search their other name"))
        self._field.setClearButtonEnabled(True)
        self._field.installEventFilter(self)
        self._field.textChanged.connect(lambda _text: self._typing.start())
        line = FlowLayout()
        line.addWidget(self._open)
        self.setLayout(column(line, self._field, self._found, spacing=4))
        self._close()

    def _start(self) -> None:
        self._open.hide()
        self._field.show()
        self._field.setFocus()

    def _close(self) -> None:
        self._asked += 1
        self._field.clear()
        self._typing.stop()
        self._field.hide()
        clear(self._found)
        self._open.show()

    def _look(self) -> None:
        self._asked += 1
        asked, services = self._asked, self._context.services
        words, own_id = self._field.text().strip(), self._person.id if self._person else 0

        def work() -> list[PersonLine]:
            with services.in_worker() as own:
                people = own.relations.people
                others = [one for one in people.found(words) if one != own_id][:MOST_FOUND]
                lines = people.lines(others)
                return [lines[one] for one in others if one in lines]

        self._context.tasks.run(work, lambda found: self._show(asked, words, found))

    def _show(self, asked: int, words: str, found: Sequence[PersonLine]) -> None:
        if not isValid(self) or asked != self._asked:
            return
        clear(self._found)
        for line in found:
            name = _("{name} ({facts})").format(name=line.name, facts=self._facts(line))
            put(self._found, Button(name, partial(self._choose, line.id)))
        if words and not found:
            put(self._found, label(_("Nobody found."), "soft"))

    def _choose(self, person_id: int) -> None:
        self._close()
        self.chosen.emit(person_id)

    def _facts(self, line: PersonLine) -> str:
        platforms = self._context.services.platforms
        names = [platform_name(key, platforms) for key in line.platforms]
        return person_summary(names, line.messages, line.email or line.place)
