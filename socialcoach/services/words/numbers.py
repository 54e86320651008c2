"""Numbers as they stand in a sentence."""

from __future__ import annotations


def number(value: int) -> str:
    """Return a whole number with its thousands apart: ``5,000``."""
    return f"{value:,}"
