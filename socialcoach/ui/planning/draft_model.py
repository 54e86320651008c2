"""The drafts as a list Qt can show."""

from __future__ import annotations

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from socialcoach.core.planning.post import Post
from socialcoach.services.words.meter import band_name
from socialcoach.services.words.writing import draft_name

POST_ROLE = int(Qt.ItemDataRole.UserRole) + 1

Index = QModelIndex | QPersistentModelIndex


class DraftModel(QAbstractListModel):
    """Holds the drafts, the one changed last first."""

    def __init__(self) -> None:
        super().__init__()
        self._drafts: list[Post] = []

    def show_drafts(self, drafts: list[Post]) -> None:
        """Show these drafts; only what changed is drawn again."""
        if [draft.id for draft in drafts] == [draft.id for draft in self._drafts]:
            self._drafts = drafts
            if drafts:
                self.dataChanged.emit(self.index(0), self.index(len(drafts) - 1))
            return
        self.beginResetModel()
        self._drafts = drafts
        self.endResetModel()

    def row_of(self, post_id: int) -> int:
        """Return the row of a draft, or -1."""
        ids = [draft.id for draft in self._drafts]
        return ids.index(post_id) if post_id in ids else -1

    def draft_at(self, row: int) -> Post | None:
        """Return the draft in a row, or None."""
        return self._drafts[row] if 0 <= row < len(self._drafts) else None

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._drafts)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        draft = self.draft_at(index.row()) if index.isValid() else None
        if draft is None:
            return None
        if role == POST_ROLE:
            return draft
        if role == Qt.ItemDataRole.DisplayRole:
            return draft_name(draft)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            band = band_name(draft.reading.band) if draft.reading else ""
            return f"{draft_name(draft)}. {band}"
        return None
