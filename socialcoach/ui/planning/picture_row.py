"""The row of pictures under the paper: pick one, move it by drag or by keys, take it out."""

from __future__ import annotations

from collections.abc import Sequence
from gettext import gettext as _

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QKeyEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem

from socialcoach.core.planning.picture import Picture
from socialcoach.services.words.pictures import spoken_picture
from socialcoach.ui.planning.picture_delegate import GAP, PICTURE_ROLE, PictureDelegate
from socialcoach.ui.planning.thumbnails import Thumbnails
from socialcoach.ui.theme.theme import Theme

BAR = 12
"""Room for the scroll bar, in pixels."""


class PictureRow(QListWidget):
    """Emits ``picked(id)``, ``moved(ids)`` with the new order, and ``remove_wanted(id)``."""

    picked = Signal(int)
    moved = Signal(list)
    remove_wanted = Signal(int)

    def __init__(self, theme: Theme, thumbnails: Thumbnails) -> None:
        super().__init__()
        self._theme = theme
        self._delegate = PictureDelegate(theme, thumbnails)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(_("Pictures"))
        self.setAccessibleDescription(
            _("Ctrl and an arrow key move a picture. The Delete key takes it out.")
        )
        self.setFlow(QListWidget.Flow.LeftToRight)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setProperty("role", "pictures")
        self.currentRowChanged.connect(self._on_current)
        thumbnails.loaded.connect(lambda _file: self.viewport().update())
        theme.changed.connect(self._fit)
        self._fit()

    def show_pictures(self, pictures: Sequence[Picture], current: int) -> None:
        """Show pictures with one of them picked (by its id, 0 for none)."""
        self.blockSignals(True)
        self.clear()
        for place, picture in enumerate(pictures, start=1):
            item = QListWidgetItem()
            item.setData(PICTURE_ROLE, picture)
            words = spoken_picture(picture, place, len(pictures))
            item.setData(Qt.ItemDataRole.AccessibleTextRole, words)
            item.setToolTip(picture.alt or _("No description yet"))
            item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsDropEnabled)
            self.addItem(item)
        places = [picture.id for picture in pictures]
        self.setCurrentRow(places.index(current) if current in places else -1)
        self.blockSignals(False)
        self._fit()

    def ids(self) -> list[int]:
        """Return the ids of the pictures in the order shown."""
        return [self._picture(row).id for row in range(self.count())]

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if control and event.key() in steps:
            self._move(steps[Qt.Key(event.key())])
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self.currentRow() >= 0:
            self.remove_wanted.emit(self._picture(self.currentRow()).id)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.currentRow() < 0 and self.count():
            self.setCurrentRow(0)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.source() is self:
            super().dragEnterEvent(event)
        else:
            event.ignore()  # files are for the whole page

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        if event.source() is self:
            super().dragMoveEvent(event)
        else:
            event.ignore()

    def dropEvent(self, event: QDropEvent) -> None:
        if event.source() is not self:
            event.ignore()
            return
        super().dropEvent(event)
        self.moved.emit(self.ids())

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # so that the page goes on scrolling

    def _move(self, step: int) -> None:
        here, ids = self.currentRow(), self.ids()
        there = here + step
        if here >= 0 and 0 <= there < len(ids):
            ids[here], ids[there] = ids[there], ids[here]
            self.moved.emit(ids)

    def _picture(self, row: int) -> Picture:
        picture: Picture = self.item(row).data(PICTURE_ROLE)
        return picture

    def _on_current(self, row: int) -> None:
        self.picked.emit(self._picture(row).id if row >= 0 else 0)

    def _fit(self) -> None:
        """Be as tall as a picture, and a scroll bar when there are more than fit side by side."""
        one = self._delegate.side + GAP
        has_bar = self.count() * one > self.viewport().width()
        self.setFixedHeight(one + (BAR if has_bar else 0) + 2 * self.frameWidth())
        self.scheduleDelayedItemsLayout()
