"""Fields for a day and for a time that show their whole frame in every theme."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QTextCharFormat
from PySide6.QtWidgets import QDateEdit, QTimeEdit, QToolButton, QWidget

from socialcoach.ui.theme.theme import Theme

SIGN, EDGE = 16, 10
"""Side of the sign and its distance from the edge, in pixels at the usual text size."""

FIELD_WIDTHS = (176, 84)
"""Least widths of a day and of a time, in pixels at the usual text size."""


TURNING = {
    "qt_calendar_prevmonth": "ph.caret-left",
    "qt_calendar_nextmonth": "ph.caret-right",
}
"""Qt's own names of the buttons that turn the small calendar's pages."""


class DayField(QDateEdit):
    """A day, typed or picked from a small calendar; the style sheet leaves the sign to us."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setCalendarPopup(True)
        self.setDisplayFormat("ddd d MMM yyyy")
        self._fit()
        theme.changed.connect(self._fit)
        theme.changed.connect(self._dress)
        self._dress()

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

    def _dress(self) -> None:
        """Give the small calendar the theme's signs and ink; Qt would use its own red and black."""
        calendar = self.calendarWidget()
        ink = QTextCharFormat()
        ink.setForeground(self._theme.colour("ink"))
        for weekday in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            calendar.setWeekdayTextFormat(weekday, ink)
        for name, icon in TURNING.items():
            button = calendar.findChild(QToolButton, name)
            if isinstance(button, QToolButton):
                button.setIcon(self._theme.icon(icon))


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
