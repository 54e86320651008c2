"""Charts of a small business, and figures to draw them into."""

from __future__ import annotations

import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from socialcoach.core.progress.month_mix import MonthMix
from socialcoach.core.progress.overview import Overview, PlatformMonth
from socialcoach.core.progress.rates import ResponseSums

NAMES = {"facebook": "Facebook", "instagram": "Instagram"}


def month(name: str, posts: int, selling: int, responses: int) -> PlatformMonth:
    """Return a month on Facebook in which each post was seen by 1,000."""
    sums = ResponseSums.of([(1000, responses)] * posts)
    return PlatformMonth(name, "facebook", MonthMix(name, posts, selling), people=sums)


@pytest.fixture
def overview() -> Overview:
    """Four months: one with too few posts, the last one still running."""
    rows = [
        month("2026-08", 12, 6, 24),
        month("2026-09", 3, 2, 30),
        month("2026-10", 15, 3, 41),
        month("2026-11", 6, 1, 44),
    ]
    return Overview(
        month="2026-10",
        today_month="2026-11",
        months=("2026-08", "2026-09", "2026-10", "2026-11"),
        platforms=("facebook",),
        by_platform={(row.month, row.platform): row for row in rows},
        overall_mix={row.month: row.mix for row in rows},
    )


@pytest.fixture
def figure() -> Figure:
    """A figure to draw into."""
    made = Figure(figsize=(5, 2.4))
    FigureCanvasAgg(made)
    return made
