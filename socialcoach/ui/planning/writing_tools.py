"""A quiet line of helpers under the paper: endings, spelling, earlier texts."""

from __future__ import annotations

from gettext import gettext as _

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from socialcoach.ui.theme.theme import Theme
from socialcoach.ui.widgets.buttons import Button
from socialcoach.ui.widgets.flow import FlowLayout


class WritingTools(QWidget):
    """Emits ``endings_wanted``, ``spelling_wanted`` and ``history_wanted``."""

    endings_wanted = Signal()
    spelling_wanted = Signal()
    history_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.endings = Button(
            _("Endings"), self.endings_wanted.emit, role="link", theme=theme, icon="ph.hash"
        )
        self.spelling = Button(
            _("Spelling"), self.spelling_wanted.emit, role="link", theme=theme, icon="ph.text-aa"
        )
        history = Button(
            _("Earlier texts"),
            self.history_wanted.emit,
            role="link",
            theme=theme,
            icon="ph.clock-counter-clockwise",
        )
        flow = FlowLayout()
        for button in (self.endings, self.spelling, history):
            flow.addWidget(button)
        self.setLayout(flow)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
