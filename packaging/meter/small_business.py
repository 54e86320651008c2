"""Posts of small businesses in many trades, put together from ``frames.toml``.

Public posts of small businesses are few; these give the student the words of trades it would never meet.
How much each sells is for the teacher to say, helped a little by the frame it comes from.
"""

from __future__ import annotations

import random
import tomllib
from typing import Any

from data import HERE

PERCENTS = (10, 15, 20, 30, 50)
PRICES = ("$5", "$12.90", "20 pounds", "9 euros", "$49")
HOURS = ("8am", "7 pm", "noon", "10", "6.30pm")


class Writer:
    """Writes posts; the same seed writes the same ones."""

    def __init__(self, seed: int):
        """Read the frames."""
        with (HERE / "frames.toml").open("rb") as file:
            self.frames: dict[str, Any] = tomllib.load(file)
        self.rng = random.Random(seed)

    def posts(self, count: int) -> list[tuple[str, float]]:
        """``count`` posts, each with how surely its frames sell (0 to 1)."""
        return [self._post() for _ in range(count)]

    def _post(self) -> tuple[str, float]:
        trade = self.rng.choice(list(self.frames["trades"]))
        sides, pitch = self._plan(self.rng.random())
        text = " ".join(self._sentence(side, trade) for side in sides)
        sign = self.rng.choice(self.frames["signs"])
        tags = self.rng.choice(self.frames["tags"]).format(tr=trade)
        if sign:
            text += f" {sign}"
        if tags:
            text += self.rng.choice(" \n") + tags
        return (text.lower() if self.rng.random() < 0.06 else text), pitch

    @staticmethod
    def _plan(draw: float) -> tuple[tuple[str, ...], float]:
        if draw < 0.45:
            return ("selling",), 1.0
        if draw < 0.85:
            return ("giving",), 0.0
        return (("giving", "selling"), 0.6) if draw < 0.93 else (("selling", "selling"), 1.0)

    def _sentence(self, side: str, trade: str) -> str:
        rng, frames = self.rng, self.frames
        words = dict(frames["trades"][trade])
        products = words.pop("products")
        first, second, third = rng.sample(products, 3) if len(products) > 2 else (products * 3)[:3]
        text = rng.choice(frames[side]).format(
            p=first,
            P=first[0].upper() + first[1:],
            p2=second,
            p3=third,
            adj="{adj}",
            day=rng.choice(frames["days"]),
            hol=rng.choice(frames["holidays"]),
            name=rng.choice(frames["names"]),
            n=rng.randint(3, 30),
            t=rng.choice(HOURS),
            pc=f"{rng.choice(PERCENTS)}%",
            price=rng.choice(PRICES),
            **words,
        )
        while "{adj}" in text:
            text = text.replace("{adj}", rng.choice(frames["adjectives"]), 1)
        return text
