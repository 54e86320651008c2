"""A list beside what is open; where there is no room for both, one of them and a way back."""

from __future__ import annotations

from gettext import gettext as _

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from socialcoach.ui.theme.theme import Theme
from socialcoach.ui.widgets.boxes import row
from socialcoach.ui.widgets.buttons import Button

LEFT_WIDTH, ROOM_FOR_TWO = 344, 760
"""Width of the list, and the least width for both, in pixels at the usual text size."""

NO_LIMIT = 16_777_215
"""Qt's own largest size of a widget, in pixels."""


class TwoSides(QWidget):
    """Shows two widgets. ``back`` is the button that leads to the list; put it where it fits.

    Emits ``turned`` when another side shows.
    """

    turned = Signal()

    def __init__(self, theme: Theme, left: QWidget, right: QWidget) -> None:
        super().__init__()
        self._theme, self._left, self._right = theme, left, right
        self._reads = False
        self._has_list = True
        self.is_narrow = False
        self.back = Button(_("Back to the list"), self.show_list, theme=theme, icon="ph.list")
        self.back.hide()
        body = row(left, right, spacing=16)
        body.setStretch(1, 1)
        self.setLayout(body)
        theme.changed.connect(self._fit)

    @property
    def hides_list(self) -> bool:
        """Tell whether there is room for one side only and it is not the list."""
        return self.is_narrow and self._reads

    def show_list(self) -> None:
        """Show the list, where only one has room."""
        self._turn(reads=False)
        self._left.setFocus()

    def show_open(self) -> None:
        """Show what is open, where only one has room."""
        self._turn(reads=True)

    def keep_list(self, wanted: bool) -> None:
        """Say whether there is a list to show at all."""
        self._has_list = wanted
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _turn(self, *, reads: bool) -> None:
        self._reads = reads
        self._fit()

    def _fit(self) -> None:
        sizes = self._theme.sizes
        self.is_narrow = self.width() < sizes.scaled(ROOM_FOR_TWO)
        width = NO_LIMIT if self.is_narrow else sizes.scaled(LEFT_WIDTH)
        self._left.setMinimumWidth(0 if self.is_narrow else width)
        self._left.setMaximumWidth(width)
        self._left.setVisible(self._has_list and not self.hides_list)
        self._right.setVisible(not self.is_narrow or self._reads or not self._has_list)
        self.back.setVisible(self.hides_list and self._has_list)
        self.turned.emit()
