"""Phosphor icons in any colour, from QtAwesome, loading only the one font that is used."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QIcon

FONT = "phosphor-?.*.ttf"
CHARMAP = "phosphor-charmap-*.json"


class Icons:
    """Draws icons; the font is read when the first icon is asked for."""

    def __init__(self) -> None:
        self._font: object | None = None

    def icon(self, name: str, colour: str, active_colour: str) -> QIcon:
        """Return the icon ``ph.<name>``; checked buttons show it in ``active_colour``."""
        font = self._loaded()
        icon: QIcon = font.icon(  # type: ignore[attr-defined]
            name, color=colour, color_on=active_colour, color_disabled=colour
        )
        return icon

    def _loaded(self) -> object:
        if self._font is None:
            import qtawesome
            from qtawesome.iconic_font import IconicFont

            folder = Path(qtawesome.__file__).parent / "fonts"
            font = next(folder.glob(FONT)).name
            charmap = next(folder.glob(CHARMAP)).name
            # QtAwesome's own start loads every font it has; SocialCoach draws with one of them.
            self._font = IconicFont(("ph", font, charmap, str(folder)))
        return self._font
