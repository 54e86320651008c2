"""The seasons, where a country has four of them."""

from __future__ import annotations

from datetime import date
from enum import StrEnum


class Season(StrEnum):
    """A season of the temperate zones."""

    SPRING = "spring"
    SUMMER = "summer"
    AUTUMN = "autumn"
    WINTER = "winter"


STARTS = {3: Season.SPRING, 6: Season.SUMMER, 9: Season.AUTUMN, 12: Season.WINTER}
"""Weather services begin a season with the first of these months (Met Office, 2026-11-22)."""

OPPOSITE = {
    Season.SPRING: Season.AUTUMN,
    Season.SUMMER: Season.WINTER,
    Season.AUTUMN: Season.SPRING,
    Season.WINTER: Season.SUMMER,
}

NORTHERN = frozenset({
    "AD", "AL", "AM", "AT", "AZ", "BA", "BE", "BG", "BY", "CA", "CH", "CN", "CY", "CZ", "DE", "DK",
    "EE", "ES", "FI", "FO", "FR", "GB", "GE", "GG", "GI", "GL", "GR", "HR", "HU", "IE", "IL", "IM",
    "IR", "IS", "IT", "JE", "JP", "KG", "KP", "KR", "KZ", "LB", "LI", "LT", "LU", "LV", "MC", "MD",
    "ME", "MK", "MN", "MT", "NL", "NO", "PL", "PT", "RO", "RS", "RU", "SE", "SI", "SK", "SM", "SY",
    "TJ", "TM", "TN", "TR", "UA", "US", "UZ", "VA", "XK", "AX",
})  # fmt: skip
SOUTHERN = frozenset({"AR", "AU", "CL", "FK", "LS", "NZ", "SZ", "UY", "ZA"})
"""Countries (ISO 3166) that lie mostly beyond the tropics; all others are shown no seasons."""


def season_starting(day: date, country: str) -> Season | None:
    """Return the season that begins on this day in a country, None on other days."""
    season = STARTS.get(day.month) if day.day == 1 else None
    if season is None or country in NORTHERN:
        return season
    return OPPOSITE[season] if country in SOUTHERN else None
