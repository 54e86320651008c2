"""The board: a column for each stage, as many as fit; dragging or keys move a card."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from gettext import gettext as _

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from socialcoach.core.relations.promoter import PromoterLine, Stage
from socialcoach.services.words.outreach import stage_name
from socialcoach.ui.relations.outreach_column import StageColumn
from socialcoach.ui.theme.theme import Theme
from socialcoach.ui.widgets.boxes import column
from socialcoach.ui.widgets.pills import Pills

NARROWEST, GAP = 172, 12
"""Least width of a column and the room between two, in pixels at the usual text size."""

LEAST_HEIGHT = 320


class OutreachBoard(QWidget):
    """Signals: ``opened(id)``, ``move_wanted(id, stage)``, ``delete_wanted(id)``.

    Where five columns do not fit, one stage is shown and chosen above.
    """

    opened = Signal(int)
    move_wanted = Signal(int, object)
    delete_wanted = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._columns = {stage: StageColumn(stage, theme) for stage in Stage}
        self._is_narrow = False
        self._heads: dict[Stage, QWidget] = {}
        self._stages = Pills([(stage, stage_name(stage)) for stage in Stage])
        self._stages.setAccessibleName(_("Stage"))
        self._stages.choose([Stage.TO_LOOK_UP])
        self._stages.changed.connect(self._show_chosen)
        self._stages.hide()
        self._grid = QGridLayout()
        self._build()
        theme.changed.connect(self._fit)

    def show_lines(self, columns: Mapping[Stage, Sequence[PromoterLine]], today: date) -> None:
        """Show these cards."""
        for stage, one in self._columns.items():
            one.show_lines(columns[stage], today)

    def pick(self, promoter_id: int) -> None:
        """Put the keyboard on a card, wherever it stands."""
        for stage, one in self._columns.items():
            if one.pick(promoter_id):
                if self._is_narrow:
                    self._stages.choose([stage])
                    self._show_chosen()
                one.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _build(self) -> None:
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(GAP)
        self._grid.setVerticalSpacing(4)
        for place, (stage, one) in enumerate(self._columns.items()):
            head = QWidget()
            head.setLayout(column(one.name))
            self._heads[stage] = head
            self._grid.addWidget(head, 0, place)
            self._grid.addWidget(one.meaning, 1, place, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(one, 2, place)
            self._grid.setColumnStretch(place, 1)
            one.keys.opened.connect(self.opened)
            one.keys.move_wanted.connect(self.move_wanted)
            one.keys.delete_wanted.connect(self.delete_wanted)
            one.dropped.connect(lambda card, stage=stage: self.move_wanted.emit(card, stage))
            one.left_for.connect(lambda step, stage=stage: self._step_to(stage, step))
        self._grid.setRowStretch(2, 1)
        stack = column(self._stages, self._grid, spacing=12)
        stack.setStretch(1, 1)
        self.setLayout(stack)

    def _fit(self) -> None:
        sizes = self._theme.sizes
        room = len(self._columns) * (sizes.scaled(NARROWEST) + GAP) - GAP
        self._is_narrow = self.width() < room
        self._stages.setVisible(self._is_narrow)
        self.setMinimumHeight(sizes.scaled(LEAST_HEIGHT))
        self._show_chosen()

    def _show_chosen(self) -> None:
        """Show all columns, or only the chosen one where there is no room for more."""
        chosen = self._stages.chosen
        for place, (stage, one) in enumerate(self._columns.items()):
            seen = not self._is_narrow or stage in chosen
            for part in (self._heads[stage], one.meaning, one):
                part.setVisible(seen)
            self._grid.setColumnStretch(place, 1 if seen else 0)

    def _step_to(self, stage: Stage, step: int) -> None:
        """Go on to the next column that has cards, in the direction of the arrow key."""
        stages = tuple(self._columns)
        place = stages.index(stage) + step
        while 0 <= place < len(stages):
            other = self._columns[stages[place]]
            if other.isVisible() and other.cards.rowCount():
                row = min(max(self._columns[stage].currentIndex().row(), 0), _last(other))
                line = other.cards.line_at(row)
                if line is not None:
                    other.pick(line.id)
                other.setFocus()
                return
            place += step


def _last(one: StageColumn) -> int:
    return one.cards.rowCount() - 1
