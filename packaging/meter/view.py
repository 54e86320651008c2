"""How the teacher sees the words of a text."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

STATE = 64
"""How many numbers are kept of the teacher's vector of a word."""


@dataclass(frozen=True)
class View:
    """The teacher's vectors of a text's words (words x STATE, half precision), and which it saw."""

    states: np.ndarray
    seen: np.ndarray
