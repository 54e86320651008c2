"""Where a post is meant to go."""

from __future__ import annotations

from collections.abc import Mapping
from gettext import gettext as _

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from socialcoach.core.planning.platform_facts import PlatformFacts
from socialcoach.ui.theme.theme import Theme
from socialcoach.ui.widgets.boxes import clear
from socialcoach.ui.widgets.buttons import Button
from socialcoach.ui.widgets.flow import FlowLayout


class PlatformPills(QWidget):
    """One pill for each platform of the plan. Emits ``picked(keys)`` when the owner clicks."""

    picked = Signal(tuple)

    def __init__(self, platforms: Mapping[str, PlatformFacts], theme: Theme) -> None:
        super().__init__()
        self._platforms = platforms
        self._theme = theme
        self._pills: dict[str, Button] = {}
        self._line = FlowLayout(self)

    def show_platforms(self, offered: tuple[str, ...], picked: tuple[str, ...]) -> None:
        """Offer these platforms and show which are picked."""
        wanted = tuple(dict.fromkeys((*offered, *picked)))
        if wanted != tuple(self._pills):
            clear(self._line)
            self._pills = {key: self._pill(key) for key in wanted}
        for key, pill in self._pills.items():
            pill.setChecked(key in picked)

    def _pill(self, key: str) -> Button:
        facts = self._platforms[key]
        pill = Button(facts.name, self._on_click, role="pill", theme=self._theme, icon=facts.icon)
        pill.setCheckable(True)
        pill.setAccessibleDescription(_("Post this on {platform}").format(platform=facts.name))
        self._line.addWidget(pill)
        return pill

    def _on_click(self) -> None:
        self.picked.emit(tuple(key for key, pill in self._pills.items() if pill.isChecked()))
