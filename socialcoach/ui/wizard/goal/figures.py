"""Reading figures as owners type them, and the date a first goal is set for."""

from __future__ import annotations

import calendar
import math
from datetime import date

MONTHS_AHEAD = 4
"""A goal four months away is near enough to feel and far enough to reach: our judgement."""


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


def usual_date(today: date) -> date:
    """Return the last day of the month four months from now."""
    months = today.month - 1 + MONTHS_AHEAD
    year, month = today.year + months // 12, months % 12 + 1
    return date(year, month, calendar.monthrange(year, month)[1])
