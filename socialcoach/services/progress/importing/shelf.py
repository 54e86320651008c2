"""Keeps what a preview has read, packed small, until the owner says yes.

What was looked at is then what is written, even if the file has changed or gone meanwhile, and a
large file is read once. 100,000 posts take about 20 MB.
"""

from __future__ import annotations

import pickle
import zlib
from collections.abc import Iterator

from socialcoach.core.progress.importing.records import ImportedPost

AT_A_TIME = 2_000
_FAST = 1


class Shelf:
    """Posts in the order in which they were put; unpacked a few thousand at a time."""

    def __init__(self) -> None:
        self._packed: list[bytes] = []
        self._loose: list[tuple[object, ...]] = []
        self._count = 0

    def put(self, post: ImportedPost) -> None:
        """Keep a post."""
        head = (post.row, post.key, post.permalink, post.at, post.time_known, post.text)
        self._loose.append((*head, post.counts))
        self._count += 1
        if len(self._loose) == AT_A_TIME:
            self._packed.append(zlib.compress(pickle.dumps(self._loose), _FAST))
            self._loose = []

    def __len__(self) -> int:
        return self._count

    def __iter__(self) -> Iterator[ImportedPost]:
        for pack in self._packed:
            for row in pickle.loads(zlib.decompress(pack)):
                yield ImportedPost(*row)
        for row in self._loose:
            yield ImportedPost(*row)  # type: ignore[arg-type]
