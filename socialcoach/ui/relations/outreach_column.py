"""One stage on the board: its name, what it means, and its cards."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from gettext import gettext as _
from gettext import ngettext

from PySide6.QtCore import QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListView

from socialcoach.core.relations.promoter import PromoterLine, Stage
from socialcoach.services.words.outreach import stage_meaning, stage_name
from socialcoach.ui.relations.outreach_delegate import PromoterCardDelegate
from socialcoach.ui.relations.outreach_keys import CardKeys
from socialcoach.ui.relations.outreach_models import StageModel
from socialcoach.ui.theme.theme import Theme
from socialcoach.ui.widgets.boxes import row
from socialcoach.ui.widgets.labels import chip, label


class StageColumn(QListView):
    """The cards of one stage; ``name`` and ``meaning`` stand above it on the board.

    Signals: ``left_for(step)`` when the arrow keys leave for the column ``step`` away,
    ``dropped(promoter_id)`` for a card dragged here; ``keys`` has the others.
    """

    left_for = Signal(int)
    dropped = Signal(int)

    def __init__(self, stage: Stage, theme: Theme) -> None:
        super().__init__()
        self.stage = stage
        self.cards = StageModel(stage)
        self._delegate = PromoterCardDelegate(theme)
        self._count = chip("0")
        self.name = row(label(stage_name(stage), "strong"), self._count)
        self.name.setStretch(0, 1)
        self.meaning = label(stage_meaning(stage), "small")
        self.keys = CardKeys(self, self.current)
        self._build()

    def show_lines(self, lines: Sequence[PromoterLine], today: date) -> None:
        """Show these cards; the one under the keyboard stays under it."""
        here = self.current()
        self.cards.show_lines(lines, today)
        self._count.setText(str(len(lines)))
        count = ngettext("{n} card", "{n} cards", len(lines)).format(n=len(lines))
        self.setAccessibleName(
            _("{stage}, {count}").format(stage=stage_name(self.stage), count=count)
        )
        if here is not None:
            self.pick(here.id)

    def current(self) -> PromoterLine | None:
        """Return the card under the keyboard."""
        return self.cards.line_at(self.currentIndex().row())

    def pick(self, promoter_id: int) -> bool:
        """Put the keyboard on a card; return whether it is here."""
        place = self.cards.row_of(promoter_id)
        if place < 0:
            self.selectionModel().clear()
            return False
        flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.selectionModel().setCurrentIndex(self.cards.index(place), flag)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        step = steps.get(Qt.Key(event.key()))
        if step and event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        ):
            self.left_for.emit(step)
            return
        super().keyPressEvent(event)

    def _build(self) -> None:
        self.setModel(self.cards)
        self.setItemDelegate(self._delegate)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setDragDropMode(QListView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setDropIndicatorShown(False)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.cards.dropped.connect(self.dropped)
        self.name.setContentsMargins(2, 0, 2, 0)
