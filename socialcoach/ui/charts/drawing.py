"""What charts share when they draw: room for the words, quiet lines, the theme's colours."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from socialcoach.services.words.figures import short_month
from socialcoach.ui.charts.look import DOTS_PER_INCH, ChartLook

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

TEXT, BOLD_TEXT = 13, 14
"""Text in charts, in pixels at the usual text size."""

LEFT, RIGHT, TOP, BOTTOM = 44, 12, 22, 28
"""Room around the plot for its words, in pixels at the usual text size."""

FALLBACK = ("Inter", "Segoe UI", "Helvetica Neue", "Noto Sans", "Liberation Sans", "DejaVu Sans")


def empty_axes(figure: Figure, look: ChartLook) -> Axes:
    """Return axes in a cleared figure: no frame, quiet lines across, the theme's text."""
    figure.clear()
    figure.set_facecolor(look.colours.card)
    axes = figure.add_axes((0, 0, 1, 1))
    axes.set_facecolor(look.colours.card)
    for side in axes.spines.values():
        side.set_visible(False)
    axes.tick_params(length=0, pad=look.points(6), labelsize=look.points(TEXT))
    axes.tick_params(labelcolor=look.colours.soft_ink, labelfontfamily=font_of(look))
    axes.set_axisbelow(True)
    # In high contrast the lines have the colour of the text and would cross it out.
    faint = 0.35 if look.is_high_contrast else 1.0
    axes.grid(axis="y", color=look.colours.line, linewidth=look.points(1.2), alpha=faint)
    make_room(figure, look)
    return axes


def make_room(figure: Figure, look: ChartLook) -> None:
    """Place the axes so that the words around them fit; called again after each resize."""
    wide, high = (side * DOTS_PER_INCH for side in figure.get_size_inches())
    left, right, top, bottom = (look.pixels(side) for side in (LEFT, RIGHT, TOP, BOTTOM))
    if wide <= left + right or high <= top + bottom:
        return
    room = (left / wide, bottom / high, 1 - (left + right) / wide, 1 - (top + bottom) / high)
    for axes in figure.axes:
        axes.set_position(room)


def month_axis(axes: Axes, months: Sequence[str]) -> None:
    """Name the months below; the places are 0, 1, 2..."""
    axes.set_xticks(range(len(months)), [short_month(month) for month in months])
    axes.set_xlim(-0.6, len(months) - 0.4)


def few_lines(axes: Axes, *, whole: bool = False) -> None:
    """Draw about five lines across, at round figures; ``whole``: at whole numbers only."""
    steps = [1, 2, 5, 10] if whole else [1, 2, 2.5, 5, 10]
    axes.locator_params(axis="y", nbins=6, steps=steps, integer=whole)


def font_of(look: ChartLook) -> str:
    """Return a font that matplotlib can find, the window's own when it is among them."""
    return _known_font((look.font, *FALLBACK))


@lru_cache(maxsize=8)
def _known_font(wanted: tuple[str, ...]) -> str:
    from matplotlib import font_manager

    known = set(font_manager.get_font_names())
    return next((name for name in wanted if name in known), "DejaVu Sans")
