"""Ideas as a list Qt can show, with a search and a kind to keep to."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from socialcoach.core.planning.found import folded
from socialcoach.core.planning.idea import Idea
from socialcoach.services.words.ideas import idea_facts

IDEA_ROLE = int(Qt.ItemDataRole.UserRole) + 1

Index = QModelIndex | QPersistentModelIndex


class IdeaModel(QAbstractListModel):
    """Holds ideas and shows those that fit what is looked for."""

    def __init__(self) -> None:
        super().__init__()
        self._all: list[tuple[str, Idea]] = []
        self._shown: list[Idea] = []
        self._words: tuple[str, ...] = ()
        self._kind = ""

    def show_ideas(self, ideas: Sequence[Idea]) -> None:
        """Hold these ideas and no others."""
        self._all = [(folded(f"{one.title} {one.value} {one.starter}"), one) for one in ideas]
        self._choose()

    def look_for(self, words: str, kind: str) -> None:
        """Show only ideas with all these words, and of this kind unless it is empty."""
        self._words, self._kind = tuple(folded(words).split()), kind
        self._choose()

    def idea_at(self, row: int) -> Idea | None:
        """Return the idea in a row, or None."""
        return self._shown[row] if 0 <= row < len(self._shown) else None

    def row_of(self, idea_id: str) -> int:
        """Return the row of an idea, or -1."""
        return next((row for row, one in enumerate(self._shown) if one.id == idea_id), -1)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        idea = self.idea_at(index.row()) if index.isValid() else None
        if idea is None:
            return None
        if role == IDEA_ROLE:
            return idea
        if role == Qt.ItemDataRole.DisplayRole:
            return idea.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{idea.title}. {idea_facts(idea)}. {idea.value}"
        return None

    def _choose(self) -> None:
        self.beginResetModel()
        self._shown = [
            idea
            for text, idea in self._all
            if (not self._kind or idea.kind == self._kind)
            and all(word in text for word in self._words)
        ]
        self.endResetModel()
