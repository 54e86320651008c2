"""The list of promoters: sorted by any column, with a click or by choosing."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from gettext import gettext as _

from PySide6.QtCore import QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHeaderView, QTableView

from socialcoach.core.relations.promoter import PromoterLine
from socialcoach.core.relations.promoter_list import ListColumn, sorted_lines
from socialcoach.ui.relations.outreach_keys import CardKeys
from socialcoach.ui.relations.outreach_models import PromoterTable
from socialcoach.ui.theme.theme import Theme

WIDTHS = {
    ListColumn.NAME: 170,
    ListColumn.STAGE: 130,
    ListColumn.NEXT: 200,
    ListColumn.SENT_US: 160,
    ListColumn.LAST_CONTACT: 110,
    ListColumn.FOLLOWERS: 200,
}
"""Least widths in pixels at the usual text size; a column without room for it hides, last first."""

ROW_HEIGHT = 40


class OutreachTable(QTableView):
    """Signals: ``sorted_by(column, descending)``; ``keys`` has the others."""

    sorted_by = Signal(object, bool)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._table = PromoterTable()
        self._lines: Sequence[PromoterLine] = ()
        self._today = date.min
        self._column, self._descending = ListColumn.NEXT, False
        self.keys = CardKeys(self, self.current)
        self._build()
        theme.changed.connect(self._fit)

    def show_lines(self, lines: Sequence[PromoterLine], today: date) -> None:
        """Show these promoters in the order chosen so far."""
        self._lines, self._today = lines, today
        here = self.current()
        ordered = sorted_lines(lines, self._column, descending=self._descending)
        self._table.show_lines(ordered, today)
        if here is not None:
            self.pick(here.id)

    def sort_by(self, column: ListColumn, *, descending: bool) -> None:
        """Show the rows in the order of a column."""
        self._column, self._descending = column, descending
        order = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
        self.horizontalHeader().setSortIndicator(tuple(ListColumn).index(column), order)
        self.show_lines(self._lines, self._today)

    def current(self) -> PromoterLine | None:
        """Return the promoter under the keyboard."""
        return self._table.line_at(self.currentIndex().row())

    def pick(self, promoter_id: int) -> None:
        """Put the keyboard on a promoter, when it is there."""
        place = self._table.row_of(promoter_id)
        if place >= 0:
            flags = QItemSelectionModel.SelectionFlag
            index = self._table.index(place, 0)
            self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _build(self) -> None:
        self.setModel(self._table)
        self.setAccessibleName(_("People who can recommend you"))
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        self.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head = self.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setMinimumSectionSize(24)
        head.setSortIndicatorShown(True)
        head.setSectionsClickable(True)
        head.setHighlightSections(False)
        head.sectionClicked.connect(self._on_head)
        self.sort_by(ListColumn.NEXT, descending=False)

    def _on_head(self, section: int) -> None:
        column = tuple(ListColumn)[section]
        descending = column is self._column and not self._descending
        self.sort_by(column, descending=descending)
        self.sorted_by.emit(column, descending)

    def _fit(self) -> None:
        """Hide the columns there is no room for."""
        sizes = self._theme.sizes
        self.verticalHeader().setDefaultSectionSize(sizes.scaled(ROW_HEIGHT))
        columns, room = tuple(ListColumn), self.viewport().width()
        shown, used = [], 0
        for column, width in WIDTHS.items():
            used += sizes.scaled(width)
            fits = used <= room or column is ListColumn.NAME
            self.setColumnHidden(columns.index(column), not fits)
            shown += [column] if fits else []
        total = sum(WIDTHS[column] for column in shown)
        for column in shown:
            self.setColumnWidth(columns.index(column), room * WIDTHS[column] // total)
