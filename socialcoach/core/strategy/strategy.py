"""The whole strategy on one page, as the owner left it at any moment."""

from __future__ import annotations

from dataclasses import dataclass, field

from socialcoach.core.strategy.brand import Brand
from socialcoach.core.strategy.business import Business
from socialcoach.core.strategy.goal import Goal

FEWEST_PLATFORMS, MOST_PLATFORMS = 2, 3
"""Two or three platforms; being everywhere is a mistake."""


@dataclass(frozen=True)
class PlatformPurpose:
    """One chosen platform and, in a sentence of the owner's, what it is for."""

    key: str
    purpose: str = ""


@dataclass(frozen=True)
class Strategy:
    """All answers of the wizard; every field may still be empty.

    ``minutes_per_week`` is the time the owner gives to social media, in minutes.
    """

    business: Business = field(default_factory=Business)
    brand: Brand = field(default_factory=Brand)
    goal: Goal = field(default_factory=Goal)
    minutes_per_week: int = 0
    platforms: tuple[PlatformPurpose, ...] = ()

    @property
    def platform_keys(self) -> tuple[str, ...]:
        """Return the keys of the chosen platforms, in the owner's order."""
        return tuple(platform.key for platform in self.platforms)

    @property
    def is_complete(self) -> bool:
        """Tell whether there is enough for the one-page plan."""
        chosen = FEWEST_PLATFORMS <= len(self.platforms) <= MOST_PLATFORMS
        return bool(self.business.name) and self.goal.is_complete and chosen
