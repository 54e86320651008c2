"""Bringing in numbers: choose or drop a file, look at what it holds, bring it in, take it back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from gettext import gettext as _
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QProgressBar, QWidget

from socialcoach.core.errors import UserError
from socialcoach.services.progress.importing.own_columns import ColumnChoice
from socialcoach.services.progress.importing.preview import (
    ImportAnswers,
    ImportPreview,
    ImportResult,
    Question,
    QuestionKind,
)
from socialcoach.services.words.errors import explain
from socialcoach.services.words.importing import result_sentence
from socialcoach.services.words.progress import day_one_sentence, rule_sentence
from socialcoach.ui.context import AppContext
from socialcoach.ui.progress.column_form import ColumnForm
from socialcoach.ui.progress.import_preview import preview_lines, question_pills
from socialcoach.ui.progress.import_run import ImportRun
from socialcoach.ui.widgets.boxes import Card, clear, column, row
from socialcoach.ui.widgets.buttons import Button
from socialcoach.ui.widgets.labels import label

QUIET = "import.cancelled"
UNKNOWN = "import.unknown_columns"


class ImportPanel(Card):
    """Leads one file in. Signals: ``file_wanted()``, ``closed()``."""

    file_wanted = Signal()
    closed = Signal()

    def __init__(self, context: AppContext, names: Mapping[str, str]) -> None:
        super().__init__()
        self._names = names
        self._answers = ImportAnswers()
        self._path = Path()
        self._preview: ImportPreview | None = None
        self._result: ImportResult | None = None
        self._context = context
        self._run = ImportRun(context, self)
        self._is_writing = False
        self._unknown = ""
        self._heading = label("", "heading")
        self._lines = column(spacing=6)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(_("How far it is"))
        self._buttons = row()
        self.add(self._heading, self._lines, self._bar, self._buttons)

    def start(self, path: Path) -> None:
        """Look through a file and show what it holds."""
        self._run.drop()
        self._run = ImportRun(self._context, self)
        self._connect()
        self._path, self._answers = path, ImportAnswers()
        self._look()

    @property
    def is_writing(self) -> bool:
        """Tell whether a file is being written or taken back just now."""
        return self._is_writing

    def _connect(self) -> None:
        self._run.previewed.connect(self._on_previewed)
        self._run.columns_found.connect(self._ask_columns)
        self._run.written.connect(self._on_written)
        self._run.read.connect(self._on_read)
        self._run.reading.connect(self._on_reading)
        self._run.undone.connect(self._on_undone)
        self._run.progressed.connect(self._on_progress)
        self._run.failed.connect(self._on_failed)

    def _look(self) -> None:
        self._show_busy(_("Looking through {file}").format(file=self._path.name))
        self._run.preview(self._path, self._answers)

    def _on_previewed(self, preview: ImportPreview) -> None:
        self._preview = preview
        if preview.questions:
            self._ask(preview.questions[0])
            return
        platform = self._names.get(preview.platform, preview.platform)
        heading = _("{platform}: {file}").format(platform=platform, file=self._path.name)
        lines = [label(line) for line in preview_lines(preview)]
        if preview.new or preview.changed:
            bring = Button(_("Bring them in"), self._write, role="primary")
            self._show(heading, lines, [bring, Button(_("Not now"), self._close)])
        else:
            self._show(heading, lines, [self._close_button()])

    def _ask(self, question: Question) -> None:
        pills = question_pills(question, self._names)
        pills.changed.connect(lambda: self._answer(question, pills.chosen[0]))
        words = _("One question about {file}").format(file=self._path.name)
        self._show(words, [pills.question, pills], [Button(_("Not now"), self._close)])

    def _answer(self, question: Question, chosen: str) -> None:
        if question.kind is QuestionKind.DATE_ORDER:
            self._answers = replace(self._answers, date_order=chosen)
        elif question.kind is QuestionKind.PLATFORM:
            self._answers = replace(self._answers, platform=chosen)
        else:
            self._answers = replace(self._answers, rows=chosen)
        self._look()

    def _ask_columns(self, choice: ColumnChoice) -> None:
        form = ColumnForm(choice, self._names, self._context.theme)
        look = Button(_("Go on"), lambda: self._answer_columns(form), role="primary")
        words = _("Which column is which?")
        self._show(words, [label(self._unknown), form], [look, Button(_("Not now"), self._close)])
        form.setFocus()

    def _answer_columns(self, form: ColumnForm) -> None:
        if not form.is_enough:
            words = _("Please choose the platform, the column with the date and at least one more.")
            self._context.hub.notice(words)
            return
        self._answers = form.answers
        self._look()

    def _write(self) -> None:
        if self._preview is not None:
            self._show_busy(_("Bringing in {file}").format(file=self._path.name))
            self._is_writing = True
            self._run.write(self._preview)

    def _on_written(self, result: ImportResult) -> None:
        self._result = result
        self._show(_("Your numbers are in"), [label(result_sentence(result))], [])
        self._busy_bar()

    def _on_reading(self, posts: int) -> None:
        self._heading.setText(_("Reading your posts: {n}").format(n=posts))

    def _on_read(self, posts: int, selling: int) -> None:
        if self._result is None:
            return
        lines = [label(result_sentence(self._result))]
        if posts:
            lines.append(label(day_one_sentence(posts, selling), "strong"))
            lines.append(label(rule_sentence(posts, selling), "soft"))
        buttons = [self._close_button()]
        if self._result.import_id is not None:
            buttons.append(Button(_("Take it back"), self._undo))
        self._show_done(_("Your numbers are in"), lines, buttons)

    def _undo(self) -> None:
        if self._result is not None and self._result.import_id is not None:
            self._show_busy(_("Taking it back"), can_stop=False)
            self._is_writing = True
            self._run.undo(self._result.import_id)

    def _on_undone(self) -> None:
        words = _("The posts that came with {file} are gone again.").format(file=self._path.name)
        self._show_done(_("Taken back"), [label(words)], [self._close_button()])

    def _on_failed(self, error: UserError) -> None:
        if error.code == QUIET:
            self._show_done(_("Stopped"), [label(explain(error))], [self._close_button()])
            return
        if error.code == UNKNOWN:
            self._unknown = explain(error)
            self._run.find_columns(self._path)
            return
        again = Button(_("Choose another file"), self.file_wanted.emit)
        words = _("That file did not come in")
        self._show_done(words, [label(explain(error))], [again, self._close_button()])

    def _on_progress(self, done: int, total: int) -> None:
        if self._bar.isVisible() and total > 0:
            self._bar.setRange(0, 1000)
            self._bar.setValue(min(1000 * done // total, 1000))

    def _show_busy(self, heading: str, *, can_stop: bool = True) -> None:
        self._show(heading, [], [Button(_("Stop"), self._run.cancel)] if can_stop else [])
        self._busy_bar()

    def _busy_bar(self) -> None:
        self._bar.setRange(0, 0)
        self._bar.show()

    def _show_done(self, heading: str, lines: Sequence[QWidget], buttons: Sequence[Button]) -> None:
        self._is_writing = False
        self._show(heading, lines, buttons)

    def _show(self, heading: str, lines: Sequence[QWidget], buttons: Sequence[Button]) -> None:
        self._heading.setText(heading)
        self._bar.hide()
        clear(self._lines)
        clear(self._buttons)
        for line in lines:
            self._lines.addWidget(line)
        for button in buttons:
            self._buttons.addWidget(button)
        self._buttons.addStretch(1)
        self.setAccessibleName(heading)
        if buttons:
            buttons[0].setFocus()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def _close_button(self) -> Button:
        return Button(_("Close"), self._close)

    def _close(self) -> None:
        self.hide()
        self.closed.emit()
