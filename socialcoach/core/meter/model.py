"""The bundled model on disk: a JSON header beside raw numbers.  Nothing in the files can run."""

from __future__ import annotations

import json
import struct
from array import array
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import socialcoach
from socialcoach.core.meter.network import Columns, Convolution, Layers, Matrix, Network, Vector
from socialcoach.core.meter.packed import LANE_BYTES

HEADER_NAME = "model.json"
NUMBERS_NAME = "model.bin"
_ENDINGS = ("ing", "ed", "ly", "s")
_STEMS = (
    ("'s", ""), ("s", ""), ("ies", "y"), ("es", ""), ("ed", ""), ("ed", "e"), ("ing", ""),
    ("ing", "e"), ("ly", ""), ("er", ""), ("est", ""),
)  # fmt: skip
_SHORTEST_STEM = 4
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
    """A vocabulary and the network that weighs its words."""

    def __init__(
        self,
        settings: Settings,
        vocabulary: Sequence[str],
        network: Network,
    ) -> None:
        """``vocabulary``: the key of each row, the first being the empty place."""
        self.settings = settings
        self.network = network
        self._rows = {key: row for row, key in enumerate(vocabulary)}

    def knows(self, key: str) -> bool:
        """Whether the model has a row for this word."""
        return key in self._rows

    def row(self, key: str) -> int:
        """The row of ``key``; see :func:`row_key` for words the model never saw."""
        row = self._rows.get(key)
        return self._rows[row_key(key, self.knows)] if row is None else row


def row_key(key: str, known: Callable[[str], bool]) -> str:
    """The key whose row stands for ``key``: itself, its stem, or a row for strangers."""
    if known(key):
        return key
    for ending, instead in _STEMS:
        if key.endswith(ending):
            stem = key[: -len(ending)] + instead
            if len(stem) >= _SHORTEST_STEM and known(stem):
                return stem
    return unknown_key(key)


def unknown_key(key: str) -> str:
    """The row that stands for a word the model knows nothing of: by its ending, or as a sign."""
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
        layers = layers_from(header, (folder / NUMBERS_NAME).read_bytes())
        settings = Settings(
            version=header["version"], kinds=tuple(header["kinds"]), **header["decision"]
        )
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ModelError(f"the meter's model in {folder} cannot be read: {error}") from error
    return Model(settings, header["vocabulary"], Network(layers))


def layers_from(header: Mapping[str, Any], numbers: bytes) -> Layers:
    """Cut the numbers into the network's matrices, in the order in which training wrote them."""
    size = header["sizes"]
    cut = _Cutter(numbers)
    outs = 3 + size["turns"] + size["kind_hidden"]
    layers = Layers(
        vectors=cut.signed_bytes(len(header["vocabulary"]) * size["word"]),
        length=size["word"],
        near=_convolution(cut, size, "near", size["word"]),
        far=_convolution(cut, size, "far", size["near"]),
        out=cut.columns(size["near"] + size["far"], outs),
        out_steps=cut.vector(outs),
        gates_bias=cut.vector(2),
        turn_signs=cut.vector(size["turns"]),
        kind_hidden_bias=cut.vector(size["kind_hidden"]),
        kind=cut.matrix(3 + len(header["kinds"]), size["kind_hidden"]),
        kind_bias=cut.vector(3 + len(header["kinds"])),
    )
    cut.expect_end()
    return layers


def _convolution(cut: _Cutter, size: Mapping[str, int], name: str, given: int) -> Convolution:
    """The convolution ``name``, which is given ``given`` numbers a word."""
    lanes = size[name]
    return Convolution(
        places=tuple(cut.columns(given, lanes) for _ in range(size[f"{name}_places"])),
        bias=cut.columns(1, lanes)[0],
        size=lanes,
        shift=size[f"{name}_shift"],
        dilation=size[f"{name}_dilation"],
        after=size[f"{name}_after"],
    )


class _Cutter:
    """Takes vectors and matrices off the front of the model's bytes."""

    def __init__(self, numbers: bytes) -> None:
        self._numbers = numbers
        self._at = 0

    def signed_bytes(self, count: int) -> array[int]:
        return array("b", self._take(count))

    def columns(self, count: int, lanes: int) -> Columns:
        """Columns as one long number each; see :mod:`.packed`."""
        width = LANE_BYTES * lanes
        taken = self._take(count * width)
        return [
            int.from_bytes(taken[at : at + width], "little", signed=True)
            for at in range(0, len(taken), width)
        ]

    def vector(self, length: int) -> Vector:
        return struct.unpack(f"<{length}f", self._take(4 * length))

    def matrix(self, rows: int, columns: int) -> Matrix:
        return [self.vector(columns) for _ in range(rows)]

    def expect_end(self) -> None:
        if self._at != len(self._numbers):
            raise ValueError("there are more numbers than the header tells of")

    def _take(self, count: int) -> bytes:
        taken = self._numbers[self._at : self._at + count]
        if len(taken) != count:
            raise ValueError("the numbers end too early")
        self._at += count
        return taken
