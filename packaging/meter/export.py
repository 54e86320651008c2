"""Writing the student's weights in the form in which the app reads them: whole numbers, packed."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from socialcoach.core.meter.packed import LANE_BYTES, LARGEST, LARGEST_RECTIFIED, pack

HEADROOM = 16.0
"""What a convolution gives is cut at so many times its usual size; nothing real comes near it."""
WEIGHT_LIMIT = 2047
"""The largest weight as a whole number; smaller where a lane could run over."""
State = Mapping[str, np.ndarray]


@dataclass(frozen=True)
class Whole:
    """A layer in whole numbers; ``step`` is the size of one unit of what comes out of it.

    ``most`` and ``usual``: the largest number that can come out, and the size that is common.
    """

    places: np.ndarray
    bias: np.ndarray
    step: float
    shift: int
    most: np.ndarray
    usual: np.ndarray


def write_model(folder: Path, state: State, vocabulary: list[str], header: dict[str, Any]) -> None:
    """Write ``model.json`` and ``model.bin``.

    ``header`` holds ``version``, ``kinds``, ``shape`` and ``decision``.
    """
    vectors, spread = _whole_vectors(state["words.weight"])
    size = np.abs(vectors.astype(float))
    near = _convolution(
        state["near.weight"] * spread[:, None], state["near.bias"], size.max(0), size.std(0)
    )
    far = _convolution(state["far.weight"] * near.step, state["far.bias"], near.most, near.usual)
    out, out_steps = _out(state, near, far)
    kind = state["kind.2.weight"]
    sizes = {
        "word": vectors.shape[1],
        **_sizes("near", near, header["shape"].near_after, 1),
        **_sizes("far", far, header["shape"].far_after, header["shape"].dilation),
        "turns": len(state["turn.weight"]),
        "kind_hidden": kind.shape[1],
    }
    floats = [
        out_steps, state["gate.bias"], np.sign(state["turned.weight"][0]),
        state["kind.0.bias"], kind, state["kind.2.bias"],
    ]  # fmt: skip
    numbers = [vectors.tobytes()]
    for layer in (near, far):
        numbers += [_columns(place) for place in layer.places]
        numbers.append(_columns(layer.bias[:, None]))
    numbers.append(_columns(out))
    numbers += [np.ascontiguousarray(part, dtype="<f4").tobytes() for part in floats]
    (folder / "model.bin").write_bytes(b"".join(numbers))
    text = json.dumps(
        {
            "version": header["version"],
            "kinds": header["kinds"],
            "decision": header["decision"],
            "sizes": sizes,
            "vocabulary": vocabulary,
        },
        ensure_ascii=False,
        separators=(",", ":"),
    )
    (folder / "model.json").write_text(text, encoding="utf-8")


def _sizes(name: str, layer: Whole, after: int, dilation: int) -> dict[str, int]:
    return {
        name: layer.places.shape[1],
        f"{name}_places": len(layer.places),
        f"{name}_shift": layer.shift,
        f"{name}_dilation": dilation,
        f"{name}_after": after,
    }


def _whole_vectors(vectors: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Signed bytes, and the size of one unit of each number."""
    # the few largest numbers of a column would make all others coarse: they are cut
    spread = np.minimum(np.abs(vectors).max(0), 8 * vectors.std(0)) / 127 + 1e-12
    return np.clip(np.round(vectors / spread), -127, 127).astype(np.int8), spread


def _convolution(
    weight: np.ndarray, bias: np.ndarray, most_given: np.ndarray, usual_given: np.ndarray
) -> Whole:
    """``weight``: out x in x places, for whole numbers of these sizes coming in."""
    step = np.abs(weight).max() / WEIGHT_LIMIT
    # no lane may run over, whatever the text: the worst of all texts decides
    worst = (np.abs(weight) * most_given[:, None]).sum((1, 2)) + np.abs(bias)
    step = max(step, 1.01 * worst.max() / LARGEST)
    places = np.round(weight / step).astype(np.int64).transpose(2, 0, 1)
    whole_bias = np.round(bias / step).astype(np.int64)
    usual = np.sqrt(((places * usual_given) ** 2).sum((0, 2)) + whole_bias.astype(float) ** 2)
    shift = 0
    while HEADROOM * usual.max() / 2**shift > LARGEST_RECTIFIED:
        shift += 1
    most = np.full(len(bias), float(LARGEST_RECTIFIED))
    return Whole(places, whole_bias, step * 2.0**shift, shift, most, usual / 2**shift)


def _out(state: State, near: Whole, far: Whole) -> tuple[np.ndarray, np.ndarray]:
    """Rows for the two gates, the value, the turns and the inner numbers of the kind; their steps."""
    turns = state["turn.weight"] * np.abs(state["turned.weight"][0])[:, None]
    rows = np.concatenate(
        [state["gate.weight"], state["value.weight"], turns, state["kind.0.weight"]]
    )
    units = np.concatenate(
        [np.full(near.places.shape[1], near.step), np.full(far.places.shape[1], far.step)]
    )
    rows = rows * units
    most = np.concatenate([near.most, far.most])
    worst = (np.abs(rows) * most).sum(1)
    steps = np.maximum(np.abs(rows).max(1) / WEIGHT_LIMIT, 1.01 * worst / LARGEST) + 1e-15
    return np.round(rows / steps[:, None]).astype(np.int64), steps


def _columns(matrix: np.ndarray) -> bytes:
    """Each column of ``matrix`` as one long number."""
    return b"".join(_packed(column) for column in matrix.T.tolist())


def _packed(column: Sequence[int]) -> bytes:
    return pack(column).to_bytes(LANE_BYTES * len(column), "little", signed=True)
