"""Bringing in contacts: choose a file, look at what it holds, bring it in, take it back."""

from __future__ import annotations

from functools import partial
from gettext import gettext as _
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QWidget
from shiboken6 import isValid

from socialcoach.core.changes import Changes
from socialcoach.core.errors import UserError
from socialcoach.services.relations.contacts import BroughtIn, ContactsPreview
from socialcoach.services.words import contacts as words
from socialcoach.services.words.errors import explain
from socialcoach.ui.context import AppContext
from socialcoach.ui.outcomes import say_failed
from socialcoach.ui.widgets.boxes import Card, clear, column, put
from socialcoach.ui.widgets.buttons import Button
from socialcoach.ui.widgets.flow import FlowLayout
from socialcoach.ui.widgets.labels import label
from socialcoach.ui.widgets.name_lines import NameLines

SHOWN = 6


class ContactsPanel(Card):
    """Emits ``started`` when a file was chosen and ``closed``."""

    started = Signal()
    closed = Signal()

    def __init__(self, context: AppContext) -> None:
        super().__init__(spacing=12)
        self._context = context
        self._heading = label("", "heading")
        self._lines = column(spacing=8)
        self._buttons = FlowLayout()
        self._asked = 0
        self.add(self._heading, self._lines, self._buttons)

    def ask_file(self) -> None:
        """Let the owner choose a file."""
        dialog = QFileDialog(self, _("Bring in contacts"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([_("Contacts (*.csv *.vcf *.txt)"), _("All files (*)")])
        dialog.fileSelected.connect(lambda name: self.start(Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def start(self, file: Path) -> None:
        """Look through a file and show what it would bring."""
        self._asked += 1
        asked, services = self._asked, self._context.services
        self._show(_("Looking through {file}").format(file=file.name), [], [])
        self.started.emit()

        def work() -> ContactsPreview:
            with services.in_worker() as own:
                return own.relations.contacts.look(file)

        self._context.tasks.run(
            work, partial(self._on_looked, asked), partial(self._on_failed, asked)
        )

    def _on_looked(self, asked: int, preview: ContactsPreview) -> None:
        if not isValid(self) or asked != self._asked:
            return
        lines: list[QWidget] = [label(line) for line in words.preview_lines(preview)]
        shown = [(one.name, words.contact_line(one)) for one in preview.new[:SHOWN]]
        lines.append(NameLines(shown, self._context.theme))
        buttons = [Button(_("Not now"), self.closed.emit)]
        if preview.new or preview.filled:
            bring = partial(self._bring_in, preview)
            count = len(preview.new) + len(preview.filled)
            buttons.insert(0, Button(words.bring_button(count), bring, role="primary"))
        self._show(words.preview_heading(preview), lines, buttons)
        buttons[0].setFocus()

    def _on_failed(self, asked: int, error: Exception) -> None:
        if not isinstance(error, UserError):
            raise error
        if isValid(self) and asked == self._asked:
            again = Button(_("Choose another file"), self.ask_file)
            buttons = [again, Button(_("Close"), self.closed.emit)]
            self._show(_("That file did not come in"), [label(explain(error))], buttons)
            again.setFocus()

    def _bring_in(self, preview: ContactsPreview) -> None:
        services = self._context.services
        self._show(_("Bringing in {file}").format(file=preview.file), [], [])

        def work() -> BroughtIn:
            with services.in_worker() as own:
                return own.relations.contacts.bring_in(preview)

        self._context.tasks.run(work, self._on_brought_in, partial(self._on_failed, self._asked))

    def _on_brought_in(self, brought: BroughtIn) -> None:
        self._context.hub.tell(Changes.PEOPLE)
        said = words.brought_sentence(len(brought.added), len(brought.before))
        self._context.hub.notice(said, _("Take it back"), partial(self._take_back, brought))
        self.closed.emit()

    def _take_back(self, brought: BroughtIn) -> None:
        """Take thousands of people away again without holding up the window."""
        services = self._context.services

        def work() -> Changes:
            with services.in_worker() as own:
                return own.relations.contacts.take_back(brought)

        hub = self._context.hub
        self._context.tasks.run(work, hub.tell, partial(say_failed, self._context))

    def _show(self, heading: str, lines: list[QWidget], buttons: list[Button]) -> None:
        self._heading.setText(heading)
        clear(self._lines)
        clear(self._buttons)
        for line in lines:
            put(self._lines, line)
        for button in buttons:
            self._buttons.addWidget(button)
            button.show()
