"""Writing the student's weights in the form in which the app reads them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np

ORDER = (
    "near_step", "near_bias", "far", "far_bias", "gates", "gates_bias", "value",
    "kind_hidden", "kind_hidden_bias", "kind", "kind_bias",
)  # fmt: skip


def parts_of(state: dict[str, np.ndarray]) -> dict[str, np.ndarray]:
    """The student's arrays under the names of :class:`socialcoach.core.meter.network.Layers`."""
    return {
        "near_bias": state["near.bias"],
        "far": state["far.weight"].transpose(2, 0, 1),
        "far_bias": state["far.bias"],
        "gates": state["gate.weight"],
        "gates_bias": state["gate.bias"],
        "value": state["value.weight"][0],
        "kind_hidden": state["kind.0.weight"],
        "kind_hidden_bias": state["kind.0.bias"],
        "kind": state["kind.2.weight"],
        "kind_bias": state["kind.2.bias"],
    }


def gifts_of(vectors: np.ndarray, near: np.ndarray) -> np.ndarray:
    """What each word gives to the first convolution in each place (words x places x numbers)."""
    return np.einsum("vd,hdp->vph", vectors, near)


def write_model(
    folder: Path,
    state: dict[str, np.ndarray],
    vocabulary: list[str],
    phrases: dict[str, float],
    header: dict[str, Any],
) -> None:
    """Write ``model.json`` and ``model.bin``; words and phrases become signed bytes, the rest floats.

    ``header`` holds ``version``, ``kinds``, ``dilation`` and ``decision``.
    """
    gifts = gifts_of(state["words.weight"], state["near.weight"])
    # one step size for each of the first convolution's numbers
    step = np.abs(gifts).max(axis=(0, 1)) / 127 + 1e-12
    parts = {"near_step": step, **parts_of(state)}
    sizes = {
        "near": gifts.shape[2],
        "near_places": gifts.shape[1],
        "far": parts["far"].shape[1],
        "far_places": parts["far"].shape[0],
        "dilation": header["dilation"],
        "kind_hidden": parts["kind_hidden"].shape[0],
    }
    numbers = [np.round(gifts / step).astype(np.int8).tobytes()]
    phrase_step = max(map(abs, phrases.values()), default=1.0) / 127
    phrase_bytes = (
        np.round(np.array(list(phrases.values())) / phrase_step).astype(np.int8).tobytes()
    )
    numbers += [phrase_bytes, bytes(-(len(numbers[0]) + len(phrases)) % 4)]
    numbers += [np.ascontiguousarray(parts[name], dtype="<f4").tobytes() for name in ORDER]
    (folder / "model.bin").write_bytes(b"".join(numbers))
    text = json.dumps(
        {
            "version": header["version"],
            "kinds": header["kinds"],
            "decision": header["decision"],
            "sizes": sizes,
            "vocabulary": vocabulary,
            "phrase_step": phrase_step,
            "phrases": list(phrases),
        },
        ensure_ascii=False,
        separators=(",", ":"),
    )
    (folder / "model.json").write_text(text, encoding="utf-8")
