"""Who sees a post, and the words before it, where the network lets one choose (Mastodon)."""

from __future__ import annotations

from gettext import gettext as _

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit

from socialcoach.core.planning.outgoing import Choices, Visibility
from socialcoach.services.words.publishing import visibility_names
from socialcoach.ui.theme.theme import Theme
from socialcoach.ui.widgets.combo import Combo
from socialcoach.ui.widgets.form_rows import FormRows

LONGEST_WARNING = 200


class SendingChoices(FormRows):
    """Emits ``chosen(Choices)`` at every change."""

    chosen = Signal(object)

    def __init__(self, theme: Theme, before: Choices) -> None:
        super().__init__(spacing=8)
        self._readers = Combo(theme)
        for visibility, words in visibility_names().items():
            self._readers.addItem(words, visibility)
        self._readers.setCurrentIndex(self._readers.findData(before.visibility))
        self._warning = QLineEdit(before.warning)
        self._warning.setMaxLength(LONGEST_WARNING)
        self._warning.setPlaceholderText(_("For example: food"))
        self.add_row(_("Who sees it"), self._readers)
        self.add_row(_("A warning before the text"), self._warning)
        self._readers.activated.connect(self._tell)
        self._warning.textEdited.connect(self._tell)

    def _tell(self) -> None:
        visibility = Visibility(self._readers.currentData())
        self.chosen.emit(Choices(visibility, self._warning.text()))
