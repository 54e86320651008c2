"""Found posts as a list Qt can show."""

from __future__ import annotations

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from socialcoach.core.planning.found import Found
from socialcoach.services.words.writing import found_title

FOUND_ROLE = int(Qt.ItemDataRole.UserRole) + 1

Index = QModelIndex | QPersistentModelIndex


class FindModel(QAbstractListModel):
    """Holds what was found, open drafts first."""

    def __init__(self) -> None:
        super().__init__()
        self._found: list[Found] = []

    def show_found(self, found: list[Found]) -> None:
        """Show these posts and no others."""
        self.beginResetModel()
        self._found = found
        self.endResetModel()

    def found_at(self, row: int) -> Found | None:
        """Return what stands in a row, or None."""
        return self._found[row] if 0 <= row < len(self._found) else None

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._found)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        found = self.found_at(index.row()) if index.isValid() else None
        if found is None:
            return None
        if role == FOUND_ROLE:
            return found
        if role == Qt.ItemDataRole.DisplayRole:
            return found_title(found)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{found_title(found)}. {found.plain}"
        return None
