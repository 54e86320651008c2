"""Small words in charts: a figure over a bar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialcoach.ui.charts.drawing import TEXT, font_of
from socialcoach.ui.charts.look import ChartLook

if TYPE_CHECKING:
    from matplotlib.axes import Axes


def write_over(axes: Axes, look: ChartLook, place: float, height: float, words: str) -> None:
    """Write words over a bar, on a patch of the card's colour so that lines do not cross them."""
    axes.annotate(
        words,
        (place, height),
        xytext=(0, look.points(4)),
        textcoords="offset points",
        ha="center",
        color=look.colours.soft_ink,
        fontsize=look.points(TEXT),
        fontfamily=font_of(look),
        bbox={"facecolor": look.colours.card, "edgecolor": "none", "pad": look.points(1)},
    )


def striped_bars(
    axes: Axes, look: ChartLook, heights: list[int], bottoms: list[int], colour: str, width: float
) -> None:
    """Draw bars with stripes, so that they differ by more than their colour."""
    bars = axes.bar(range(len(heights)), heights, width, bottom=bottoms, color=colour)
    for bar in bars:
        bar.set(hatch="//", edgecolor=look.colours.card, linewidth=0)
        bar.set_hatch_linewidth(look.points(2))
