"""Buttons by role; every one has a spoken name and shows its icon in the right colour."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QPushButton

from socialcoach.ui.theme.theme import Theme
from socialcoach.ui.widgets.labels import set_property

ICON_COLOURS = {"primary": "on_accent", "link": "accent", "nav": "soft_ink"}


class Button(QPushButton):
    """A push button with a role: primary, link, nav, pill or none; one primary a page."""

    def __init__(
        self,
        text: str,
        on_click: Callable[[], object] | None = None,
        *,
        role: str = "",
        theme: Theme | None = None,
        icon: str = "",
    ) -> None:
        super().__init__(text)
        self.setProperty("role", role)
        self.setAccessibleName(text.replace("&", ""))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._theme, self._icon_name, self._role = theme, icon, role
        if on_click is not None:
            self.clicked.connect(lambda: on_click())
        if theme is not None and icon:
            self._draw_icon()
            theme.changed.connect(self._draw_icon)

    def set_role(self, role: str) -> None:
        """Give the button another role and show it at once."""
        self._role = role
        set_property(self, "role", role)
        self._draw_icon()

    def _draw_icon(self) -> None:
        if self._theme is None or not self._icon_name:
            return
        side = self._theme.sizes.scaled(18)
        self.setIconSize(QSize(side, side))
        self.setIcon(self._theme.icon(self._icon_name, ICON_COLOURS.get(self._role, "ink")))


def icon_button(name: str, icon: str, on_click: Callable[[], object], theme: Theme) -> Button:
    """Return a button that shows only an icon; ``name`` is its spoken name and its tip."""
    made = Button("", on_click, theme=theme, icon=icon)
    made.setAccessibleName(name)
    made.setToolTip(name)
    return made
