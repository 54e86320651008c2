"""Draws the pictures of the sample bakery, from nothing but circles and lines.

``python packaging/draw_sample.py`` writes them anew into ``resources/sample/bakery/pictures``.
"""

from __future__ import annotations

import math
import random
from collections.abc import Iterable
from pathlib import Path

from PIL import Image, ImageDraw

FOLDER = Path(__file__).resolve().parents[1] / "resources" / "sample" / "bakery" / "pictures"
FINER = 2
"""Drawn so many times larger and then made smaller, for smooth edges."""

Colour = tuple[int, int, int]
Point = tuple[float, float]

WALL: Colour = (244, 234, 216)
TABLE: Colour = (196, 154, 108)
TABLE_DARK: Colour = (176, 134, 92)
BOARD: Colour = (222, 188, 140)
CRUST: Colour = (168, 98, 46)
CRUST_DARK: Colour = (132, 72, 32)
CRUMB: Colour = (248, 226, 182)
FLOUR: Colour = (253, 248, 238)
CLOTH: Colour = (15, 118, 110)
CLOTH_PALE: Colour = (94, 170, 162)
IRON: Colour = (58, 60, 66)
IRON_PALE: Colour = (92, 95, 102)
HERB: Colour = (88, 132, 70)


class Sheet:
    """A sheet to draw on, measured in pixels of the finished picture."""

    def __init__(self, width: int, height: int, ground: Colour) -> None:
        self.width, self.height = width, height
        self._image = Image.new("RGB", (width * FINER, height * FINER), ground)
        self._pen = ImageDraw.Draw(self._image)

    def oval(self, middle: Point, across: float, down: float, fill: Colour) -> None:
        """Draw an oval; ``across`` and ``down`` are half its width and height."""
        x, y = middle
        box = [side * FINER for side in (x - across, y - down, x + across, y + down)]
        self._pen.ellipse(box, fill=fill)

    def shape(self, points: Iterable[Point], fill: Colour) -> None:
        """Draw a closed shape."""
        self._pen.polygon([(x * FINER, y * FINER) for x, y in points], fill=fill)

    def block(self, left: float, top: float, right: float, bottom: float, fill: Colour) -> None:
        """Draw a rectangle with round corners."""
        box = [side * FINER for side in (left, top, right, bottom)]
        self._pen.rounded_rectangle(box, radius=18 * FINER, fill=fill)

    def line(self, points: Iterable[Point], width: float, fill: Colour) -> None:
        """Draw a line."""
        dots = [(x * FINER, y * FINER) for x, y in points]
        self._pen.line(dots, fill=fill, width=round(width * FINER), joint="curve")

    def save(self, name: str) -> Path:
        """Write the finished picture."""
        FOLDER.mkdir(parents=True, exist_ok=True)
        small = self._image.resize((self.width, self.height), Image.Resampling.LANCZOS)
        file = FOLDER / name
        small.save(file, quality=82, optimize=True)
        return file


def turned(middle: Point, points: Iterable[Point], degrees: float) -> list[Point]:
    """Return points turned about a middle and moved to it."""
    angle = math.radians(degrees)
    cosine, sine = math.cos(angle), math.sin(angle)
    return [
        (middle[0] + x * cosine - y * sine, middle[1] + x * sine + y * cosine) for x, y in points
    ]


def table(sheet: Sheet, edge: float) -> None:
    """Draw a wooden table below ``edge``."""
    sheet.shape(
        [(0, edge), (sheet.width, edge), (sheet.width, sheet.height), (0, sheet.height)], TABLE
    )
    for step in range(1, 6):
        y = edge + step * (sheet.height - edge) / 6
        sheet.line([(0, y), (sheet.width, y + 6)], 4, TABLE_DARK)


def loaf() -> Path:
    """Draw the white bloomer on a board, three slashes across, flour on top."""
    sheet = Sheet(1080, 1080, WALL)
    table(sheet, 560)
    sheet.shape([(0, 700), (360, 640), (520, 1080), (0, 1080)], CLOTH)
    for step in range(4):
        start = 60 + step * 90
        sheet.line([(start, 690 - step * 16), (start + 70, 1080)], 10, CLOTH_PALE)
    sheet.block(150, 700, 950, 850, BOARD)
    sheet.block(880, 745, 1040, 805, BOARD)
    sheet.oval((1000, 775), 14, 14, TABLE_DARK)
    sheet.oval((540, 720), 350, 60, TABLE_DARK)
    sheet.oval((540, 590), 350, 165, CRUST_DARK)
    sheet.oval((540, 575), 338, 150, CRUST)
    for middle in (350, 540, 730):
        slash = turned((middle, 545), [(-110, 0), (0, -28), (110, 0), (0, 30)], -28)
        sheet.shape(slash, CRUMB)
    chance = random.Random(7)
    for _ in range(220):
        angle, away = chance.uniform(0, math.tau), math.sqrt(chance.random())
        spot = (540 + 300 * away * math.cos(angle), 530 + 90 * away * math.sin(angle))
        sheet.oval(spot, *(chance.uniform(2, 4),) * 2, FLOUR)
    return sheet.save("white-bloomer.jpg")


def croutons() -> Path:
    """Draw croutons in an iron pan, a few herbs among them."""
    sheet = Sheet(1080, 1350, TABLE)
    for step in range(8):
        y = 90 + step * 180
        sheet.line([(0, y), (1080, y + 20)], 6, TABLE_DARK)
    sheet.shape([(700, 0), (1080, 0), (1080, 420)], CLOTH)
    sheet.shape([(780, 0), (830, 0), (1080, 290), (1080, 345)], CLOTH_PALE)
    sheet.shape(turned((790, 1060), [(-60, -46), (420, -30), (420, 30), (-60, 46)], 48), IRON)
    sheet.oval((500, 700), 420, 420, IRON)
    sheet.oval((500, 700), 372, 372, IRON_PALE)
    sheet.oval((500, 706), 360, 360, IRON)
    chance = random.Random(11)
    for _ in range(64):
        angle, away = chance.uniform(0, math.tau), math.sqrt(chance.random()) * 290
        middle = (500 + away * math.cos(angle), 700 + away * math.sin(angle))
        crouton(sheet, middle, chance.uniform(0, 90), chance.uniform(30, 44))
    for _ in range(40):
        angle, away = chance.uniform(0, math.tau), math.sqrt(chance.random()) * 310
        middle = (500 + away * math.cos(angle), 700 + away * math.sin(angle))
        leaf = [(-12, 0), (0, -5), (12, 0), (0, 5)]
        sheet.shape(turned(middle, leaf, chance.uniform(0, 180)), HERB)
    return sheet.save("croutons.jpg")


def crouton(sheet: Sheet, middle: Point, degrees: float, half: float) -> None:
    """Draw one cube of bread, its crust darker than its top."""
    square = [(-half, -half), (half, -half), (half, half), (-half, half)]
    below = (middle[0] + 5, middle[1] + 9)
    sheet.shape(turned(below, square, degrees), CRUST_DARK)
    sheet.shape(turned(middle, square, degrees), CRUST)
    inner = [(x * 0.78, y * 0.78) for x, y in square]
    sheet.shape(turned(middle, inner, degrees), CRUMB)
    for x, y in ((-0.3, -0.2), (0.25, 0.3), (0.1, -0.4)):
        sheet.oval(turned(middle, [(x * half, y * half)], degrees)[0], 4, 4, BOARD)


if __name__ == "__main__":
    for made in (loaf(), croutons()):
        print(made.name, made.stat().st_size)
