"""A list of any length: it knows all ids and reads the rows that come into sight."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

LINE_ROLE = int(Qt.ItemDataRole.UserRole) + 1

CHUNK = 64
"""Rows read at once: about two screens."""

MOST_CHUNKS = 40
"""Chunks kept in memory; scrolling further drops the oldest."""

ModelIndex = QModelIndex
Index = QModelIndex | QPersistentModelIndex
Fetch = Callable[[Sequence[int]], Mapping[int, object]]


class IdModel(QAbstractListModel):
    """``fetch`` reads the lines of some ids, ``spoken`` says a line aloud."""

    def __init__(self, fetch: Fetch, spoken: Callable[[object], str]) -> None:
        super().__init__()
        self._fetch, self._spoken = fetch, spoken
        self._ids = array("q")
        self._chunks: dict[int, Mapping[int, object]] = {}

    def show_ids(self, ids: array[int]) -> bool:
        """Show these; the same ids again are only drawn again. Return whether they are others."""
        self._chunks.clear()
        if ids == self._ids:
            if ids:
                self.dataChanged.emit(self.index(0), self.index(len(ids) - 1))
            return False
        self.beginResetModel()
        self._ids = ids
        self.endResetModel()
        return True

    def id_at(self, row: int) -> int:
        """Return the id in a row, 0 for none."""
        return self._ids[row] if 0 <= row < len(self._ids) else 0

    def row_of(self, wanted: int) -> int:
        """Return the row of an id, or -1."""
        try:
            return self._ids.index(wanted)
        except ValueError:
            return -1

    def line_at(self, row: int) -> object | None:
        """Return the line in a row; None when it is gone from the database."""
        return self._chunk(row // CHUNK).get(self.id_at(row))

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._ids)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or role not in _ROLES:
            return None
        line = self.line_at(index.row())
        if role == LINE_ROLE:
            return line
        return self._spoken(line) if line is not None else ""

    def _chunk(self, number: int) -> Mapping[int, object]:
        if number not in self._chunks:
            if len(self._chunks) >= MOST_CHUNKS:
                del self._chunks[next(iter(self._chunks))]
            ids = self._ids[number * CHUNK : (number + 1) * CHUNK]
            self._chunks[number] = self._fetch(ids) if ids else {}
        return self._chunks[number]


_ROLES = {LINE_ROLE, int(Qt.ItemDataRole.DisplayRole), int(Qt.ItemDataRole.AccessibleTextRole)}
