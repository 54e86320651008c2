"""The box above the drafts: type, and what holds the words stands below at once."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from gettext import gettext as _

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListView, QSizePolicy, QWidget
from shiboken6 import isValid

from socialcoach.services.planning.finding import MOST_FOUND
from socialcoach.services.words.writing import found_count
from socialcoach.ui.context import AppContext
from socialcoach.ui.outcomes import say_failed
from socialcoach.ui.planning.find_delegate import FindDelegate
from socialcoach.ui.planning.find_model import FindModel
from socialcoach.ui.widgets.boxes import column
from socialcoach.ui.widgets.check_box import CheckBox
from socialcoach.ui.widgets.labels import label


class FindBox(QWidget):
    """Emits ``chosen(post_id)``, ``searching(bool)`` while words stand in it, and ``left``."""

    chosen = Signal(int)
    searching = Signal(bool)
    left = Signal()

    def __init__(self, context: AppContext, when: Callable[[datetime], str]) -> None:
        super().__init__()
        self._context = context
        self._finding = context.services.writing.finding
        self._model = FindModel()
        self._field = QLineEdit()
        self._field.setClearButtonEnabled(True)
        self._field.setPlaceholderText(_("Find in your drafts"))
        self._field.setAccessibleName(_("Find in your drafts"))
        self._with_out = CheckBox(context.theme, _("Posts that are out too"))
        self._count = label("", "small")
        self._view = QListView()
        self._delegate = FindDelegate(context.theme, when)
        self._results = QWidget()
        self._is_getting_ready = False
        self._build()

    def begin(self) -> None:
        """Put the keyboard into the box."""
        self._field.setFocus()
        self._field.selectAll()

    def find_again(self) -> None:
        """Look once more, as after a draft was changed."""
        if self._field.text().strip():
            self._find()

    def close_results(self) -> None:
        """Empty the box; the drafts show again."""
        self._field.clear()
        self.left.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._on_key(watched, event.key()) or super().eventFilter(watched, event)
        return super().eventFilter(watched, event)

    def _build(self) -> None:
        self._view.setModel(self._model)
        self._view.setItemDelegate(self._delegate)
        self._view.setAccessibleName(_("What was found"))
        self._view.setUniformItemSizes(True)
        self._view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self._view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inner = column(self._with_out, self._count, spacing=4)
        inner.addWidget(self._view, 1)
        self._results.setLayout(inner)
        whole = column(self._field)
        whole.addWidget(self._results, 1)
        self.setLayout(whole)
        self._results.hide()
        self._take_room(False)
        for part in (self._field, self._view):
            part.installEventFilter(self)
        self._field.textChanged.connect(self._on_typed)
        self._with_out.toggled.connect(self._find)
        self._view.clicked.connect(self._open)
        self._view.activated.connect(self._open)

    def _on_key(self, watched: QObject, key: int) -> bool:
        if key == Qt.Key.Key_Escape and (self._field.text() or watched is self._view):
            self.close_results()
            return True
        if watched is self._field and key in (Qt.Key.Key_Down, Qt.Key.Key_Return):
            return self._into_results(open_first=key == Qt.Key.Key_Return)
        return False

    def _into_results(self, *, open_first: bool) -> bool:
        first = self._model.index(0)
        if not first.isValid():
            return False
        self._view.setCurrentIndex(first)
        self._view.setFocus()
        if open_first:
            self._open(first)
        return True

    def _take_room(self, is_searching: bool) -> None:
        policy = QSizePolicy.Policy
        self.setSizePolicy(policy.Preferred, policy.Expanding if is_searching else policy.Fixed)

    def _on_typed(self) -> None:
        is_searching = bool(self._field.text().strip())
        self._results.setVisible(is_searching)
        self._take_room(is_searching)
        self.searching.emit(is_searching)
        if not is_searching:
            self._model.show_found([])
        elif self._finding.is_far_behind():
            self._get_ready()
        else:
            self._find()

    def _find(self) -> None:
        found = self._finding.find(self._field.text(), with_out=self._with_out.isChecked())
        self._model.show_found(found)
        self._count.setText(found_count(len(found), MOST_FOUND))
        self._field.setAccessibleDescription(self._count.text())

    def _get_ready(self) -> None:
        self._count.setText(_("Getting ready…"))
        if not self._is_getting_ready:
            self._is_getting_ready = True
            self._context.tasks.run(
                self._catch_up, lambda _done: self._after_catching_up(), self._on_trouble
            )

    def _on_trouble(self, error: Exception) -> None:
        self._is_getting_ready = False
        say_failed(self._context, error)

    def _catch_up(self) -> None:
        """Take up many changed posts; runs in a worker."""
        with self._context.services.in_worker() as own:
            own.writing.finding.catch_up()

    def _after_catching_up(self) -> None:
        if isValid(self):
            self._is_getting_ready = False
            self.find_again()

    def _open(self, index: QModelIndex) -> None:
        found = self._model.found_at(index.row())
        if found is not None:
            self.chosen.emit(found.post_id)
