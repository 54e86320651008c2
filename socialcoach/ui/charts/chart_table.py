"""The figures of a chart as a table, for who reads or hears them better so."""

from __future__ import annotations

from PySide6.QtWidgets import QHeaderView, QTableView

from socialcoach.ui.charts.chart import Chart
from socialcoach.ui.charts.table_model import TableModel


class ChartTable(QTableView):
    """Shows one chart's figures; Tab leaves it, the arrows walk in it."""

    def __init__(self) -> None:
        super().__init__()
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.verticalHeader().hide()
        self.setTabKeyNavigation(False)

    def fill(self, chart: Chart) -> None:
        """Show the figures of ``chart``."""
        model = TableModel(chart.table())
        model.setParent(self)
        self.setModel(model)
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        self.setAccessibleName(chart.title())
        self.setAccessibleDescription(chart.sentence())
