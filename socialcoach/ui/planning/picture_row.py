"""The row of pictures under the paper: pick one, move it by drag or by keys, take it out."""

from __future__ import annotations

from collections.abc import Sequence
from gettext import gettext as _

from PySide6.QtCore import QMimeData, Qt, Signal
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

HELD = "application/x-socialcoach-picture"
"""Holds the id of a picture while it is dragged."""

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
        places = [picture.id for picture in pictures]
        if places != self.ids():  # else the same squares stay: one may be held by the mouse
            self.clear()
            for picture in pictures:
                self.addItem(_square(picture))
        for place, picture in enumerate(pictures, start=1):
            item = self.item(place - 1)
            item.setData(PICTURE_ROLE, picture)
            words = spoken_picture(picture, place, len(pictures))
            item.setData(Qt.ItemDataRole.AccessibleTextRole, words)
            item.setToolTip(picture.alt or _("No description yet"))
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

    def mimeData(self, items: Sequence[QListWidgetItem]) -> QMimeData:
        data = super().mimeData(items)
        picture: Picture = items[0].data(PICTURE_ROLE)
        data.setData(HELD, str(picture.id).encode())
        return data

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self._accept_own(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        super().dragMoveEvent(event)  # draws where it would go
        self._accept_own(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Put the picture that is held where it is let go."""
        held = self._held(event)
        if not held:
            event.ignore()  # files are for the whole page
            return
        event.setDropAction(Qt.DropAction.CopyAction)  # else Qt takes the square out as well
        event.accept()
        x = event.position().x()
        before = [one for one in self.ids() if one != held and self._middle_of(one) < x]
        after = [one for one in self.ids() if one != held and one not in before]
        self.setState(QAbstractItemView.State.NoState)
        self.viewport().update()
        self.moved.emit([*before, held, *after])

    def _accept_own(self, event: QDragMoveEvent) -> None:
        if self._held(event):
            event.accept()
        else:
            event.ignore()

    def _held(self, event: QDropEvent) -> int:
        """Return the id of the picture of this row that is dragged, 0 for anything else."""
        data = bytes(event.mimeData().data(HELD).data())
        held = int(data) if data.isdigit() else 0
        return held if held in self.ids() and self.dragEnabled() else 0

    def _middle_of(self, picture_id: int) -> int:
        return self.visualItemRect(self.item(self.ids().index(picture_id))).center().x()

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


def _square(picture: Picture) -> QListWidgetItem:
    item = QListWidgetItem()
    item.setData(PICTURE_ROLE, picture)
    item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsDropEnabled)
    return item
