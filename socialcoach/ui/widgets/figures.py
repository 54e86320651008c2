"""Reading and showing figures as owners type them."""

from __future__ import annotations

import math


def read_figure(typed: str) -> float | None:
    """Return the figure in "8", "1,5" or "1.5"; None for anything else."""
    text = typed.strip().replace(" ", "").replace(",", ".")
    try:
        figure = float(text)
    except ValueError:
        return None
    return figure if math.isfinite(figure) and 0 <= figure < 1_000_000_000 else None


def show_figure(figure: float | None) -> str:
    """Return a figure without needless decimals; nothing for None."""
    return "" if figure is None else f"{figure:g}" if figure < 1_000_000 else f"{figure:.0f}"
