"""The colours of a theme by role, read from ``resources/themes``."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Colours:
    """One theme's colours by role, each as ``#RRGGBB``.

    ``*_wash`` are pale backgrounds for the colour of the same name; ``field_line`` is the border
    of what can be typed into and must stand out from the card by 3 to 1.
    """

    window: str
    sidebar: str
    card: str
    line: str
    field_line: str
    ink: str
    soft_ink: str
    accent: str
    accent_hover: str
    on_accent: str
    focus: str
    giving: str
    giving_wash: str
    leaning: str
    leaning_wash: str
    selling: str
    selling_wash: str
    hover: str

    def of_band(self, band: str) -> str:
        """Return the colour of a band: giving, leaning or selling."""
        return str(getattr(self, band))


def load_colours(folder: Path, name: str) -> Colours:
    """Read ``<name>.toml`` from the themes folder."""
    with (folder / f"{name}.toml").open("rb") as file:
        return Colours(**tomllib.load(file)["colours"])
