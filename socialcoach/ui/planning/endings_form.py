"""A few fields for one ending: its words, a name, and where it belongs."""

from __future__ import annotations

from collections.abc import Mapping
from gettext import gettext as _

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from socialcoach.core.errors import UserError
from socialcoach.core.planning.ending import LONGEST_NAME, Ending
from socialcoach.core.planning.platform_facts import PlatformFacts
from socialcoach.services.words.errors import explain
from socialcoach.services.words.writing import ending_notes, ending_tags
from socialcoach.ui.theme.theme import Theme
from socialcoach.ui.widgets.boxes import Card
from socialcoach.ui.widgets.buttons import Button
from socialcoach.ui.widgets.combo import Combo
from socialcoach.ui.widgets.flow import FlowLayout
from socialcoach.ui.widgets.form_rows import asked
from socialcoach.ui.widgets.labels import label

LINES = 4
"""Lines of an ending that show at once."""


class EndingForm(Card):
    """Emits ``saved(Ending)`` and ``left``; ``say`` shows why it could not be kept."""

    saved = Signal(object)
    left = Signal()

    def __init__(self, platforms: Mapping[str, PlatformFacts], theme: Theme) -> None:
        super().__init__(margins=12, spacing=12)
        self._platforms = platforms
        self._ending = Ending(0, "", "")
        self._name, self._words = QLineEdit(), QPlainTextEdit()
        self._name.setMaxLength(LONGEST_NAME)
        self._words.setTabChangesFocus(True)
        self._where = Combo(theme)
        self._tags, self._problem = label("", "small"), label("", "small")
        self._build(theme)

    def show_ending(self, ending: Ending, offered: tuple[str, ...]) -> None:
        """Fill the fields; ``offered`` are the platforms to choose from."""
        self._ending = ending
        self._name.setText(ending.name)
        self._words.setPlainText(ending.text)
        self._where.clear()
        self._where.addItem(_("All platforms"), "")
        for key in dict.fromkeys((*offered, *([ending.platform] if ending.platform else []))):
            self._where.addItem(self._platforms[key].name, key)
        self._where.setCurrentIndex(max(self._where.findData(ending.platform), 0))
        self._problem.hide()
        self._words.setFocus()

    def say(self, error: UserError) -> None:
        """Show why the ending could not be kept."""
        self._problem.setText(explain(error))
        self._problem.show()
        self._words.setFocus()

    def _build(self, theme: Theme) -> None:
        self._words.setFixedHeight(theme.sizes.scaled(22 * LINES + 16))
        buttons = FlowLayout()
        buttons.addWidget(Button(_("Save the ending"), self._save))
        buttons.addWidget(Button(_("Never mind"), self.left.emit, role="link"))
        self.add(asked(_("Words of the ending"), self._words), self._tags)
        self.add(asked(_("Name it, if you like"), self._name))
        self.add(asked(_("Where it belongs"), self._where), self._problem, buttons)
        self._words.textChanged.connect(self._count_tags)
        self._where.currentIndexChanged.connect(self._count_tags)

    def _typed(self) -> Ending:
        where = self._where.currentData() or ""
        return Ending(self._ending.id, self._name.text(), self._words.toPlainText(), where)

    def _save(self) -> None:
        self.saved.emit(self._typed())

    def _count_tags(self) -> None:
        typed = self._typed()
        lines = [ending_tags(typed), *ending_notes(typed, (), self._platforms)]
        self._tags.setText("\n".join(line for line in lines if line))
        self._tags.setVisible(bool(self._tags.text()))
