"""Settings: everything in one file, where the owner wants it."""

from __future__ import annotations

import threading
from gettext import gettext as _
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog, QProgressBar, QWidget
from shiboken6 import isValid

from socialcoach.services.words import keeping as words
from socialcoach.ui.context import AppContext
from socialcoach.ui.settings.saying import Saying
from socialcoach.ui.widgets.boxes import Card, column
from socialcoach.ui.widgets.buttons import Button
from socialcoach.ui.widgets.flow import FlowLayout
from socialcoach.ui.widgets.labels import label


class ExportCard(Card):
    """Asks for a place, writes the file in the background and says how far it is."""

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self._context = context
        self._stopped = threading.Event()
        self._busy = QWidget()
        self._how_far = label("", "soft")
        self._bar = QProgressBar()
        self._saying = Saying()
        self._start = Button(_("Export everything"), self.ask_place)
        self._stop = Button(_("Stop"), self._on_stop)
        self._build()

    @property
    def is_busy(self) -> bool:
        """Tell whether an export is being written."""
        return not self._start.isEnabled()

    def ask_place(self) -> None:
        """Let the owner choose where the file goes."""
        if self.is_busy:
            return
        name = self._context.services.exporting.file_name()
        folder = _documents()
        dialog = QFileDialog(
            self, _("Export everything"), str(folder / name), _("Packed file (*.zip)")
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("zip")
        dialog.fileSelected.connect(lambda chosen: self._write(Path(chosen)))
        dialog.open()

    def _build(self) -> None:
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(_("How far it is"))
        self._stop.setAccessibleName(_("Stop the export"))
        stopping = FlowLayout()
        stopping.addWidget(self._stop)
        busy = column(self._how_far, self._bar, spacing=8)
        busy.addLayout(stopping)
        self._busy.setLayout(busy)
        self._busy.hide()
        buttons = FlowLayout()
        buttons.addWidget(self._start)
        self.add(label(_("Export everything"), "heading"), label(words.export_meaning()))
        self.add(self._busy, self._saying.line, buttons)

    def _write(self, file: Path) -> None:
        services, tasks = self._context.services, self._context.tasks
        stopped = self._stopped = threading.Event()
        self._show_busy(True)
        self._saying.say("")
        self._on_progress(0, 0)

        def go_on(done: int, total: int) -> bool:
            tasks.report(lambda: self._on_progress(done, total))
            return not stopped.is_set()

        def work() -> Path:
            with services.in_worker() as own:
                return own.exporting.write(file, go_on)

        tasks.run(work, self._on_written, self._on_failed)

    def _on_stop(self) -> None:
        self._stopped.set()

    def _on_progress(self, done: int, total: int) -> None:
        if not isValid(self):
            return
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        self._how_far.setText(words.export_progress(done, total) if total else _("Copying…"))

    def _on_written(self, file: Path) -> None:
        if isValid(self):
            self._show_busy(False)
        said = _("Everything was exported: {name}").format(name=file.name)
        desktop = self._context.desktop
        self._context.hub.notice(said, _("Open folder"), lambda: desktop.open_folder(file.parent))

    def _on_failed(self, error: Exception) -> None:
        if isValid(self):
            self._show_busy(False)
        self._saying.trouble(error)

    def _show_busy(self, busy: bool) -> None:
        """Show how far it is, with the keyboard on the button to stop it; or the start again."""
        had_focus = self._start.hasFocus() or self._stop.hasFocus()
        self._busy.setVisible(busy)
        self._start.setEnabled(not busy)
        if had_focus:
            (self._stop if busy else self._start).setFocus()


def _documents() -> Path:
    """Return the owner's folder for documents, where a new export is suggested."""
    place = QStandardPaths.StandardLocation.DocumentsLocation
    return Path(QStandardPaths.writableLocation(place) or Path.home())
