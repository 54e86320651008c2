"""All ideas to look through: a search, a kind to keep to, the list, and the one that is picked."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from gettext import gettext as _

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QListView, QWidget

from socialcoach.core.planning.idea import Idea
from socialcoach.services.words.ideas import ideas_found
from socialcoach.services.words.meter import kind_name
from socialcoach.ui.planning.ideas_card import IdeaCard, ShownIdea
from socialcoach.ui.planning.ideas_delegate import IdeaDelegate
from socialcoach.ui.planning.ideas_form import GIVING, SELLING
from socialcoach.ui.planning.ideas_model import IdeaModel
from socialcoach.ui.theme.theme import Theme
from socialcoach.ui.widgets.boxes import clear, column, put
from socialcoach.ui.widgets.combo import Combo
from socialcoach.ui.widgets.labels import label

LIST_HEIGHT = 300
"""Height of the list, in pixels at the usual text size."""


class IdeaBrowser(QWidget):
    """Emits ``card_shown(IdeaCard)`` for each card, so that its buttons can be listened to.

    ``show`` turns an idea into what its card says.
    """

    card_shown = Signal(object)

    def __init__(self, theme: Theme, show: Callable[[Idea], ShownIdea]) -> None:
        super().__init__()
        self._theme, self._show_idea = theme, show
        self._model = IdeaModel()
        self._field, self._kind = QLineEdit(), Combo(theme)
        self._count = label("", "small")
        self._view = QListView()
        self._delegate = IdeaDelegate(theme)
        self._picked = ""
        self._card = column()
        self._build()

    def show_ideas(self, ideas: Sequence[Idea]) -> None:
        """Show these ideas; the one that was picked stays so where it is still there."""
        picked = self._picked
        self._model.show_ideas(ideas)
        self._after_change(picked)

    def _build(self) -> None:
        self._field.setPlaceholderText(_("Search"))
        self._field.setAccessibleName(_("Search the ideas"))
        self._field.setClearButtonEnabled(True)
        self._kind.setAccessibleName(_("Kind of idea"))
        self._kind.addItem(_("Every kind"), "")
        for kind in (*GIVING, *SELLING):
            self._kind.addItem(kind_name(kind), str(kind))
        self._view.setModel(self._model)
        self._view.setItemDelegate(self._delegate)
        self._view.setAccessibleName(_("Ideas"))
        self._view.setUniformItemSizes(True)
        self._view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self._view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        stack = column(self._field, self._kind, self._count, self._view, self._card, spacing=8)
        self.setLayout(stack)
        self._field.textChanged.connect(self._look)
        self._kind.currentIndexChanged.connect(self._look)
        self._view.selectionModel().currentChanged.connect(self._on_picked)
        self._theme.changed.connect(self._fit)
        self._fit()

    def _look(self) -> None:
        self._model.look_for(self._field.text(), self._kind.currentData() or "")
        self._after_change(self._picked)

    def _after_change(self, picked: str) -> None:
        count = self._model.rowCount()
        self._count.setText(ideas_found(count))
        self._view.setVisible(count > 0)
        self._view.setCurrentIndex(self._model.index(max(self._model.row_of(picked), 0)))
        self._on_picked()

    def _on_picked(self) -> None:
        idea = self._model.idea_at(self._view.currentIndex().row())
        self._picked = idea.id if idea else ""
        clear(self._card)
        if idea is not None:
            card = IdeaCard(self._show_idea(idea), self._theme)
            put(self._card, card)
            self.card_shown.emit(card)

    def _fit(self) -> None:
        self._view.setFixedHeight(self._theme.sizes.scaled(LIST_HEIGHT))
