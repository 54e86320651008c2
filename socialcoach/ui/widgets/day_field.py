"""Fields for a day and for a time that show their whole frame in every theme."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QDateEdit, QTimeEdit, QWidget

from socialcoach.ui.theme.theme import Theme

SIGN, EDGE = 16, 10
"""Side of the sign and its distance from the edge, in pixels at the usual text size."""

FIELD_WIDTHS = (176, 84)
"""Least widths of a day and of a time, in pixels at the usual text size."""


class DayField(QDateEdit):
    """A day, typed or picked from a small calendar; the style sheet leaves the sign to us."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setCalendarPopup(True)
        self.setDisplayFormat("ddd d MMM yyyy")
        self._fit()
        theme.changed.connect(self._fit)

    def focusNextPrevChild(self, forward: bool) -> bool:
        return QWidget.focusNextPrevChild(self, forward)  # Tab leaves; arrows walk within

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        side = self._theme.sizes.scaled(SIGN)
        left = EDGE if self.isRightToLeft() else self.width() - side - EDGE
        painter = QPainter(self)
        where = QRect(left, (self.height() - side) // 2, side, side)
        self._theme.icon("ph.calendar-blank").paint(painter, where)
        painter.end()

    def _fit(self) -> None:
        self.setMinimumWidth(self._theme.sizes.scaled(FIELD_WIDTHS[0]))


class TimeField(QTimeEdit):
    """A time of day; the arrow keys change the part the cursor is in."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setDisplayFormat("HH:mm")
        self.lineEdit().setTextMargins(EDGE, 0, 0, 0)
        self._fit()
        theme.changed.connect(self._fit)

    def focusNextPrevChild(self, forward: bool) -> bool:
        return QWidget.focusNextPrevChild(self, forward)  # Tab leaves; arrows walk within

    def _fit(self) -> None:
        self.setMinimumWidth(self._theme.sizes.scaled(FIELD_WIDTHS[1]))
