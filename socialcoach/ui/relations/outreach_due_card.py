"""Who is due, each with the reason: at most a few lines, and none when nobody is."""

from __future__ import annotations

from collections.abc import Sequence
from gettext import gettext as _
from gettext import ngettext

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from socialcoach.core.relations.outreach_due import Due
from socialcoach.services.words.outreach import due_sentence
from socialcoach.ui.widgets.boxes import Card, clear, column, row
from socialcoach.ui.widgets.buttons import Button
from socialcoach.ui.widgets.labels import label

SHOWN = 2
"""Two at a time are enough for an evening."""


class DueCard(Card):
    """Emits ``opened(promoter_id)``."""

    opened = Signal(int)

    def __init__(self) -> None:
        super().__init__("good", margins=12, spacing=4)
        self._lines = column(spacing=4)
        self._more = label("", "small")
        self.add(self._lines, self._more)
        self.hide()

    def show_due(self, due: Sequence[Due]) -> None:
        """Show the first few."""
        clear(self._lines)
        for one in due[:SHOWN]:
            self._lines.addLayout(self._line(one))
        rest = len(due) - SHOWN
        words = ngettext("{n} more can wait.", "{n} more can wait.", rest).format(n=rest)
        self._more.setText(words)
        self._more.setVisible(rest > 0)
        self.setVisible(bool(due))

    def _line(self, due: Due) -> QHBoxLayout:
        step = due.promoter.next_step
        name = due.promoter.name
        title = _("{name}: {step}").format(name=name, step=step) if step else name
        words = column(label(title, "strong"), label(due_sentence(due), "soft"), spacing=0)
        button = Button(_("Open"), lambda: self.opened.emit(due.promoter.id), role="link")
        button.setAccessibleName(_("Open {name}").format(name=due.promoter.name))
        line = row(words, button, spacing=12)
        line.setStretch(0, 1)
        return line
