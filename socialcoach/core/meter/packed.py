"""Many whole numbers in one long one, so that one multiplication serves them all.

The interpreter multiplies and adds long whole numbers in C, some thirty times faster than it walks
through a row of floats.  So a column of a matrix becomes one long number with 32 bits for each of
its entries (lanes), and a matrix times a vector becomes a sum of long numbers.  Entries may be
negative; what a lane holds must stay within 31 bits and a sign, which training makes sure of.
"""

from __future__ import annotations

import struct
from collections.abc import Sequence
from functools import cache

LANE_BYTES = 4
_BITS = 8 * LANE_BYTES
_HALF = 1 << (_BITS - 1)
LARGEST = _HALF - 1
"""No lane may come to more than this, up or down."""
LARGEST_RECTIFIED = 4095
"""Where :func:`rectified` cuts, so that no text can make the next sum run over."""


def pack(lanes: Sequence[int]) -> int:
    """The long number with these lanes."""
    return sum(lane << (_BITS * place) for place, lane in enumerate(lanes))


def unpack(packed: int, count: int) -> tuple[int, ...]:
    """The ``count`` lanes of a long number."""
    # with half of the range added no lane is negative, and none borrows from the next
    lifted = (packed + _halves(count)).to_bytes(LANE_BYTES * count, "little")
    return tuple([lane - _HALF for lane in struct.unpack(f"<{count}I", lifted)])


def join(parts: Sequence[int], sizes: Sequence[int]) -> int:
    """Long numbers of so many lanes each, one behind the other in one longer number."""
    joined, at = 0, 0
    for part, size in zip(parts, sizes, strict=True):
        joined += part << (_BITS * at)
        at += size
    return joined


def split(packed: int, sizes: Sequence[int]) -> list[int]:
    """The parts of a long number, so many lanes each: what :func:`join` had joined."""
    lifted = packed + _halves(sum(sizes))
    parts = []
    for size in sizes:
        width = _BITS * size
        parts.append((lifted & ((1 << width) - 1)) - _halves(size))
        lifted >>= width
    return parts


def rectified(packed: int, count: int, shift: int) -> tuple[int, ...]:
    """The lanes divided by two ``shift`` times, within 0 and :data:`LARGEST_RECTIFIED`."""
    lifted = (packed + _halves(count)).to_bytes(LANE_BYTES * count, "little")
    lanes = struct.unpack(f"<{count}I", lifted)
    numbers = [(lane - _HALF) >> shift if lane > _HALF else 0 for lane in lanes]
    if max(numbers) > LARGEST_RECTIFIED:
        numbers = [min(number, LARGEST_RECTIFIED) for number in numbers]
    return tuple(numbers)


def weighted_sum(factors: Sequence[int], columns: Sequence[int]) -> int:
    """Each column times its factor, added up."""
    return sum([factor * column for factor, column in zip(factors, columns, strict=True) if factor])


@cache
def _halves(count: int) -> int:
    """Half of the range in each of ``count`` lanes."""
    # 0x80000000 in every lane: all ones divided by all ones of a lane
    return ((1 << (_BITS * count)) - 1) // ((1 << _BITS) - 1) * _HALF
