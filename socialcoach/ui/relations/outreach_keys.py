"""What keys do on the board and in the list: open, move to another stage, delete."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractItemView

from socialcoach.core.relations.promoter import PromoterLine
from socialcoach.core.relations.promoter_list import neighbour_stage

KEYS = {"Ctrl+Left": -1, "Ctrl+Right": 1}


class CardKeys(QObject):
    """Turns keys in a view into wishes about the promoter under the keyboard.

    Signals: ``opened(id)``, ``move_wanted(id, stage)``, ``delete_wanted(id)``.
    """

    opened = Signal(int)
    move_wanted = Signal(int, object)
    delete_wanted = Signal(int)

    def __init__(self, view: QAbstractItemView, current: Callable[[], PromoterLine | None]) -> None:
        super().__init__(view)
        self._view, self._current = view, current
        for keys, step in KEYS.items():
            self._on(keys, partial(self._move, step))
        for keys in ("Return", "Enter"):
            self._on(keys, self._open)
        self._on("Delete", self._delete)
        view.doubleClicked.connect(lambda _index: self._open())

    def _on(self, keys: str, action: Callable[[], object]) -> None:
        made = QShortcut(QKeySequence(keys), self._view)
        made.setContext(Qt.ShortcutContext.WidgetShortcut)
        made.activated.connect(action)

    def _open(self) -> None:
        line = self._current()
        if line is not None:
            self.opened.emit(line.id)

    def _move(self, step: int) -> None:
        line = self._current()
        stage = neighbour_stage(line.stage, step) if line is not None else None
        if line is not None and stage is not None:
            self.move_wanted.emit(line.id, stage)

    def _delete(self) -> None:
        line = self._current()
        if line is not None:
            self.delete_wanted.emit(line.id)
