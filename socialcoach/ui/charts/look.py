"""How charts look: the theme's colours and sizes, in the units matplotlib wants."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtWidgets import QApplication

from socialcoach.paths import resource_dir
from socialcoach.ui.theme.sizes import Sizes
from socialcoach.ui.theme.theme import Theme
from socialcoach.ui.theme.tokens import Colours, load_colours

DOTS_PER_INCH = 100.0
"""Resolution of a chart before the screen's own scaling; sizes in pixels are turned by it."""

POINTS_PER_INCH = 72.0


@dataclass(frozen=True)
class ChartLook:
    """Colours by role, text and line sizes in pixels at ``DOTS_PER_INCH``, and a font's name.

    Two equal looks draw the same picture, so an equal look needs no new drawing.
    """

    colours: Colours
    sizes: Sizes
    font: str = ""

    @property
    def is_high_contrast(self) -> bool:
        """Whether lines have the colour of the text, as in the theme of high contrast."""
        return self.colours.line == self.colours.ink

    def points(self, pixels: float) -> float:
        """Return pixels, grown with the text size, in points."""
        return pixels * self.sizes.percent / 100 * POINTS_PER_INCH / DOTS_PER_INCH

    def pixels(self, pixels: float) -> float:
        """Return pixels grown with the text size."""
        return pixels * self.sizes.percent / 100


def look_of(theme: Theme) -> ChartLook:
    """Return the look that goes with the theme in force."""
    return ChartLook(theme.colours, theme.sizes, QApplication.font().family())


def paper_look(percent: int = 100) -> ChartLook:
    """Return the look for print: the light colours."""
    return ChartLook(load_colours(resource_dir() / "themes", "light"), Sizes(percent))
