"""The sidebar: the pages that exist, in plain words, Settings at the foot."""

from __future__ import annotations

from gettext import gettext as _

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QWidget

from socialcoach.ui.context import AppContext
from socialcoach.ui.pages.page import Page
from socialcoach.ui.widgets.boxes import column
from socialcoach.ui.widgets.buttons import Button
from socialcoach.ui.widgets.labels import label

WIDTH = 208
AT_THE_FOOT = "settings"


class Sidebar(QWidget):
    """Emits ``picked(page_id)``."""

    picked = Signal(str)

    def __init__(self, context: AppContext, pages: tuple[type[Page], ...]) -> None:
        super().__init__()
        self.setObjectName("sidebar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._context = context
        self._name = label("", "small")
        self._buttons: dict[str, Button] = {}
        self._group = QButtonGroup(self)
        self._build(pages)
        context.theme.changed.connect(self._fit)
        self._fit()

    def show_page(self, page_id: str) -> None:
        """Mark the page that is open."""
        if page_id in self._buttons:
            self._buttons[page_id].setChecked(True)

    def show_name(self, name: str) -> None:
        """Show the business's name."""
        sample = self._context.services.is_sample
        self._name.setText(_("{name} (sample)").format(name=name) if sample else name)

    def _build(self, pages: tuple[type[Page], ...]) -> None:
        stack = column(label("SocialCoach", "name"), self._name, spacing=2, margins=14)
        stack.setContentsMargins(14, 20, 14, 14)
        stack.addSpacing(12)
        foot = column(spacing=4)
        for number, page in enumerate(pages, start=1):
            button = self._button(page, number)
            (foot if page.page_id == AT_THE_FOOT else stack).addWidget(button)
        stack.addStretch(1)
        if self._context.services.is_sample:
            stack.addWidget(label(_("Sample business. Nothing here is real."), "small"))
        stack.addLayout(foot)
        stack.addWidget(label(_("Offline. All on this computer."), "small"))
        self.setLayout(stack)

    def _button(self, page: type[Page], number: int) -> Button:
        theme = self._context.theme
        button = Button(page.title(), role="nav", theme=theme, icon=page.icon)
        button.setCheckable(True)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setShortcut(f"Ctrl+{number}")
        button.setToolTip(f"{page.title()} (Ctrl+{number})")
        button.clicked.connect(lambda: self.picked.emit(page.page_id))
        self._group.addButton(button)
        self._buttons[page.page_id] = button
        return button

    def _fit(self) -> None:
        self.setFixedWidth(self._context.theme.sizes.scaled(WIDTH))
