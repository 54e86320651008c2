"""A look at an old .xls before it is read: its chains of blocks must have an end.

Such a file is a small file system; a table says, for each block, which one comes next. A damaged
entry can close a circle, and the spreadsheet reader would then go round until memory is full
(python-calamine 0.9.1, tried 2026-11-22). Format: Microsoft's [MS-CFB], sections 2.2 to 2.5.
"""

from __future__ import annotations

import struct
from collections import Counter
from collections.abc import Sequence

_HEADER = 512
_IN_HEADER = slice(76, 512)
_LAST_BLOCK = 0xFFFFFFFA
"""Numbers from here on up are marks, such as "end of chain", and no blocks."""


def chains_end(content: bytes) -> bool:
    """Tell whether every chain of blocks in the file comes to an end inside it."""
    if len(content) < _HEADER:
        return False
    (shift,) = struct.unpack_from("<H", content, 30)
    if shift not in (9, 12):
        return False
    size = 1 << shift
    table = _table(content, size)
    blocks = max(len(content) // size, 1)
    return table is not None and _no_circle(table) and _inside(table, blocks + 1)


def _table(content: bytes, size: int) -> list[int] | None:
    """Return the block table; None when it lies outside the file.

    Files above about 7 MB list further parts of the table elsewhere; no export is that large.
    """
    table: list[int] = []
    for block in struct.unpack("<109I", content[_IN_HEADER]):
        if block >= _LAST_BLOCK:
            continue
        part = content[(block + 1) * size : (block + 2) * size]
        if len(part) != size:
            return None
        table += struct.unpack(f"<{size // 4}I", part)
    (more,) = struct.unpack_from("<I", content, 68)
    return table if table and more >= _LAST_BLOCK else None


def _inside(table: Sequence[int], blocks: int) -> bool:
    return all(after >= _LAST_BLOCK or after < min(blocks, len(table)) for after in table)


def _no_circle(table: Sequence[int]) -> bool:
    """Tell whether no block follows two others and none leads back to itself."""
    after_all = [after for after in table if after < _LAST_BLOCK]
    if any(count > 1 for count in Counter(after_all).values()):
        return False
    followers = set(after_all)
    walked = 0
    for start, after in enumerate(table):
        if start in followers:
            continue
        while after < len(table):
            walked += 1
            after = table[after]
    return walked == len(after_all)
