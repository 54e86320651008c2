"""The sidebar: the pages that exist, in plain words, Settings at the foot."""

from __future__ import annotations

from gettext import gettext as _

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QLabel, QWidget

from socialcoach.ui.context import AppContext
from socialcoach.ui.page_list import PageEntry
from socialcoach.ui.widgets.boxes import column
from socialcoach.ui.widgets.buttons import Button
from socialcoach.ui.widgets.labels import label

WIDTH, NARROW_WIDTH = 208, 60
AT_THE_FOOT = "settings"


class Sidebar(QWidget):
    """Emits ``picked(page_id)``."""

    picked = Signal(str)

    def __init__(self, context: AppContext, pages: tuple[PageEntry, ...]) -> None:
        super().__init__()
        self.setObjectName("sidebar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._context = context
        self._name = label("", "small")
        self._words: list[QLabel] = [self._name]
        self._is_narrow = False
        self._buttons: dict[str, Button] = {}
        self._titles: dict[str, str] = {}
        self._group = QButtonGroup(self)
        self._build(pages)
        context.theme.changed.connect(self._fit)
        self._fit()

    def show_page(self, page_id: str) -> None:
        """Mark the page that is open."""
        if page_id in self._buttons:
            self._buttons[page_id].setChecked(True)

    def set_narrow(self, narrow: bool) -> None:
        """Show icons only, when the window has no room for words beside them."""
        if narrow != self._is_narrow:
            self._is_narrow = narrow
            for words in self._words:
                words.setVisible(not narrow)
            for page_id, button in self._buttons.items():
                button.setText("" if narrow else self._titles[page_id])
            self._fit()

    def show_name(self, name: str) -> None:
        """Show the business's name."""
        sample = self._context.services.is_sample
        self._name.setText(_("{name} (sample)").format(name=name) if sample else name)

    def _build(self, pages: tuple[PageEntry, ...]) -> None:
        app_name = label("SocialCoach", "name")
        stack = column(app_name, self._name, spacing=2, margins=14)
        stack.setContentsMargins(14, 20, 14, 14)
        stack.addSpacing(12)
        foot = column(spacing=4)
        for number, page in enumerate(pages, start=1):
            button = self._button(page, number)
            (foot if page.page_id == AT_THE_FOOT else stack).addWidget(button)
        stack.addStretch(1)
        sample = label(_("Sample business. Nothing here is real."), "small")
        offline = label(_("All on this computer. Online only when you ask."), "small")
        self._words += [app_name, offline]
        if self._context.services.is_sample:
            stack.addWidget(sample)
            self._words.append(sample)
        stack.addLayout(foot)
        stack.addWidget(offline)
        self.setLayout(stack)

    def _button(self, page: PageEntry, number: int) -> Button:
        theme = self._context.theme
        button = Button(page.title(), role="nav", theme=theme, icon=page.icon)
        button.setCheckable(True)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setShortcut(f"Ctrl+{number}")
        button.setToolTip(f"{page.title()} (Ctrl+{number})")
        button.clicked.connect(lambda: self.picked.emit(page.page_id))
        self._group.addButton(button)
        self._buttons[page.page_id] = button
        self._titles[page.page_id] = page.title()
        return button

    def _fit(self) -> None:
        width = NARROW_WIDTH if self._is_narrow else WIDTH
        self.setFixedWidth(self._context.theme.sizes.scaled(width))
