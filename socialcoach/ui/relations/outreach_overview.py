"""All promoters at a glance: am I ready, who is due, and the board or the list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from gettext import gettext as _
from gettext import ngettext

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLineEdit, QStackedWidget, QWidget
from shiboken6 import isValid

from socialcoach.core.relations.outreach_due import Due
from socialcoach.core.relations.promoter import PromoterLine
from socialcoach.core.relations.promoter_list import (
    ListColumn,
    board_order,
    by_name,
    by_stage,
    matching_lines,
)
from socialcoach.services.bundle import Services
from socialcoach.ui.context import AppContext
from socialcoach.ui.relations.outreach_board import OutreachBoard
from socialcoach.ui.relations.outreach_due_card import DueCard
from socialcoach.ui.relations.outreach_models import column_name
from socialcoach.ui.relations.outreach_ready_card import ReadyCard
from socialcoach.ui.relations.outreach_table import OutreachTable
from socialcoach.ui.widgets.boxes import Card, column, scrolling
from socialcoach.ui.widgets.buttons import Button
from socialcoach.ui.widgets.combo import Combo
from socialcoach.ui.widgets.empty_state import EmptyState
from socialcoach.ui.widgets.labels import label
from socialcoach.ui.widgets.pills import Pills

SEARCH_WIDTH, SORT_WIDTH = 260, 180
TOOLS_WIDTH = 620
"""Width below which search and choices stand one above the other, in pixels."""

BOARD, TABLE, NOBODY = range(3)
FALLING = (ListColumn.LAST_CONTACT, ListColumn.SENT_US)
"""Columns whose latest or largest come first."""


@dataclass(frozen=True)
class Found:
    """What was read in the background: promoters in both orders, and who is due."""

    named: Sequence[PromoterLine] = ()
    on_board: Sequence[PromoterLine] = ()
    due: tuple[Due, ...] = ()


def read(services: Services) -> Found:
    """Read and order all promoters over a connection of its own; runs in a worker."""
    with services.in_worker() as own:
        named = by_name(own.relations.outreach.lines())
        return Found(named, board_order(named), own.relations.outreach.due())


class OutreachOverview(QWidget):
    """Says what the owner wants by ``opened(id)``, ``move_wanted(id, stage)`` and so on."""

    opened = Signal(int)
    move_wanted = Signal(int, object)
    delete_wanted = Signal(int)
    whom_wanted = Signal()

    def __init__(self, context: AppContext, page: QWidget) -> None:
        super().__init__()
        self._context = context
        self._found_now = Found()
        self._asked = 0
        self._wanted = 0
        self._ready, self._due = ReadyCard(context, page), DueCard()
        self._search = QLineEdit()
        self._found = label("", "small", wrap=False)
        self._way = Pills([("board", _("Board")), ("list", _("List"))])
        self._sort = Combo(context.theme)
        self._board, self._table = OutreachBoard(context.theme), OutreachTable(context.theme)
        self._stack = QStackedWidget()
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._hint = label(_hint(), "small")
        self._build()
        self._connect()

    def refresh(self, pick: int = 0) -> None:
        """Show everything anew; ``pick`` is the card to put the keyboard on afterwards."""
        self._ready.refresh()
        self._asked += 1
        asked, services = self._asked, self._context.services
        self._wanted = pick or self._wanted

        self._context.tasks.run(lambda: read(services), lambda found: self._on_read(asked, found))

    def _build(self) -> None:
        self._search.setPlaceholderText(_("Search names and notes"))
        self._search.setAccessibleName(_("Search people who can recommend you"))
        self._search.setClearButtonEnabled(True)
        self._way.setAccessibleName(_("Show as"))
        self._way.choose(["board"])
        self._sort.setAccessibleName(_("Order of the list"))
        for one in ListColumn:
            self._sort.addItem(_("By {column}").format(column=column_name(one).lower()), one)
        self._sort.setCurrentIndex(self._sort.findData(ListColumn.NEXT))
        self._sort.hide()
        self._tools = QWidget()
        self._row.addWidget(self._search)
        self._row.addWidget(self._way, 1)
        self._row.addWidget(self._found)
        self._row.addWidget(self._sort)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(12)
        self._tools.setLayout(self._row)
        table = Card(margins=4)
        table.add(self._table)
        for part in (self._board, table, self._nobody()):
            self._stack.addWidget(part)
        content = QWidget()
        stack = column(self._ready, self._due, self._tools, self._stack, self._hint, spacing=12)
        stack.setStretch(3, 1)
        content.setLayout(stack)
        self.setLayout(column(scrolling(content)))
        self._fit()

    def _nobody(self) -> QWidget:
        words = _(
            "People and places your customers listen to. Begin with one whom you like anyway: "
            "a neighbour, a club, somebody who writes about your town."
        )
        button = Button(_("See whom to look for"), self.whom_wanted.emit)
        card = Card()
        card.add(
            EmptyState(
                self._context.theme, "ph.handshake", _("Nobody on your list yet"), words, button
            )
        )
        return card

    def _connect(self) -> None:
        self._search.textChanged.connect(lambda: self._show())
        self._way.changed.connect(self._on_way)
        self._sort.activated.connect(self._on_sort)
        self._table.sorted_by.connect(self._on_sorted)
        self._due.opened.connect(self.opened)
        for signals in (self._board, self._table.keys):
            signals.opened.connect(self.opened)
            signals.move_wanted.connect(self.move_wanted)
            signals.delete_wanted.connect(self.delete_wanted)
        self._context.theme.changed.connect(self._fit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _on_read(self, asked: int, found: Found) -> None:
        if isValid(self) and asked == self._asked:
            self._found_now = found
            self._due.show_due(found.due)
            self._show()

    def _show(self) -> None:
        now, is_board = self._found_now, "board" in self._way.chosen
        shown = matching_lines(now.on_board if is_board else now.named, self._search.text())
        today = self._context.services.planner.today()
        self._tools.setVisible(bool(now.named))
        self._hint.setVisible(bool(now.named))
        self._say_found(shown)
        if not now.named:
            self._stack.setCurrentIndex(NOBODY)
        elif is_board:
            self._board.show_lines(by_stage(shown), today)
            self._stack.setCurrentIndex(BOARD)
        else:
            self._table.show_lines(shown, today)
            self._stack.setCurrentIndex(TABLE)
        self._pick()

    def _pick(self) -> None:
        wanted, self._wanted = self._wanted, 0
        if wanted and self.isVisible():
            shown = self._board if self._stack.currentIndex() == BOARD else self._table
            shown.pick(wanted)

    def _say_found(self, found: Sequence[PromoterLine]) -> None:
        words = ngettext("{n} found", "{n} found", len(found)).format(n=len(found))
        self._found.setText(words if self._search.text().strip() else "")

    def _on_way(self) -> None:
        self._sort.setVisible("list" in self._way.chosen)
        self._show()

    def _on_sort(self) -> None:
        column = ListColumn(self._sort.currentData())
        self._table.sort_by(column, descending=column in FALLING)

    def _on_sorted(self, column: ListColumn, _descending: bool) -> None:
        self._sort.setCurrentIndex(self._sort.findData(column))

    def _fit(self) -> None:
        sizes = self._context.theme.sizes
        flat = self.width() >= sizes.scaled(TOOLS_WIDTH)
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._row.setDirection(across if flat else down)
        self._search.setFixedWidth(sizes.scaled(SEARCH_WIDTH))
        self._sort.setFixedWidth(sizes.scaled(SORT_WIDTH))


def _hint() -> str:
    return _(
        "Drag a card to another stage, or press Ctrl with an arrow key. Enter opens it. "
        "One letter to one person: that is how it works."
    )
