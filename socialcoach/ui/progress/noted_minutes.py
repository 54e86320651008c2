"""The minutes noted of late, each of which the owner can put right."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from gettext import gettext as _

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from socialcoach.core.progress.minutes_note import MinutesNote
from socialcoach.services.words.worth_it import note_words
from socialcoach.ui.progress.minutes_form import MOST_MINUTES, read_minutes
from socialcoach.ui.theme.theme import Theme
from socialcoach.ui.widgets.boxes import clear, column, row
from socialcoach.ui.widgets.labels import label

FIELD_WIDTH = 88
"""Room for four figures, in pixels at the usual text size."""


class NotedMinutes(QWidget):
    """Signals: ``corrected(MinutesNote, minutes)``, with 0 for a note to take away."""

    corrected = Signal(object, int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._lines = column(spacing=6)
        self.setLayout(self._lines)

    def fill(self, notes: Sequence[MinutesNote], names: Mapping[str, str], today: date) -> None:
        """Show these notes; without any there is nothing to see."""
        clear(self._lines)
        self.setVisible(bool(notes))
        heading = label(_("Noted so far, in minutes. Change a figure to put it right."), "soft")
        self._lines.addWidget(heading)
        for note in notes:
            words = note_words(note, names.get(note.platform, note.platform), today)
            self._lines.addWidget(self._line(note, words))

    def _line(self, note: MinutesNote, words: str) -> QWidget:
        field = _MinutesField(note)
        field.setAccessibleName(words)
        field.setFixedWidth(self._theme.sizes.scaled(FIELD_WIDTH))
        field.changed.connect(self.corrected)
        told = label(words)
        told.setBuddy(field)
        line, beside = QWidget(), row(field, told, spacing=12)
        beside.setStretch(1, 1)
        line.setLayout(beside)
        return line


class _MinutesField(QLineEdit):
    """One figure; what is no number of minutes goes back to what it was."""

    changed = Signal(object, int)

    def __init__(self, note: MinutesNote) -> None:
        super().__init__(str(note.minutes))
        self._note = note
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setMaxLength(len(str(MOST_MINUTES)))
        self.editingFinished.connect(self._on_finished)

    def _on_finished(self) -> None:
        minutes = 0 if self.text().strip() == "0" else read_minutes(self.text())
        if minutes is None:
            self.setText(str(self._note.minutes))
        elif minutes != self._note.minutes:
            before, self._note = self._note, replace(self._note, minutes=minutes)
            self.changed.emit(before, minutes)
