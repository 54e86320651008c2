"""Colours that everyone can tell apart: WCAG 2.2 AA, and 7 to 1 in the high contrast theme.

Text needs 4.5 to 1 against what it stands on (7 to 1 in high contrast), borders of fields and
graphics that mean something need 3 to 1. Formula: https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio
(checked 2026-11-22).
"""

from __future__ import annotations

import re
from dataclasses import fields
from itertools import product

import pytest
from PySide6.QtWidgets import QApplication

from socialcoach.paths import resource_dir
from socialcoach.services.settings import Look
from socialcoach.ui.context import AppContext
from socialcoach.ui.theme.sizes import Sizes
from socialcoach.ui.theme.tokens import Colours, load_colours

THEMES = ("light", "dark", "contrast")
FOLDER = resource_dir() / "themes"
STYLE = (FOLDER / "style.qss").read_text(encoding="utf-8")
ROLES = {field.name for field in fields(Colours)}
SURFACES = ("window", "card", "sidebar")
"""What labels without a background of their own may stand on."""

NEVER_READ = {":disabled"}
"""What cannot be used need not be readable (WCAG 1.4.3)."""

TEXTS = [
    *product(("ink", "soft_ink", "accent"), SURFACES),
    *product(("giving", "leaning", "selling"), ("card", "window")),
    *((band, f"{band}_wash") for band in ("giving", "leaning", "selling")),
    *product(("ink", "soft_ink"), ("giving_wash", "leaning_wash")),
    *(("ink", "hover"), ("soft_ink", "hover"), ("accent_hover", "card")),
    *(("on_accent", "accent"), ("on_accent", "accent_hover"), ("window", "ink")),
]
"""Pairs that come about because one widget stands on another, and in painted widgets."""

GRAPHICS = [
    *product(("field_line", "focus", "accent"), ("card", "window")),
    *product(("giving", "selling", "leaning"), ("card", "window")),
    *((band, f"{band}_wash") for band in ("giving", "leaning", "selling")),
]
"""Borders, dots, markers and icons, and what they stand on."""


def luminance(colour: str) -> float:
    """Return the relative luminance of ``#RRGGBB``, 0 to 1."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def ratio(one: str, other: str) -> float:
    """Return the contrast of two colours, 1 to 21."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def rules() -> list[tuple[str, dict[str, str]]]:
    """Return the style sheet's rules: the selector and what it sets."""
    plain = re.sub(r"/\*.*?\*/", "", STYLE, flags=re.DOTALL)
    found = re.findall(r"([^{}]+)\{((?:[^{}]|\{\w+\})*)\}", plain)
    return [
        (selector.strip(), dict(re.findall(r"([\w-]+)\s*:\s*([^;]+)", body)))
        for selector, body in found
    ]


def pairs_in_rules() -> set[tuple[str, str]]:
    """Return text and background where one rule of the style sheet sets both."""
    ways = (("color", "background"), ("selection-color", "selection-background-color"))
    found = set()
    for (selector, values), (text, background) in product(rules(), ways):
        roles = [re.fullmatch(r"\{(\w+)\}", values.get(name, "")) for name in (text, background)]
        if all(roles) and not any(state in selector for state in NEVER_READ):
            found.add(tuple(role[1] for role in roles if role))
    return {(text, background) for text, background in found}


def too_weak(name: str, pairs: list[tuple[str, str]], least: float) -> list[str]:
    """Return the pairs of a theme that do not reach ``least``, with their ratio."""
    colours = load_colours(FOLDER, name)
    found = [(pair, ratio(*(getattr(colours, role) for role in pair))) for pair in pairs]
    return [f"{' on '.join(pair)}: {is_now:.2f}" for pair, is_now in found if is_now < least]


def test_the_formula_is_the_one_of_the_standard():
    assert ratio("#000000", "#FFFFFF") == pytest.approx(21)
    assert ratio("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


def test_the_style_sheet_is_understood():
    assert len(rules()) > 40
    assert ("on_accent", "accent") in pairs_in_rules()
    assert ("window", "ink") in pairs_in_rules()


@pytest.mark.parametrize("name", THEMES)
def test_text_can_be_read_on_everything_it_stands_on(name: str):
    least = 7.0 if name == "contrast" else 4.5
    pairs = sorted({*TEXTS, *pairs_in_rules()})
    assert too_weak(name, pairs, least) == []


@pytest.mark.parametrize("name", THEMES)
def test_fields_and_graphics_stand_out(name: str):
    assert too_weak(name, GRAPHICS, 3.0) == []


@pytest.mark.parametrize("name", THEMES)
def test_each_band_has_a_colour_of_its_own(name: str):
    colours = load_colours(FOLDER, name)
    assert len({colours.of_band(band) for band in ("giving", "leaning", "selling")}) == 3


def test_the_style_sheet_names_only_colours_and_sizes_that_exist():
    named = set(re.findall(r"\{(\w+)\}", STYLE))
    assert named - ROLES - set(Sizes().for_style()) == set()


@pytest.mark.parametrize("look", [Look.LIGHT, Look.DARK, Look.CONTRAST])
def test_nothing_is_left_to_fill_in_the_style_sheet(
    context: AppContext, qapp: QApplication, look: Look
):
    context.theme.put_on(look, 130)
    assert not re.search(r"\{\w+\}", qapp.styleSheet())


@pytest.mark.parametrize("percent", [100, 150, 200])
def test_controls_are_tall_enough_to_hit(percent: int):
    padding_and_border = 2 * 4 + 2 * 1
    assert Sizes(percent).for_style()["control"] + padding_and_border >= 36
