"""Noted talks as a list Qt can show."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from PySide6.QtCore import QAbstractListModel, Qt

from socialcoach.core.relations.listening import Talk, TalkTag
from socialcoach.services.words.listening import tag_name
from socialcoach.ui.relations.id_model import LINE_ROLE, Index
from socialcoach.ui.relations.line_delegate import Look

ICONS = {
    TalkTag.QUESTION: "ph.question",
    TalkTag.PERSON: "ph.user",
    TalkTag.PLACE: "ph.map-pin",
}


class TalkModel(QAbstractListModel):
    """Holds the talks shown, the newest first. ``names`` are the platforms' names."""

    def __init__(self, names: Mapping[str, str]) -> None:
        super().__init__()
        self._names = names
        self._talks: Sequence[Talk] = ()

    def show_talks(self, talks: Sequence[Talk]) -> None:
        """Show these talks; the same ones again change nothing."""
        if talks != self._talks:
            self.beginResetModel()
            self._talks = talks
            self.endResetModel()

    def talk_at(self, row: int) -> Talk | None:
        """Return the talk in a row, None when there is none."""
        return self._talks[row] if 0 <= row < len(self._talks) else None

    def row_of(self, talk_id: int) -> int:
        """Return the row of a talk, or -1."""
        rows = (row for row, one in enumerate(self._talks) if one.id == talk_id)
        return next(rows, -1)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._talks)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        talk = self.talk_at(index.row()) if index.isValid() else None
        if talk is None:
            return None
        if role == LINE_ROLE:
            return talk
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return talk.about
        if role == Qt.ItemDataRole.AccessibleTextRole:
            tags = ", ".join(tag_name(tag) for tag in talk.tags)
            return ". ".join(filter(None, (talk.about, self.below(talk), tags)))
        return None

    def below(self, talk: Talk) -> str:
        """Return who said it and where, for the second line."""
        platform = self._names.get(talk.platform, "")
        return " · ".join(filter(None, (talk.who, talk.place, platform)))


def look_of(talk: object, model: TalkModel, when: str) -> Look:
    """Return how a talk looks in the list; ``when`` says when it was noted."""
    assert isinstance(talk, Talk)
    icon = ICONS[talk.tags[0]] if talk.tags else "ph.chat-circle"
    return Look(" ".join(talk.about.split()), model.below(talk), icon, when)


def moment_of(talk: object) -> datetime:
    """Return when a talk was noted."""
    assert isinstance(talk, Talk)
    assert talk.noted_at is not None
    return talk.noted_at
