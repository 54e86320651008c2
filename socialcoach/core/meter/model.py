"""The bundled model: what each word, and each pair of neighbours, adds to the score.

The file is a JSON header (vocabulary, scales, calibration) beside raw signed bytes: nothing in it can run.
"""

from __future__ import annotations

import json
import operator
from array import array
from dataclasses import dataclass
from pathlib import Path

import socialcoach

HEADER_NAME = "model.json"
ROWS_NAME = "model.bin"


class ModelError(ValueError):
    """The model files are missing, or are not what this version reads."""


@dataclass(frozen=True, slots=True)
class Settings:
    """The few numbers beside the weights; all but ``version`` are dimensionless."""

    version: str
    kinds: tuple[str, ...]
    bias: tuple[float, ...]
    slope: float
    offset: float
    leaning_from: float
    selling_from: float
    cue_from: float
    cue_from_when_giving: float


class Model:
    """Weights of words and pairs; a row holds pitch, three pressure steps and one weight per kind."""

    def __init__(self, settings: Settings, vocabulary: list[str], rows: array[int], scale: float):
        """``rows`` holds one row of signed bytes per key; a byte times ``scale`` is log-odds."""
        self.settings = settings
        self.width = len(settings.bias)
        self._index = {key: number * self.width for number, key in enumerate(vocabulary)}
        self._rows = rows
        self._scale = scale

    def knows(self, key: str) -> bool:
        """Whether the model has a row for this word."""
        return key in self._index

    def contributions(self, keys: list[str]) -> list[list[float]]:
        """What each word adds to every head: its own row and that of the pair it forms with the last."""
        rows = []
        last = ""
        for key in keys:
            rows.append(self._sum_of(key, f"{last} {key}"))
            last = key
        return rows

    def _sum_of(self, word: str, pair: str) -> list[float]:
        total: list[float] = [0.0] * self.width
        for key in (word, pair):
            at = self._index.get(key)
            if at is not None:
                total = list(map(operator.add, total, self._rows[at : at + self.width]))
        return [self._scale * value for value in total]


def model_path() -> Path:
    """The folder of the model: in a checkout beside the package, else inside the installed package."""
    checkout = Path(__file__).parents[3] / "resources" / "meter"
    if checkout.is_dir():
        return checkout
    return Path(socialcoach.__file__).parent / "resources" / "meter"


def load_model(folder: Path) -> Model:
    """Read the model in ``folder``; raises :class:`ModelError` when it is missing or damaged."""
    try:
        header = json.loads((folder / HEADER_NAME).read_text(encoding="utf-8"))
        rows = array("b", (folder / ROWS_NAME).read_bytes())
        settings = Settings(
            version=header["version"],
            kinds=tuple(header["kinds"]),
            bias=tuple(header["bias"]),
            **header["decision"],
        )
        vocabulary = header["vocabulary"]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ModelError(f"the meter's model in {folder} cannot be read: {error}") from error
    if len(rows) != len(vocabulary) * len(settings.bias):
        raise ModelError(f"the meter's model in {folder} is damaged: its two files do not fit")
    return Model(settings, vocabulary, rows, header["scale"])
