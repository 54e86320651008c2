"""Where a panel opens on the page: one at a time, and the page goes on below it."""

from __future__ import annotations

from gettext import gettext as _

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QScrollArea, QWidget

from socialcoach.ui.widgets.boxes import Card, clear, column, put
from socialcoach.ui.widgets.buttons import Button
from socialcoach.ui.widgets.labels import label


class PanelPlace(QWidget):
    """Shows a panel under a heading, with the keyboard on its first field, until it is closed."""

    def __init__(self) -> None:
        super().__init__()
        self._place = column()
        self.setLayout(self._place)
        self.hide()

    def open(self, heading: str, panel: QWidget) -> None:
        """Show a panel under its heading, in place of the one that was open."""
        clear(self._place)
        card = Card(margins=20, spacing=16)
        card.add(label(heading, "heading"), panel)
        close = Button(_("Close"), self.close_panel, role="link")
        close.setAccessibleName(_("Close “{panel}”").format(panel=heading))
        card.add(close)
        put(self._place, card)
        self.show()
        panel.setFocus()
        QTimer.singleShot(0, self, self._bring_into_view)

    def close_panel(self) -> None:
        """Take the panel away."""
        self.hide()
        clear(self._place)

    def _bring_into_view(self) -> None:
        around = self.parentWidget()
        while around is not None and not isinstance(around, QScrollArea):
            around = around.parentWidget()
        if isinstance(around, QScrollArea):
            around.ensureWidgetVisible(self, 0, 16)
