"""Numbers as people write them where the app runs."""

from __future__ import annotations


def number(value: int) -> str:
    """Return a whole number with a thin gap between the thousands: 63 206, and 2200 without."""
    return str(value) if abs(value) < 10_000 else f"{value:,}".replace(",", "\u202f")
