"""The button that writes the month's report where the owner wants it."""

from __future__ import annotations

from gettext import gettext as _
from pathlib import Path

from PySide6.QtWidgets import QFileDialog

from socialcoach.services.words.figures import month_name
from socialcoach.ui.context import AppContext
from socialcoach.ui.documents.month_report import write_month_report
from socialcoach.ui.outcomes import say_failed, say_saved
from socialcoach.ui.progress.loading import Shown
from socialcoach.ui.widgets.buttons import Button


class ReportButton(Button):
    """Named after the month it reports."""

    def __init__(self, context: AppContext) -> None:
        super().__init__(
            "", self._ask_where, role="primary", theme=context.theme, icon="ph.file-pdf"
        )
        self._context = context
        self._month = ""

    def show_month(self, shown: Shown) -> None:
        """Offer the report of this month."""
        self._month = shown.month
        name = month_name(shown.month, shown.overview.today_month)
        self.setText(_("{month} report").format(month=name))
        self.setAccessibleName(self.text())

    def _ask_where(self) -> None:
        dialog = QFileDialog(self, _("Save the report"), f"{self._month}.pdf", _("PDF (*.pdf)"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("pdf")
        dialog.fileSelected.connect(lambda name: self._write(Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _write(self, file: Path) -> None:
        month, services = self._month, self._context.services

        def work() -> None:
            with services.in_worker() as own:
                write_month_report(own, month, file)

        self._context.tasks.run(work, lambda _done: self._on_written(file), self._on_failed)

    def _on_written(self, file: Path) -> None:
        say_saved(self._context, file)

    def _on_failed(self, error: Exception) -> None:
        say_failed(self._context, error)
