"""What the panels beside the paper have in common: a heading, how it works, and the way back."""

from __future__ import annotations

from gettext import gettext as _

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from socialcoach.ui.widgets.boxes import column
from socialcoach.ui.widgets.buttons import Button
from socialcoach.ui.widgets.labels import label


class SidePanel(QWidget):
    """Takes the meter's place for a while. Emits ``closed``; subclasses fill ``body``."""

    closed = Signal()

    def __init__(self, heading: str, how: str) -> None:
        super().__init__()
        self.heading = label(heading, "heading")
        self.body: QVBoxLayout = column(spacing=12)
        self._stack = column(self.heading, label(how, "soft"), self.body, spacing=12)
        self.setLayout(self._stack)

    def add_way_back(self) -> None:
        """Put the way back at the foot; called once the panel is filled, for the Tab key's sake."""
        self._stack.addWidget(Button(_("Back to the meter"), self.closed.emit, role="link"))
        self._stack.addStretch(1)
