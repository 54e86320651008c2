"""A list that holds hundreds of thousands of lines and moves without a hitch."""

from __future__ import annotations

from array import array

from PySide6.QtCore import QItemSelectionModel, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListView

from socialcoach.ui.relations.even_rows import EvenRows
from socialcoach.ui.relations.id_model import IdModel
from socialcoach.ui.relations.line_delegate import LineDelegate

SETTLED_MS = 60
"""The line is opened when the arrow keys rest for so long, in milliseconds."""


class LongList(EvenRows):
    """Emits ``picked(id)`` for the line under the keyboard and ``entered_line(id)`` for Enter.

    ``typed(text)`` hands on letters, which belong in the search box.
    """

    picked = Signal(int)
    entered_line = Signal(int)
    typed = Signal(str)

    def __init__(self, model: IdModel, delegate: LineDelegate, name: str) -> None:
        super().__init__()
        self._model, self._lines = model, delegate
        self.setModel(model)
        self.setItemDelegate(delegate)
        self.setAccessibleName(name)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self._settled = QTimer(self, singleShot=True, interval=SETTLED_MS)
        self._settled.timeout.connect(self._tell)
        self.clicked.connect(lambda _index: self._tell())
        self.selectionModel().currentChanged.connect(lambda *_: self._settled.start())

    def show_ids(self, ids: array[int], picked: int) -> None:
        """Show these lines with one of them picked, without a signal.

        The same lines again stay where they are: somebody may have scrolled away.
        """
        are_others = self._model.show_ids(ids)
        if are_others or picked != self._model.id_at(self.currentIndex().row()):
            self.pick(picked)

    def pick(self, wanted: int) -> None:
        """Mark a line and bring it into sight; one that is not here marks none."""
        row = self._model.row_of(wanted) if wanted else -1
        chooser = self.selectionModel()
        if row < 0:
            chooser.clear()
        elif row != self.currentIndex().row() or not chooser.hasSelection():
            flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
            chooser.setCurrentIndex(self._model.index(row), flag)
        if row >= 0:
            self.updateGeometries()
            self.scrollTo(self._model.index(row))
        self._settled.stop()

    def next_to(self, wanted: int) -> int:
        """Return the id after this one, else the one before, else 0."""
        row = self._model.row_of(wanted)
        return self._model.id_at(row + 1) or self._model.id_at(row - 1)

    @property
    def first(self) -> int:
        """Return the id of the first line, 0 when there is none."""
        return self._model.id_at(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._tell()
            self.entered_line.emit(self._model.id_at(self.currentIndex().row()))
            return
        super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Hand letters on: looking through every line, as Qt would, takes too long."""
        self.typed.emit(search)

    def _tell(self) -> None:
        self._settled.stop()
        wanted = self._model.id_at(self.currentIndex().row())
        if wanted:
            self.picked.emit(wanted)
