"""Settings: go back to an earlier copy, or bring an export along to a new computer."""

from __future__ import annotations

from gettext import gettext as _
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget
from shiboken6 import isValid

from socialcoach.core.errors import UserError
from socialcoach.services.restoring import Holdings
from socialcoach.services.words import restoring as words
from socialcoach.services.words.errors import explain
from socialcoach.ui.context import AppContext
from socialcoach.ui.progress.panel_place import PanelPlace
from socialcoach.ui.settings.saying import Saying
from socialcoach.ui.widgets.boxes import Card, column
from socialcoach.ui.widgets.buttons import Button
from socialcoach.ui.widgets.combo import Combo
from socialcoach.ui.widgets.flow import FlowLayout
from socialcoach.ui.widgets.form_rows import FormRows
from socialcoach.ui.widgets.labels import label


class RestoreCard(Card):
    """Lists the copies, takes a file from elsewhere, and looks inside before anything happens."""

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self._context = context
        self._copies = Combo(context.theme)
        self._rows = FormRows()
        self._none = label(words.no_copies(), "soft")
        self._look = Button(_("Look inside"), self._on_look)
        self._choose = Button(_("Choose a file"), self.ask_file)
        self._saying = Saying()
        self._place = PanelPlace()
        self._build()

    def refresh(self) -> None:
        """List the copies there are now; what was chosen stays chosen."""
        planner = self._context.services.planner
        chosen = self._copies.currentData()
        copies = self._context.services.restoring.copies()
        self._copies.clear()
        for copy in copies:
            name = words.copy_name(copy, planner.zone(), planner.today())
            self._copies.addItem(name, copy.file)
        self._copies.setCurrentIndex(max(0, self._copies.findData(chosen)))
        self._rows.setVisible(bool(copies))
        self._look.setVisible(bool(copies))
        self._none.setVisible(not copies)

    def ask_file(self) -> None:
        """Let the owner choose a copy or an export."""
        place = QStandardPaths.StandardLocation.DocumentsLocation
        folder = QStandardPaths.writableLocation(place)
        kinds = _("Copies and exports (*.zip *.db)")
        dialog = QFileDialog(self, _("Choose a copy or an export"), folder, kinds)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda chosen: self.look_into(Path(chosen)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def look_into(self, file: Path) -> None:
        """Say what a copy or an export holds and offer to go back to it; not in the sample."""
        if self._choose.isHidden():
            return
        self._place.close_panel()
        self._saying.say(_("Looking inside…"))
        self._show_busy(True)
        services = self._context.services

        def work() -> Holdings:
            with services.in_worker() as own:
                return own.restoring.look(file)

        tasks = self._context.tasks
        tasks.run(work, lambda found: self._on_looked(file, found), self._on_failed)

    def _build(self) -> None:
        self._rows.add_row(_("Copies on this computer"), self._copies)
        buttons = FlowLayout()
        buttons.addWidget(self._look)
        buttons.addWidget(self._choose)
        self.add(label(_("Go back to an earlier copy"), "heading"), label(words.restore_meaning()))
        self.add(self._rows, self._none, buttons, self._saying.line, self._place)
        # The sample is thrown away at the end, so nobody's own data should be brought into it.
        self._choose.setHidden(self._context.services.is_sample)

    def _on_look(self) -> None:
        file = self._copies.currentData()
        if file is not None:
            self.look_into(Path(file))

    def _on_looked(self, file: Path, found: Holdings) -> None:
        if not isValid(self):
            return
        self._show_busy(False)
        self._saying.say("")
        name = file.name
        if file == self._copies.currentData():
            name = self._copies.currentText()
        self._place.open(name, RestorePanel(self._context, file, found))

    def _on_failed(self, error: Exception) -> None:
        if isValid(self):
            self._show_busy(False)
        self._saying.trouble(error)

    def _show_busy(self, busy: bool) -> None:
        for button in (self._look, self._choose):
            button.setEnabled(not busy)


class RestorePanel(QWidget):
    """Says what a copy holds; one button goes back to it."""

    def __init__(self, context: AppContext, file: Path, found: Holdings) -> None:
        super().__init__()
        self._context = context
        self._file = file
        go = Button(_("Go back to this"), self._go)
        buttons = FlowLayout()
        buttons.addWidget(go)
        aside = _("The window closes and opens again. What you have now is set aside, not lost.")
        stack = column(label(words.holdings_sentence(found)), label(aside, "soft"), spacing=12)
        stack.addLayout(buttons)
        self.setLayout(stack)
        self.setFocusProxy(go)

    def _go(self) -> None:
        services, file = self._context.services, self._file

        def go_back() -> str:
            try:
                aside = services.restoring.go_back(file)
            except UserError as error:
                return explain(error)
            return words.restored_sentence(aside.name)

        self._context.hub.start_anew.emit(go_back)
