"""A handful of starts to write from: ideas, or giving versions of a draft that sells."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from gettext import gettext as _

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from socialcoach.services.words.meter import kind_name
from socialcoach.services.words.planning import idea_minutes
from socialcoach.ui.widgets.boxes import Card, clear, column, put
from socialcoach.ui.widgets.buttons import Button
from socialcoach.ui.widgets.flow import FlowLayout
from socialcoach.ui.widgets.labels import chip, label


@dataclass(frozen=True)
class Start:
    """One start: what the card says, and the text a new draft begins with.

    ``minutes`` is what it takes to make, 0 when that is not known; ``idea`` the idea's id, if any.
    """

    title: str
    detail: str
    kind: str
    text: str
    minutes: int = 0
    idea: str = ""


class StartsPanel(QWidget):
    """Shows starts. Emits ``taken(text, idea)``, ``more_wanted`` and ``closed``."""

    taken = Signal(str, str)
    more_wanted = Signal()
    closed = Signal()

    def __init__(self, heading: str, how: str) -> None:
        super().__init__()
        self._cards = column(spacing=12)
        foot = FlowLayout()
        foot.addWidget(Button(_("Show me others"), self.more_wanted.emit, role="link"))
        foot.addWidget(Button(_("Back to the meter"), self.closed.emit, role="link"))
        stack = column(label(heading, "heading"), label(how, "soft"), spacing=12)
        stack.addLayout(self._cards)
        stack.addLayout(foot)
        stack.addStretch(1)
        self.setLayout(stack)

    def show_starts(self, starts: Sequence[Start]) -> None:
        """Show these starts."""
        clear(self._cards)
        for start in starts:
            put(self._cards, self._card(start))

    def _card(self, start: Start) -> Card:
        take = Button(_("Write this"), lambda: self.taken.emit(start.text, start.idea))
        take.setAccessibleName(_("Write this: {title}").format(title=start.title))
        foot = FlowLayout()  # a long kind and the minutes leave no room for the button beside them
        foot.addWidget(chip(kind_name(start.kind), "giving"))
        if start.minutes:
            foot.addWidget(label(idea_minutes(start.minutes), "small", wrap=False))
        foot.addWidget(take)
        card = Card(margins=12)
        card.add(label(start.title, "strong"), label(start.detail, "soft"), foot)
        return card
