"""Shapes of pictures: which one a platform takes, and where to cut or add a border. Pure sums."""

from __future__ import annotations

from dataclasses import dataclass
from math import log

from socialcoach.core.planning.picture import Fit
from socialcoach.core.planning.platform_facts import PictureFacts

CLOSE_ENOUGH = 0.02
"""Shapes that differ by less than this share look the same."""

Box = tuple[int, int, int, int]
"""Left, top, right, bottom in pixels."""


@dataclass(frozen=True)
class Shaping:
    """How to bring a picture into shape: cut ``box`` out, or put it on a ``canvas`` (w, h)."""

    box: Box | None = None
    canvas: tuple[int, int] | None = None


def is_out_of_shape(ratio: float, facts: PictureFacts) -> bool:
    """Tell whether width by height lies outside what the platform takes."""
    return abs(_clamped(ratio, facts) / ratio - 1) > CLOSE_ENOUGH


def best_ratio(ratio: float, facts: PictureFacts) -> float:
    """Return the shape nearest to a picture's that the platform takes.

    Outside the platform's bounds that is the nearest bound; inside, its nearest good size.
    """
    if is_out_of_shape(ratio, facts) or not facts.sizes:
        return _clamped(ratio, facts)
    shapes = [size.width / size.height for size in facts.sizes]
    allowed = [shape for shape in shapes if not is_out_of_shape(shape, facts)] or [ratio]
    return min(allowed, key=lambda shape: abs(log(shape / ratio)))


def can_be_fitted(ratio: float, facts: PictureFacts) -> bool:
    """Tell whether a border or a crop would change anything."""
    return abs(best_ratio(ratio, facts) / ratio - 1) > CLOSE_ENOUGH


def shaping(width: int, height: int, fit: Fit, facts: PictureFacts) -> Shaping:
    """Return what is to be done to a picture of this size; nothing when it is left as it is."""
    ratio = width / height
    if fit is Fit.AS_IT_IS or not can_be_fitted(ratio, facts):
        return Shaping()
    wanted = best_ratio(ratio, facts)
    if fit is Fit.CROP:
        return Shaping(box=_middle(width, height, wanted))
    if ratio > wanted:
        return Shaping(canvas=(width, max(1, round(width / wanted))))
    return Shaping(canvas=(max(1, round(height * wanted)), height))


def _middle(width: int, height: int, ratio: float) -> Box:
    """Return the largest part of this shape from the middle."""
    if width / height > ratio:
        part = max(1, round(height * ratio))
        left = (width - part) // 2
        return left, 0, left + part, height
    part = max(1, round(width / ratio))
    top = (height - part) // 2
    return 0, top, width, top + part


def _clamped(ratio: float, facts: PictureFacts) -> float:
    lowest = facts.narrowest if facts.narrowest is not None else ratio
    highest = facts.widest if facts.widest is not None else ratio
    return min(max(ratio, lowest), highest)
