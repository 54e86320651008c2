"""A handful of giving ideas to start from; picked for the trade, the season and what is lacking."""

from __future__ import annotations

from gettext import gettext as _
from gettext import ngettext

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from socialcoach.core.planning.idea import Idea
from socialcoach.services.words.meter import kind_name
from socialcoach.ui.widgets.boxes import Card, clear, column, row
from socialcoach.ui.widgets.buttons import Button
from socialcoach.ui.widgets.labels import chip, label


class IdeasPanel(QWidget):
    """Shows ideas. Emits ``taken(idea)``, ``more_wanted`` and ``closed``."""

    taken = Signal(object)
    more_wanted = Signal()
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._cards = column(spacing=12)
        foot = row(
            Button(_("Show me others"), self.more_wanted.emit, role="link"),
            Button(_("Back to the meter"), self.closed.emit, role="link"),
        )
        foot.addStretch(1)
        stack = column(label(_("Ideas that give"), "heading"), self._cards, spacing=12)
        stack.addLayout(foot)
        stack.addStretch(1)
        self.setLayout(stack)

    def show_ideas(self, ideas: tuple[Idea, ...]) -> None:
        """Show these ideas."""
        clear(self._cards)
        for idea in ideas:
            self._cards.addWidget(self._card(idea))

    def _card(self, idea: Idea) -> Card:
        card = Card(margins=12)
        minutes = ngettext("{n} minute", "{n} minutes", idea.minutes).format(n=idea.minutes)
        foot = row(chip(kind_name(idea.kind), "giving"), label(minutes, "small", wrap=False))
        foot.addStretch(1)
        take = Button(_("Write this"), lambda: self.taken.emit(idea))
        take.setAccessibleName(_("Write this: {title}").format(title=idea.title))
        foot.addWidget(take)
        card.add(label(idea.title, "strong"), label(idea.value, "soft"), foot)
        return card
