"""The head of a page: its title and buttons, the buttons below the title where room is short."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from socialcoach.ui.widgets.boxes import row
from socialcoach.ui.widgets.flow import GAP, FlowLayout


class HeadRow(QWidget):
    """Shows a title at the left and buttons at the right; those that are hidden take no room."""

    def __init__(self, title: QLabel, *buttons: QPushButton) -> None:
        super().__init__()
        self._title, self._buttons = title, buttons
        self._holder = QWidget()
        flow = FlowLayout(self._holder)
        for button in buttons:
            flow.addWidget(button)
        self._row: QBoxLayout = row(title, self._holder)
        self._row.insertStretch(1, 1)
        self.setLayout(self._row)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def fit(self) -> None:
        """Place the buttons anew, as after one was shown or hidden."""
        shown = [one for one in self._buttons if not one.isHidden()]
        needed = sum(one.sizeHint().width() + GAP for one in shown) - GAP
        flat = self.width() >= needed + self._title.sizeHint().width() + 2 * GAP
        direction = QBoxLayout.Direction
        self._row.setDirection(direction.LeftToRight if flat else direction.TopToBottom)
        self._holder.setMinimumWidth(needed if flat else 0)
        side = Qt.AlignmentFlag.AlignTop if flat else Qt.AlignmentFlag(0)
        self._row.setAlignment(self._holder, side)
        self.updateGeometry()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.fit()
