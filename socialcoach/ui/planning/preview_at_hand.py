"""Joins the preview with the paper: it follows every key and every picture while it is open."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from socialcoach.core.planning.preview import sketch
from socialcoach.ui.context import AppContext
from socialcoach.ui.planning.desk import Desk
from socialcoach.ui.planning.pictures_at_hand import PicturesAtHand
from socialcoach.ui.planning.preview_panel import PreviewPanel
from socialcoach.ui.planning.side import Side

FOLLOW_AFTER_MS = 120
"""The sketch is drawn anew so long after a key, in milliseconds, however fast one types."""


class PreviewAtHand(QObject):
    """Shows the preview beside the paper and keeps it true."""

    def __init__(
        self, context: AppContext, desk: Desk, side: Side, pictures: PicturesAtHand
    ) -> None:
        super().__init__(desk)
        self._context = context
        self._desk = desk
        self._side = side
        self._pictures = pictures
        self._platform = ""
        self._panel = PreviewPanel(context.services.platforms, context.theme, desk.thumbnails)
        side.add_panel(self._panel)
        self._timer = QTimer(self, singleShot=True, interval=FOLLOW_AFTER_MS)
        self._timer.timeout.connect(self._draw)
        self._panel.platform_wanted.connect(self._on_platform)
        self._panel.fit_wanted.connect(pictures.fit)
        for news in (desk.typed, desk.platforms_picked, pictures.changed):
            news.connect(self.follow)

    def show(self) -> None:
        """Let the preview take the meter's place."""
        self._side.show_panel(self._panel)
        self._draw()

    def follow(self) -> None:
        """Draw anew soon, if the preview is open at all."""
        if self._panel.isVisible() and not self._timer.isActive():
            self._timer.start()

    def turn_with_tab(self) -> None:
        """Show the platform whose words lie on the paper now."""
        if self._desk.in_sight:
            self._platform = self._desk.in_sight
        self.follow()

    def _on_platform(self, platform: str) -> None:
        self._platform = platform
        self._draw()

    def _draw(self) -> None:
        picked = self._desk.picked
        if self._platform not in picked:
            self._platform = picked[0] if picked else ""
        self._panel.show_platforms(picked, self._platform)
        if not self._platform:
            return
        services = self._context.services
        text = self._desk.versions.text_for(self._platform)
        facts = services.platforms[self._platform]
        name = services.planner.strategy().business.name
        self._panel.show_sketch(sketch(text, self._pictures.pictures, facts), self._platform, name)
