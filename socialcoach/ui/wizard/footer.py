"""The wizard's buttons, always in the same place."""

from __future__ import annotations

from gettext import gettext as _

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from socialcoach.ui.widgets.boxes import row
from socialcoach.ui.widgets.buttons import Button


class Footer(QFrame):
    """Back, why, later and on. Signals are named after them."""

    back = Signal()
    why = Signal()
    later = Signal()
    onward = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._back = Button(_("Back"), self.back.emit)
        self._back.setToolTip(_("Alt and the left arrow"))
        self._why = Button(_("Why do you ask?"), self.why.emit, role="link")
        self._later = Button(_("Later"), self.later.emit)
        self._onward = Button(_("Next"), self.onward.emit, role="primary")
        line = row(self._back, self._why, spacing=8)
        line.addStretch(1)
        line.addWidget(self._later)
        line.addWidget(self._onward)
        line.setContentsMargins(24, 16, 24, 24)
        self.setLayout(line)

    def show_for(self, *, first: bool, onward: str, later: str) -> None:
        """Set the words of one step; the first has no way back, ``later`` may be left out."""
        self._back.setVisible(not first)
        self._later.setVisible(bool(later))
        self._onward.setText(onward)
        self._onward.setAccessibleName(onward)
        self._later.setText(later)
        self._later.setAccessibleName(later)

    def focus_onward(self) -> None:
        """Put the keyboard on the main button."""
        self._onward.setFocus()

    def show_why(self, *, there: bool, is_open: bool) -> None:
        """Show or hide the question why, and say what it does now."""
        words = _("Hide the reason") if is_open else _("Why do you ask?")
        self._why.setVisible(there)
        self._why.setText(words)
        self._why.setAccessibleName(words)
