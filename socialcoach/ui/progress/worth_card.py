"""Was it worth it: time against new customers, and a place to note one more."""

from __future__ import annotations

from collections.abc import Sequence
from gettext import gettext as _

from PySide6.QtCore import Qt, Signal

from socialcoach.ui.widgets.boxes import Card
from socialcoach.ui.widgets.buttons import Button
from socialcoach.ui.widgets.labels import label
from socialcoach.ui.widgets.pills import Pills


class WorthCard(Card):
    """Signals: ``customer_noted(platform)``, when a new customer named a platform."""

    customer_noted = Signal(str)

    def __init__(self, sentence: str, platforms: Sequence[tuple[str, str]]) -> None:
        """``platforms`` are keys and names to choose from."""
        super().__init__()
        self._note = Button(_("Note a new customer"), self._ask, role="link")
        self._question = label(_("Where did they find you?"), "strong")
        self._pills = Pills(platforms)
        self._pills.setAccessibleName(self._question.text())
        self._pills.changed.connect(self._answer)
        self.add(label(_("Was it worth it?"), "heading"), label(sentence))
        self.add(self._note, self._question, self._pills)
        self.body.setAlignment(self._note, Qt.AlignmentFlag.AlignLeft)
        self.body.addStretch(1)
        self._question.hide()
        self._pills.hide()

    def _ask(self) -> None:
        self._note.hide()
        self._question.show()
        self._pills.show()
        self._pills.setFocus()

    def _answer(self) -> None:
        self.customer_noted.emit(self._pills.chosen[0])
