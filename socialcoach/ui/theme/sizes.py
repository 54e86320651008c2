"""Sizes in pixels that grow with the owner's text size."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Sizes:
    """Font and control sizes at a text size given in percent."""

    percent: int = 100

    def scaled(self, pixels: float) -> int:
        """Return ``pixels`` at this text size."""
        return round(pixels * self.percent / 100)

    def for_style(self) -> dict[str, int]:
        """Return the numbers the style sheet asks for."""
        return {
            "small": self.scaled(12.5),
            "body": self.scaled(14.5),
            "paper": self.scaled(17),
            "heading": self.scaled(16),
            "title": self.scaled(24),
            "control": self.scaled(28),
            "tick": self.scaled(22),
            "chip_round": (self.scaled(12.5) + 4) // 2,
            "pill_round": self.scaled(28) // 2 + 4,
        }
