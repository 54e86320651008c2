"""The card with all drafts: pick one, start one, throw one away."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from gettext import gettext as _

from PySide6.QtCore import QItemSelection, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QListView

from socialcoach.core.planning.post import Post
from socialcoach.ui.planning.draft_delegate import DraftDelegate
from socialcoach.ui.planning.draft_model import DraftModel
from socialcoach.ui.planning.find_box import FindBox
from socialcoach.ui.theme.theme import Theme
from socialcoach.ui.widgets.boxes import Card, row
from socialcoach.ui.widgets.labels import chip, label


class DraftList(Card):
    """Emits ``chosen(post_id)`` and ``throw_away_wanted(post_id)``."""

    chosen = Signal(int)
    throw_away_wanted = Signal(int)

    def __init__(self, theme: Theme, when: Callable[[datetime], str]) -> None:
        super().__init__(margins=12)
        self._model = DraftModel()
        self._count = chip("0")
        self._box: FindBox | None = None
        self._view = QListView()
        self._delegate = DraftDelegate(theme, when)
        self._view.setModel(self._model)
        self._view.setItemDelegate(self._delegate)
        self._view.setAccessibleName(_("Drafts"))
        self._view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self._view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._view.setUniformItemSizes(True)
        head = row(label(_("Drafts"), "heading", wrap=False), self._count)
        head.insertStretch(1, 1)
        self.add(head, self._view)
        self._view.selectionModel().selectionChanged.connect(self._on_selected)
        keys = QShortcut(QKeySequence(Qt.Key.Key_Delete), self._view)
        keys.setContext(Qt.ShortcutContext.WidgetShortcut)
        keys.activated.connect(self._on_delete)

    def show_drafts(self, drafts: list[Post], open_id: int) -> None:
        """Show the drafts with one of them picked."""
        self._model.show_drafts(drafts)
        self._count.setText(str(len(drafts)))
        self._pick(open_id)

    def take_in(self, box: FindBox) -> None:
        """Put the box for finding above the drafts; what it finds takes their place."""
        self._box = box
        self.body.insertWidget(1, box)
        box.searching.connect(self._make_room)
        box.chosen.connect(self.chosen)
        self._make_room(searching=False)

    def _make_room(self, searching: bool) -> None:
        """Give the height to the drafts, or while searching to what was found."""
        self._view.setHidden(searching)
        self.body.setStretchFactor(self._view, int(not searching))
        if self._box is not None:
            self.body.setStretchFactor(self._box, int(searching))

    def _pick(self, post_id: int) -> None:
        place = self._model.row_of(post_id)
        chooser = self._view.selectionModel()
        chooser.blockSignals(True)
        if place >= 0:
            self._view.setCurrentIndex(self._model.index(place))
        else:
            chooser.clear()
        chooser.blockSignals(False)
        self._view.viewport().update()

    def _on_selected(self, selected: QItemSelection) -> None:
        indexes = selected.indexes()
        draft = self._model.draft_at(indexes[0].row()) if indexes else None
        if draft is not None:
            self.chosen.emit(draft.id)

    def _on_delete(self) -> None:
        draft = self._model.draft_at(self._view.currentIndex().row())
        if draft is not None:
            self.throw_away_wanted.emit(draft.id)
