"""The bundled model on disk: a JSON header beside raw numbers.  Nothing in the files can run."""

from __future__ import annotations

import json
import sys
from array import array
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import socialcoach
from socialcoach.core.meter.network import Layers, Matrix, Network, Vector

HEADER_NAME = "model.json"
NUMBERS_NAME = "model.bin"
_ENDINGS = ("ing", "ed", "ly", "s")
UNKNOWN_WORD = "<unk>"
UNKNOWN_SIGN = "<emoji>"


class ModelError(ValueError):
    """The model files are missing, or are not what this version reads."""


@dataclass(frozen=True, slots=True)
class Settings:
    """The numbers by which sums become a judgement.

    ``slope`` and ``offset`` calibrate the log-odds; ``leaning_from`` and ``selling_from`` are
    pitches (0 to 1); the ``cue_from`` fields are the smallest weights, in log-odds, worth showing.
    """

    version: str
    kinds: tuple[str, ...]
    bias: float
    slope: float
    offset: float
    leaning_from: float
    selling_from: float
    selling_cue_from: float
    selling_cue_from_when_giving: float
    giving_cue_from: float


class Model:
    """A vocabulary, the network that weighs its words, and what single words and pairs add."""

    def __init__(
        self,
        settings: Settings,
        vocabulary: Sequence[str],
        network: Network,
        phrases: Mapping[str, float],
    ) -> None:
        """``vocabulary``: the key of each row, the first being the empty place.

        ``phrases``: values of words and of pairs of neighbours, parted by a space.
        """
        self.settings = settings
        self.network = network
        self._rows = {key: row for row, key in enumerate(vocabulary)}
        self._phrases = phrases

    def knows(self, key: str) -> bool:
        """Whether the model has a row for this word."""
        return key in self._rows

    def row(self, key: str) -> int:
        """The row of ``key``; words the model never saw share a few rows, by their ending."""
        row = self._rows.get(key)
        return self._rows[unknown_key(key)] if row is None else row

    def phrase_values(self, keys: Sequence[str]) -> list[float]:
        """What each word, alone and with the one before it, adds to its value in the network."""
        value = self._phrases.get
        pairs = zip(("", *keys), keys, strict=False)
        return [value(key, 0.0) + value(f"{last} {key}", 0.0) for last, key in pairs]


def unknown_key(key: str) -> str:
    """The row that stands for a word the model never saw: by its ending, or as a sign."""
    if not key[0].isalpha():
        return UNKNOWN_SIGN
    for ending in _ENDINGS:
        if key.endswith(ending):
            return f"<unk-{ending}>"
    return UNKNOWN_WORD


def model_path() -> Path:
    """The model's folder: in a checkout beside the package, else inside the package."""
    checkout = Path(__file__).parents[3] / "resources" / "meter"
    if checkout.is_dir():
        return checkout
    return Path(socialcoach.__file__).parent / "resources" / "meter"


def load_model(folder: Path) -> Model:
    """Read the model in ``folder``; raises :class:`ModelError` when it is missing or damaged."""
    try:
        header = json.loads((folder / HEADER_NAME).read_text(encoding="utf-8"))
        numbers = (folder / NUMBERS_NAME).read_bytes()
        vocabulary = header["vocabulary"]
        bytes_of_words, bytes_of_phrases, rest = _parts(header, numbers)
        layers = _layers(header, bytes_of_words, rest)
        step = header["phrase_step"]
        values = [step * byte for byte in bytes_of_phrases]
        phrases = dict(zip(header["phrases"], values, strict=True))
        settings = Settings(
            version=header["version"], kinds=tuple(header["kinds"]), **header["decision"]
        )
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ModelError(f"the meter's model in {folder} cannot be read: {error}") from error
    return Model(settings, vocabulary, Network(layers), phrases)


def _parts(
    header: Mapping[str, Any], numbers: bytes
) -> tuple[array[int], array[int], array[float]]:
    """The bytes of the words, those of the phrases, and the rest as floats."""
    size = header["sizes"]
    words = len(header["vocabulary"]) * size["near_places"] * size["near"]
    phrases = words + len(header["phrases"])
    # floats begin at a multiple of four
    rest = array("f", numbers[phrases + -phrases % 4 :])
    if sys.byteorder == "big":
        rest.byteswap()
    return array("b", numbers[:words]), array("b", numbers[words:phrases]), rest


def _layers(header: Mapping[str, Any], words: array[int], rest: array[float]) -> Layers:
    """Cut the numbers into the network's matrices, in the order in which training wrote them."""
    size = header["sizes"]
    cut = _Cutter(rest)
    both = size["near"] + size["far"]
    layers = Layers(
        words=words,
        near_places=size["near_places"],
        near_step=cut.vector(size["near"]),
        near_bias=cut.vector(size["near"]),
        far=tuple(cut.matrix(size["far"], size["near"]) for _ in range(size["far_places"])),
        far_bias=cut.vector(size["far"]),
        dilation=size["dilation"],
        gates=cut.matrix(2, both),
        gates_bias=cut.vector(2),
        value=cut.vector(both),
        kind_hidden=cut.matrix(size["kind_hidden"], both),
        kind_hidden_bias=cut.vector(size["kind_hidden"]),
        kind=cut.matrix(3 + len(header["kinds"]), size["kind_hidden"]),
        kind_bias=cut.vector(3 + len(header["kinds"])),
    )
    cut.expect_end()
    return layers


class _Cutter:
    """Takes vectors and matrices off the front of a row of numbers."""

    def __init__(self, numbers: array[float]) -> None:
        self._numbers = numbers
        self._at = 0

    def vector(self, length: int) -> Vector:
        taken = tuple(self._numbers[self._at : self._at + length])
        if len(taken) != length:
            raise ValueError("the numbers end too early")
        self._at += length
        return taken

    def matrix(self, rows: int, columns: int) -> Matrix:
        return [self.vector(columns) for _ in range(rows)]

    def expect_end(self) -> None:
        if self._at != len(self._numbers):
            raise ValueError("there are more numbers than the header tells of")
