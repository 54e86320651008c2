"""A short message at the foot of the window, with at most one button, that goes by itself."""

from __future__ import annotations

from gettext import gettext as _

from PySide6.QtCore import QTimer
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QFrame

from socialcoach.ui.hub import Notice
from socialcoach.ui.widgets.boxes import row
from socialcoach.ui.widgets.buttons import Button
from socialcoach.ui.widgets.labels import label

SHOWN_MS = 8_000
"""Long enough to read two sentences and reach for Undo, in milliseconds."""


class NoticeBar(QFrame):
    """Shows one notice at a time; the newest wins."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "notice")
        self._notice = Notice("")
        self._words = label()
        self._button = Button("", self._act)
        self._close = Button("×", self.hide)
        self._close.setAccessibleName(_("Close"))
        line = row(self._words, self._button, self._close, spacing=12, margins=8)
        line.setStretch(0, 1)
        self.setLayout(line)
        self._timer = QTimer(self, singleShot=True, interval=SHOWN_MS)
        self._timer.timeout.connect(self.hide)
        self.hide()

    def show_notice(self, notice: Notice) -> None:
        """Show a notice now."""
        self._notice = notice
        self._words.setText(notice.text)
        self._button.setText(notice.button)
        self._button.setAccessibleName(notice.button)
        self._button.setVisible(bool(notice.button))
        self.setAccessibleName(notice.text)
        self.show()
        self._timer.start()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def _act(self) -> None:
        action = self._notice.action
        self.hide()
        if action is not None:
            action()
