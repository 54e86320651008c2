"""The theme in force: palette, style sheet and icons, told to everyone when it changes."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QIcon, QPalette
from PySide6.QtWidgets import QApplication

from socialcoach.services.settings import Look
from socialcoach.ui.theme.icons import Icons
from socialcoach.ui.theme.sizes import Sizes
from socialcoach.ui.theme.tokens import Colours, load_colours


class Theme(QObject):
    """Knows the colours and sizes in force. Emits ``changed`` after a new look was put on."""

    changed = Signal()

    def __init__(self, app: QApplication, resources: Path) -> None:
        super().__init__()
        self._app = app
        self._folder = resources / "themes"
        self._look = Look.LIGHT
        self._style = (self._folder / "style.qss").read_text(encoding="utf-8")
        self._icons = Icons()
        self.sizes = Sizes()
        self.colours: Colours = load_colours(self._folder, "light")
        app.setStyle("Fusion")
        app.styleHints().colorSchemeChanged.connect(self._on_system_changed)

    @property
    def is_dark(self) -> bool:
        """Tell whether the background is dark."""
        return QColor(self.colours.window).lightness() < QColor(self.colours.ink).lightness()

    def put_on(self, look: Look, text_size: int) -> None:
        """Show the app in this look and text size (percent)."""
        self._look = look
        self.sizes = Sizes(text_size)
        self.colours = load_colours(self._folder, self._file_name(look))
        font = QFont(self._app.font())
        font.setPixelSize(self.sizes.for_style()["body"])
        self._app.setFont(font)
        self._app.setPalette(self._palette())
        self._app.setStyleSheet(self._filled_style())
        self.changed.emit()

    def icon(self, name: str, role: str = "soft_ink", active_role: str = "accent") -> QIcon:
        """Return a Phosphor icon such as ``ph.house`` in the colour of a role."""
        colour = getattr(self.colours, role)
        return self._icons.icon(name, colour, getattr(self.colours, active_role))

    def colour(self, role: str) -> QColor:
        """Return the colour of a role for painting."""
        return QColor(getattr(self.colours, role))

    def _file_name(self, look: Look) -> str:
        if look is not Look.SYSTEM:
            return str(look)
        scheme = self._app.styleHints().colorScheme()
        return "dark" if scheme is Qt.ColorScheme.Dark else "light"

    def _on_system_changed(self) -> None:
        if self._look is Look.SYSTEM:
            self.put_on(Look.SYSTEM, self.sizes.percent)

    def _filled_style(self) -> str:
        style = self._style
        values = {**vars(self.colours), **self.sizes.for_style()}
        for name, value in values.items():
            style = style.replace("{" + name + "}", str(value))
        return style

    def _palette(self) -> QPalette:
        palette = QPalette()
        roles = {
            QPalette.ColorRole.Window: "window",
            QPalette.ColorRole.Base: "card",
            QPalette.ColorRole.AlternateBase: "window",
            QPalette.ColorRole.Button: "card",
            QPalette.ColorRole.WindowText: "ink",
            QPalette.ColorRole.Text: "ink",
            QPalette.ColorRole.ButtonText: "ink",
            QPalette.ColorRole.ToolTipBase: "ink",
            QPalette.ColorRole.ToolTipText: "window",
            QPalette.ColorRole.PlaceholderText: "soft_ink",
            QPalette.ColorRole.Highlight: "accent",
            QPalette.ColorRole.HighlightedText: "on_accent",
            QPalette.ColorRole.Link: "accent",
            QPalette.ColorRole.Mid: "line",
        }
        for role, name in roles.items():
            palette.setColor(role, self.colour(name))
        return palette
