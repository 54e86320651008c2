"""Phosphor icons in any colour, from QtAwesome, loading only the one font that is used."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from PySide6.QtGui import QIcon

FONT = "phosphor-?.*.ttf"
CHARMAP = "phosphor-charmap-*.json"


class Icons:
    """Draws icons; the font is read when the first icon is asked for."""

    def icon(self, name: str, colour: str, active_colour: str) -> QIcon:
        """Return the icon ``ph.<name>``; checked buttons show it in ``active_colour``."""
        icon: QIcon = _phosphor().icon(  # type: ignore[attr-defined]
            name, color=colour, color_on=active_colour, color_disabled=colour
        )
        return icon


@cache
def _phosphor() -> object:
    """Read the font once for as long as the program runs.

    It must not go earlier: QtAwesome's icons and the objects that paint them point at one another,
    and Python may take them apart in an order in which Qt touches what is already gone.
    """
    import qtawesome
    from qtawesome.iconic_font import IconicFont

    folder = Path(qtawesome.__file__).parent / "fonts"
    font = next(folder.glob(FONT)).name
    charmap = next(folder.glob(CHARMAP)).name
    # QtAwesome's own start loads every font it has; SocialCoach draws with one of them.
    return IconicFont(("ph", font, charmap, str(folder)))
