"""Picking a few words or promises from a list, or giving one's own."""

from __future__ import annotations

from collections.abc import Sequence
from gettext import gettext as _

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from socialcoach.ui.widgets.boxes import column, row
from socialcoach.ui.widgets.buttons import Button
from socialcoach.ui.widgets.labels import label
from socialcoach.ui.widgets.pills import Pills

LONGEST_WORD = 80
"""Characters in a word or promise of the owner's own."""


class OwnLine(QLineEdit):
    """A line in which Enter adds the word (``entered``); in an empty one Enter goes on as usual."""

    entered = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.text().strip():
            event.accept()
            self.entered.emit()
            return
        super().keyPressEvent(event)


class PickWords(QWidget):
    """Pills to pick up to ``most`` of, and a line to add one's own.

    ``too_many`` is the kind sentence shown when one more is wanted. Emits ``changed``.
    """

    changed = Signal()

    def __init__(self, offers: Sequence[str], *, most: int, prompt: str, too_many: str) -> None:
        super().__init__()
        self._most = most
        self._pills = Pills([(word, word) for word in offers], many=True, most=most)
        self._own = OwnLine()
        self._own.setPlaceholderText(prompt)
        self._own.setAccessibleName(prompt)
        self._own.setMaxLength(LONGEST_WORD)
        self._add = Button(_("Add"), self._add_own)
        self._full = label(too_many, "small")
        self._full.hide()
        line = row(self._own, self._add)
        line.setStretch(0, 1)
        self.setLayout(column(self._pills, self._full, line, spacing=8))
        self.setFocusProxy(self._pills)
        self._pills.changed.connect(self._on_changed)
        self._pills.refused.connect(self._full.show)
        self._own.entered.connect(self._add_own)

    @property
    def words(self) -> tuple[str, ...]:
        """Return what is picked; a word still being typed counts when there is room for it."""
        typed = self._own.text().strip()
        picked = self._pills.chosen
        room = len(picked) < self._most and typed not in picked
        return (*picked, typed) if typed and room else picked

    def show_words(self, words: Sequence[str]) -> None:
        """Show these as picked; leaves a word that is being typed alone."""
        if tuple(words) == self.words:
            return
        for word in words:
            if word not in self._pills.all_keys:
                self._pills.add(word, word)
        self._own.clear()
        self._pills.choose(words)

    def setAccessibleName(self, name: str) -> None:
        """Name the pills for screen readers."""
        super().setAccessibleName(name)
        self._pills.setAccessibleName(name)

    def setAccessibleDescription(self, words: str) -> None:
        """Describe the pills for screen readers."""
        super().setAccessibleDescription(words)
        self._pills.setAccessibleDescription(words)

    def connect_typing(self) -> None:
        """Count a word from its first letter, so that none is lost."""
        self._own.textEdited.connect(lambda: self.changed.emit())

    def _add_own(self) -> None:
        word = self._own.text().strip()
        if not word:
            return
        if len(self._pills.chosen) >= self._most and word not in self._pills.chosen:
            self._full.show()
            return
        if word not in self._pills.all_keys:
            self._pills.add(word, word)
        self._pills.choose((*self._pills.chosen, word))
        self._own.clear()
        self._on_changed()

    def _on_changed(self) -> None:
        self._full.hide()
        self.changed.emit()
