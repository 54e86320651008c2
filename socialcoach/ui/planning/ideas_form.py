"""A few fields for an idea of the owner's own: quick to write down, to be told in full later."""

from __future__ import annotations

from gettext import gettext as _

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from socialcoach.core.errors import UserError
from socialcoach.core.meter import Kind
from socialcoach.core.planning.own_idea import LONGEST_TITLE, OwnIdea
from socialcoach.services.words.errors import explain
from socialcoach.services.words.meter import kind_name
from socialcoach.ui.theme.theme import Theme
from socialcoach.ui.widgets.boxes import Card
from socialcoach.ui.widgets.buttons import Button
from socialcoach.ui.widgets.combo import Combo
from socialcoach.ui.widgets.flow import FlowLayout
from socialcoach.ui.widgets.form_rows import asked
from socialcoach.ui.widgets.labels import label

STARTER_HEIGHT = 96
GIVING = (
    *(Kind.TIP, Kind.STORY, Kind.QUESTION, Kind.COMMUNITY),
    *(Kind.FUN, Kind.SERVICE, Kind.GIVEAWAY, Kind.NEWS),
)
SELLING = (Kind.OFFER, Kind.PRODUCT, Kind.EVENT, Kind.BRAG)


class IdeaForm(Card):
    """Emits ``saved(OwnIdea)`` and ``left``."""

    saved = Signal(object)
    left = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(margins=12, spacing=12)
        self._idea = OwnIdea(0, "", Kind.TIP)
        self._title, self._note = QLineEdit(), QLineEdit()
        self._title.setMaxLength(LONGEST_TITLE)
        self._starter = QPlainTextEdit()
        self._starter.setTabChangesFocus(True)
        self._starter.setFixedHeight(theme.sizes.scaled(STARTER_HEIGHT))
        self._kind = Combo(theme)
        for kind in (*GIVING, *SELLING):
            self._kind.addItem(kind_name(kind), str(kind))
        self._problem = label("", "small")
        self._build()

    def show_idea(self, idea: OwnIdea) -> None:
        """Fill the fields."""
        self._idea = idea
        self._title.setText(idea.title)
        self._kind.setCurrentIndex(max(self._kind.findData(str(idea.kind)), 0))
        self._starter.setPlainText(idea.starter)
        self._note.setText(idea.note)
        self._problem.hide()
        self._title.setFocus()

    def say(self, error: UserError) -> None:
        """Show why the idea could not be kept."""
        self._problem.setText(explain(error))
        self._problem.show()
        self._title.setFocus()

    def _build(self) -> None:
        buttons = FlowLayout()
        buttons.addWidget(Button(_("Keep this idea"), self._save))
        buttons.addWidget(Button(_("Never mind"), self.left.emit, role="link"))
        self.add(asked(_("The idea in a few words"), self._title))
        self.add(asked(_("Kind"), self._kind))
        self.add(asked(_("First words, if you have them"), self._starter))
        self.add(asked(_("What readers get from it"), self._note), self._problem, buttons)
        self._title.returnPressed.connect(self._save)

    def _save(self) -> None:
        kind = Kind(self._kind.currentData())
        words = self._starter.toPlainText()
        self.saved.emit(OwnIdea(self._idea.id, self._title.text(), kind, words, self._note.text()))
