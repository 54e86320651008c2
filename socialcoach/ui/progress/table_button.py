"""A button that saves a card's figures as a table."""

from __future__ import annotations

from gettext import gettext as _
from pathlib import Path

from PySide6.QtWidgets import QFileDialog

from socialcoach.core.errors import UserError
from socialcoach.services.tables import write_table
from socialcoach.ui.charts.chart import TableData
from socialcoach.ui.context import AppContext
from socialcoach.ui.outcomes import say_failed, say_saved
from socialcoach.ui.widgets.buttons import Button


class TableButton(Button):
    """Asks where, and writes ``table`` there as CSV; ``title`` names it for ears and the file."""

    def __init__(self, context: AppContext, title: str, table: TableData) -> None:
        super().__init__(_("Save the table"), self._ask_where, role="link")
        self.setAccessibleName(_("Save the table “{title}”").format(title=title))
        self._context, self._title, self._table = context, title, table

    def _ask_where(self) -> None:
        name = f"{self._title.lower().rstrip('?')}.csv"
        dialog = QFileDialog(self, _("Save the table"), name, _("Table (*.csv)"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("csv")
        dialog.fileSelected.connect(lambda chosen: self._write(Path(chosen)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _write(self, file: Path) -> None:
        try:
            write_table(file, self._table.head, self._table.rows)
        except UserError as error:
            say_failed(self._context, error)
        else:
            say_saved(self._context, file)
