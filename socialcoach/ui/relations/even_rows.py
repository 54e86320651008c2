"""A list view whose rows are all equally high, so that nothing is ever laid out row by row.

Qt's own list asks the model for every row once before it shows the first, which takes half a second
and more for hundreds of thousands. Here every place is a multiplication.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QItemSelectionModel, QPoint, QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QRegion, QResizeEvent
from PySide6.QtWidgets import QListView, QStyle, QStyleOptionViewItem

from socialcoach.ui.relations.id_model import Index, ModelIndex

Flag = QItemSelectionModel.SelectionFlag
Action = QListView.CursorAction

STEPS = {
    Action.MoveUp: -1,
    Action.MovePrevious: -1,
    Action.MoveLeft: -1,
    Action.MoveDown: 1,
    Action.MoveNext: 1,
    Action.MoveRight: 1,
}


class EvenRows(QListView):
    """Shows one column; one row can be picked. All rows are as high as the delegate says of one."""

    row_height = 1
    """The height of each row, in pixels; measured again with each new look."""

    @property
    def _rows(self) -> int:
        model = self.model()
        return model.rowCount() if model is not None else 0

    # what Qt asks a view

    def doItemsLayout(self) -> None:
        """Lay nothing out; only the scroll bar has to know how much there is."""
        self.updateGeometries()
        self.viewport().update()

    def updateGeometries(self) -> None:
        hint = self.itemDelegate().sizeHint(QStyleOptionViewItem(), ModelIndex())
        self.row_height = max(hint.height(), 1)
        bar, seen = self.verticalScrollBar(), self.viewport().height()
        bar.setSingleStep(self.row_height // 2)
        bar.setPageStep(max(seen, 1))
        bar.setRange(0, max(self._rows * self.row_height - seen, 0))

    def visualRect(self, index: Index) -> QRect:
        if not index.isValid():
            return QRect()
        top = index.row() * self.row_height - self.verticalScrollBar().value()
        return QRect(0, top, self.viewport().width(), self.row_height)

    def indexAt(self, point: QPoint) -> ModelIndex:
        row = (point.y() + self.verticalScrollBar().value()) // self.row_height
        return self._index(row) if 0 <= row < self._rows else ModelIndex()

    def scrollTo(
        self, index: Index, hint: QListView.ScrollHint = QListView.ScrollHint.EnsureVisible
    ) -> None:
        place, seen = self.visualRect(index), self.viewport().height()
        bar = self.verticalScrollBar()
        if not place.isValid() or (place.top() >= 0 and place.bottom() < seen):
            return
        above = place.top() < 0
        bar.setValue(bar.value() + (place.top() if above else place.bottom() - seen + 1))

    def moveCursor(self, action: QListView.CursorAction, _keys: Qt.KeyboardModifier) -> ModelIndex:
        if not self._rows:
            return ModelIndex()
        page = max(self.viewport().height() // self.row_height - 1, 1)
        here = self.currentIndex().row()
        wanted = {
            Action.MoveHome: 0,
            Action.MoveEnd: self._rows - 1,
            Action.MovePageUp: here - page,
            Action.MovePageDown: here + page,
        }.get(action, here + STEPS.get(action, 0))
        return self._index(min(max(wanted, 0), self._rows - 1))

    def setSelection(self, rect: QRect, command: Flag) -> None:
        index = self.indexAt(rect.center())
        if index.isValid():
            self.selectionModel().select(index, command)

    def visualRegionForSelection(self, _selection: object) -> QRegion:
        return QRegion(self.viewport().rect())

    def horizontalOffset(self) -> int:
        return 0

    def verticalOffset(self) -> int:
        return self.verticalScrollBar().value()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.updateGeometries()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.doItemsLayout()

    def scrollContentsBy(self, _x: int, _y: int) -> None:
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        first = self.verticalScrollBar().value() // self.row_height
        count = self.viewport().height() // self.row_height + 2
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        picked = self.currentIndex().row() if self.selectionModel().hasSelection() else -1
        delegate = self.itemDelegate()
        for row in range(first, min(first + count, self._rows)):
            index = self._index(row)
            option.rect = self.visualRect(index)
            option.state = QStyle.StateFlag.State_Enabled
            if row == picked:
                option.state |= QStyle.StateFlag.State_Selected
            delegate.paint(painter, option, index)
        painter.end()

    def _index(self, row: int) -> ModelIndex:
        return self.model().index(row, 0)
