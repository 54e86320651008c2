"""The model that ships now, as a torch module again: to begin with, and to be asked beside who reads."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from corpus import keys_by_piece
from sheets import write_sheets
from student import Shape, Student, scores_of
from vectors import STRENGTH

from socialcoach.core.meter.cues import tells
from socialcoach.core.meter.model import layers_from
from socialcoach.core.meter.network import Columns, Convolution, Layers
from socialcoach.core.meter.packed import unpack

USUAL_WEIGHT = 0.05
"""The spread of a convolution's weights after rescaling; the app's whole numbers have other units."""


@dataclass(frozen=True)
class Before:
    """A network that has learnt already, and the keys of its rows."""

    student: Student
    words: list[str]


def student_before(folder: Path) -> Before:
    """The network in ``folder``; it differs from that one by rounding only."""
    header = json.loads((folder / "model.json").read_text(encoding="utf-8"))
    layers = layers_from(header, (folder / "model.bin").read_bytes())
    words = header["vocabulary"]
    vectors = np.array(layers.vectors, dtype=np.float32).reshape(len(words), layers.length)
    strength = STRENGTH / vectors.std()
    student = Student(vectors * strength, [tells(word) for word in words], _shape(layers))
    state = _weights(layers, float(strength)) | {"bias": np.array([header["decision"]["bias"]])}
    tensors = {name: torch.tensor(value, dtype=torch.float32) for name, value in state.items()}
    student.load_state_dict(tensors, strict=False)
    return Before(student, words)


def told_before(before: Before, texts: Sequence[str]) -> np.ndarray:
    """What the network says of ``texts`` (texts x 17)."""
    known = set(before.words)
    keys = [keys_by_piece(text, known) for text in texts]
    return scores_of(before.student, write_sheets(keys, before.words, before.student.shape.reach))


def go_on_from(before: Before, student: Student) -> None:
    """Give ``student`` all that ``before`` has learnt but the words' vectors, which it has already."""
    state = before.student.state_dict()
    learnt = {
        name: value for name, value in state.items() if not name.startswith(("words", "gist"))
    }
    student.load_state_dict(learnt, strict=False)


def _shape(layers: Layers) -> Shape:
    near, far = layers.near, layers.far
    return Shape(
        layers.length, near.size, len(near.places), near.after, far.size, len(far.places), far.after,
        far.dilation, len(layers.turn_signs), len(layers.kind_hidden_bias),
    )  # fmt: skip


def _weights(layers: Layers, strength: float) -> dict[str, np.ndarray]:
    """Everything but the words' vectors and the bias, which come multiplied by ``strength``."""
    near, near_bias, near_unit = _convolution(layers.near, strength)
    far, far_bias, far_unit = _convolution(layers.far, near_unit)
    out = _matrix(layers.out, len(layers.out_steps)) * np.array(layers.out_steps)[:, None]
    out[:, : layers.near.size] /= near_unit
    out[:, layers.near.size :] /= far_unit
    turns = 3 + len(layers.turn_signs)
    return {
        "near.weight": near, "near.bias": near_bias, "far.weight": far, "far.bias": far_bias,
        "gate.weight": out[:2], "gate.bias": np.array(layers.gates_bias), "value.weight": out[2:3],
        "turn.weight": out[3:turns], "turned.weight": np.array([layers.turn_signs]),
        "kind.0.weight": out[turns:], "kind.0.bias": np.array(layers.kind_hidden_bias),
        "kind.2.weight": np.array(layers.kind), "kind.2.bias": np.array(layers.kind_bias),
    }  # fmt: skip


def _convolution(layer: Convolution, given: float) -> tuple[np.ndarray, np.ndarray, float]:
    """Weights and bias for numbers that come in multiplied by ``given``, and by what they go out so."""
    places = np.stack([_matrix(columns, layer.size) for columns in layer.places], axis=2)
    weight = places / given / 2.0**layer.shift
    unit = USUAL_WEIGHT / weight.std()
    bias = np.array(unpack(layer.bias, layer.size)) / 2.0**layer.shift
    return weight * unit, bias * unit, float(unit)


def _matrix(columns: Columns, rows: int) -> np.ndarray:
    return np.array([unpack(column, rows) for column in columns], dtype=np.float64).T
