"""Drafts and ideas that have no day yet, to be dragged onto one or put there by keyboard."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from gettext import gettext as _

from PySide6.QtCore import QItemSelectionModel, QSize, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from socialcoach.core.planning.calendar_status import EntryStatus
from socialcoach.core.planning.post import Post, PostStatus
from socialcoach.services.words import calendar as words
from socialcoach.services.words.moments import short_day
from socialcoach.services.words.writing import post_name
from socialcoach.ui.context import AppContext
from socialcoach.ui.planning.calendar.carrying import Carried, carry, unpacked
from socialcoach.ui.planning.calendar.entry_paint import STATUS_ICONS
from socialcoach.ui.widgets.boxes import Card, row
from socialcoach.ui.widgets.buttons import Button
from socialcoach.ui.widgets.labels import chip, label

POST_ROLE = int(Qt.ItemDataRole.UserRole) + 1
LINE, MOST_LINES = 36, 6
STATUSES = {PostStatus.IDEA: EntryStatus.IDEA, PostStatus.READY: EntryStatus.READY}


class TrayList(QListWidget):
    """The list itself. Emits ``put_wanted(post_id)`` and ``taken_off(key)`` for what is dropped."""

    put_wanted = Signal(int)
    taken_off = Signal(tuple)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(_("Not planned yet"))
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def startDrag(self, _actions: Qt.DropAction) -> None:
        item = self.currentItem()
        if item is not None:
            carry(self, Carried(int(item.data(POST_ROLE))))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        item = self.currentItem()
        if item is not None and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.put_wanted.emit(int(item.data(POST_ROLE)))
            return
        super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self._accept(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        self._accept(event)

    def dropEvent(self, event: QDropEvent) -> None:
        carried = unpacked(event.mimeData())
        if carried is not None and carried.key:
            event.acceptProposedAction()
            self.taken_off.emit(carried.key)

    def _accept(self, event: QDragMoveEvent) -> None:
        carried = unpacked(event.mimeData())
        if carried is not None and carried.key:
            event.acceptProposedAction()
        else:
            event.ignore()


class Tray(Card):
    """The card around the list. Emits ``put_wanted(post_id)`` and ``taken_off(key)``."""

    put_wanted = Signal(int)
    taken_off = Signal(tuple)

    def __init__(self, context: AppContext) -> None:
        super().__init__(spacing=8)
        self._theme = context.theme
        self._count = chip("0")
        self._list = TrayList()
        self._how = label("", "small")
        self._put = Button("", self._put_chosen)
        self._today = context.services.planner.today
        head = row(label(_("Not planned yet"), "heading"), self._count)
        head.setStretch(0, 1)
        self.add(head, self._how, self._list, self._put)
        self._list.put_wanted.connect(self.put_wanted)
        self._list.taken_off.connect(self.taken_off)
        self._list.itemSelectionChanged.connect(self._show_button)
        self._day: date | None = None

    def show_posts(self, posts: Sequence[Post]) -> None:
        """Show these; the one chosen before stays chosen while it is there."""
        chosen = self._chosen()
        self._list.clear()
        for post in posts:
            self._list.addItem(self._item(post))
        self._count.setText(str(len(posts)))
        self._list.setVisible(bool(posts))
        side = self._theme.sizes.scaled(LINE)
        self._list.setFixedHeight(side * min(max(len(posts), 1), MOST_LINES) + 4)
        self._how.setText(
            _("Drag one onto a day. Drag it back to take it off.")
            if posts
            else _("Every draft has its day. New ones wait here.")
        )
        self._choose(chosen)
        self._show_button()

    def show_day(self, day: date | None) -> None:
        """Say on which day the button puts a post."""
        self._day = day
        self._show_button()

    def _item(self, post: Post) -> QListWidgetItem:
        status = STATUSES.get(post.status, EntryStatus.DRAFT)
        name = post_name(post)
        item = QListWidgetItem(self._theme.icon(STATUS_ICONS[status]), name)
        item.setData(POST_ROLE, post.id)
        item.setToolTip(name)
        said = f"{name}. {words.status_name(status)}"
        item.setData(int(Qt.ItemDataRole.AccessibleTextRole), said)
        item.setSizeHint(QSize(40, self._theme.sizes.scaled(LINE)))
        return item

    def _chosen(self) -> int:
        item = self._list.currentItem()
        return int(item.data(POST_ROLE)) if item is not None else 0

    def _choose(self, post_id: int) -> None:
        for place in range(self._list.count()):
            if self._list.item(place).data(POST_ROLE) == post_id:
                self._list.setCurrentRow(place)
                return
        clear = QItemSelectionModel.SelectionFlag.Clear
        self._list.setCurrentRow(0, clear)

    def _show_button(self) -> None:
        can = self._day is not None and bool(self._list.selectedItems())
        self._put.setVisible(self._list.count() > 0 and self._day is not None)
        self._put.setEnabled(can and self._day is not None and self._day >= self._today())
        if self._day is not None:
            pattern, today = _("Put it on {day}"), self._today()
            self._put.setText(pattern.format(day=short_day(self._day, today)))
            self._put.setAccessibleName(pattern.format(day=words.long_day(self._day, today)))

    def _put_chosen(self) -> None:
        if self._chosen():
            self.put_wanted.emit(self._chosen())
