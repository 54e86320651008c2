"""What keys do on the board and in the list: open, move to another stage, delete."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from gettext import gettext as _

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractItemView, QMenu

from socialcoach.core.relations.promoter import PromoterLine, Stage
from socialcoach.core.relations.promoter_list import neighbour_stage
from socialcoach.services.words.outreach import stage_name

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
        view.doubleClicked.connect(lambda _place: self._open())
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        view.customContextMenuRequested.connect(self._show_menu)

    def _show_menu(self, where: QPoint) -> None:
        """Offer all that can be done with the card: by the mouse, or by the menu key."""
        line = self._current()
        if line is None:
            return
        menu = QMenu(self._view)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(_("Open"), self._open)
        if not line.do_not_contact:
            for stage in Stage:
                words = _("Move to “{stage}”").format(stage=stage_name(stage))
                action = menu.addAction(words, partial(self.move_wanted.emit, line.id, stage))
                action.setEnabled(stage is not line.stage)
        menu.addAction(_("Delete"), self._delete)
        menu.popup(self._view.viewport().mapToGlobal(where))

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
