"""A card with a chart: its sentence, the picture or the table, how to read it, a way to save."""

from __future__ import annotations

from gettext import gettext as _
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QStackedWidget

from socialcoach.ui.charts.canvas import HIGH, ChartCanvas
from socialcoach.ui.charts.chart import Chart
from socialcoach.ui.charts.chart_table import ChartTable
from socialcoach.ui.charts.library import ChartLibrary
from socialcoach.ui.charts.look import look_of
from socialcoach.ui.charts.saving import save_chart
from socialcoach.ui.context import AppContext
from socialcoach.ui.outcomes import say_failed, say_saved
from socialcoach.ui.widgets.boxes import Card, row
from socialcoach.ui.widgets.buttons import Button
from socialcoach.ui.widgets.labels import label


class ChartCard(Card):
    """Shows one chart at a time; draws only when the chart or the look has changed.

    ``high`` is the picture's height in pixels at the usual text size.
    """

    def __init__(self, context: AppContext, library: ChartLibrary, high: int = HIGH) -> None:
        super().__init__()
        self._context, self._high = context, high
        self._chart: Chart | None = None
        self._canvas = ChartCanvas(library)
        self._wants_table = False
        self._heading = label("", "heading")
        self._sentence = label()
        self._waiting = label("", "soft")
        self._waiting.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._table: ChartTable | None = None  # made when it is asked for; most never are
        self._note = label("", "small")
        self._swap = Button(_("As a table"), self._swap_view, role="link")
        self._save = Button(_("Save"), self._ask_where, role="link")
        self._views = QStackedWidget()
        self._build()

    def show_chart(self, chart: Chart) -> None:
        """Show a chart; the picture comes as soon as it can be drawn."""
        self._chart = chart
        self._heading.setText(chart.title())
        self._sentence.setText(chart.sentence())
        self._note.setText(chart.note())
        self._name_buttons(chart)
        if self._table is not None:
            self._table.fill(chart)
        self._waiting.setText("" if chart.has_picture() else _("Nothing to draw yet."))
        # On the visible stack: Qt would not notice a new height of a hidden page of it.
        self._views.setMinimumHeight(self._context.theme.sizes.scaled(self._high))
        self._save.setEnabled(chart.has_picture())
        if chart.has_picture():
            self._canvas.show_chart(chart, look_of(self._context.theme))
        self._show_view()

    def _build(self) -> None:
        self._views.addWidget(self._waiting)
        self._views.addWidget(self._canvas)
        foot = row(self._note, self._swap, self._save, spacing=4)
        foot.setStretch(0, 1)
        foot.setAlignment(self._swap, Qt.AlignmentFlag.AlignTop)
        foot.setAlignment(self._save, Qt.AlignmentFlag.AlignTop)
        self.add(self._heading, self._sentence, self._views, foot)
        self.body.setStretch(2, 1)

    def _name_buttons(self, chart: Chart) -> None:
        self._save.setAccessibleName(_("Save “{chart}”").format(chart=chart.title()))
        self._swap.setAccessibleName(f"{self._swap.text()}: {chart.title()}")

    def _show_view(self) -> None:
        has_picture = self._chart is not None and self._chart.has_picture()
        picture = self._canvas if has_picture else self._waiting
        self._views.setCurrentWidget(self._table_view() if self._wants_table else picture)
        self._swap.setText(_("As a picture") if self._wants_table else _("As a table"))
        if self._chart is not None:
            self._name_buttons(self._chart)

    def _table_view(self) -> ChartTable:
        if self._table is None:
            self._table = ChartTable()
            self._views.addWidget(self._table)
            if self._chart is not None:
                self._table.fill(self._chart)
        return self._table

    def _swap_view(self) -> None:
        self._wants_table = not self._wants_table
        self._show_view()

    def _ask_where(self) -> None:
        if self._chart is None:
            return
        kinds = _("Picture (*.png);;PDF (*.pdf);;Table (*.csv)")
        dialog = QFileDialog(self, _("Save"), f"{self._chart.file_name}.png", kinds)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("png")
        dialog.filterSelected.connect(lambda chosen: dialog.setDefaultSuffix(_ending(chosen)))
        dialog.fileSelected.connect(lambda name: self._save_to(Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _save_to(self, file: Path) -> None:
        chart = self._chart
        if chart is not None:
            self._context.tasks.run(
                lambda: save_chart(chart, file), self._on_saved, self._on_failed
            )

    def _on_saved(self, file: Path) -> None:
        say_saved(self._context, file)

    def _on_failed(self, error: Exception) -> None:
        say_failed(self._context, error)


def _ending(chosen: str) -> str:
    """Return the ending that stands in the chosen kind of file."""
    return next((ending for ending in ("pdf", "csv") if ending in chosen), "png")
