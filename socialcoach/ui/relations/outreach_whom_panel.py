"""Whom to look for, for the owner's trade: who, where, and what to offer first."""

from __future__ import annotations

from functools import partial
from gettext import gettext as _

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from socialcoach.core.relations.outreach_whom import Whom, kinds_of
from socialcoach.core.relations.promoter import PromoterKind
from socialcoach.services.words.bundled import data_text
from socialcoach.services.words.outreach import kind_of_promoter, why_offer_first
from socialcoach.ui.context import AppContext
from socialcoach.ui.progress.link_row import in_a_row
from socialcoach.ui.widgets.boxes import Card, column, row, scrolling
from socialcoach.ui.widgets.buttons import Button
from socialcoach.ui.widgets.card_grid import CardGrid
from socialcoach.ui.widgets.labels import chip, label
from socialcoach.ui.widgets.pills import Pills

NARROWEST = 300
EVERY = "every"


class WhomPanel(QWidget):
    """Signals: ``closed``, ``card_wanted(Whom)``."""

    closed = Signal()
    card_wanted = Signal(object)

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self._context = context
        self._lines: tuple[Whom, ...] = ()
        self._cards = CardGrid(context.theme, NARROWEST, 3)
        self._kinds = Pills([])
        self._filter = column()
        back = Button(
            _("All people"),
            self.closed.emit,
            role="link",
            theme=context.theme,
            icon="ph.arrow-left",
        )
        self._back = back
        how = label(why_offer_first(), "soft")
        content = QWidget()
        heading = label(_("Whom to look for"), "heading")
        stack = column(in_a_row(back), heading, how, self._filter, self._cards, spacing=12)
        stack.addStretch(1)
        content.setLayout(stack)
        self.setLayout(column(scrolling(content)))
        keys = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        keys.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        keys.activated.connect(self.closed)

    def refresh(self) -> None:
        """Show the lines for the owner's trade."""
        lines = self._context.services.relations.outreach.whom()
        if lines != self._lines:
            self._lines = lines
            self._show_filter()
        self._show()

    def focus_first(self) -> None:
        """Put the keyboard at the beginning."""
        self._back.setFocus()

    def _show_filter(self) -> None:
        kinds = [(EVERY, _("All"))]
        kinds += [(str(kind), kind_of_promoter(kind)) for kind in kinds_of(self._lines)]
        self._filter.removeWidget(self._kinds)
        self._kinds.deleteLater()
        self._kinds = Pills(kinds)
        self._kinds.setAccessibleName(_("Kind"))
        self._kinds.choose([EVERY])
        self._kinds.changed.connect(self._show)
        self._filter.addWidget(self._kinds)

    def _show(self) -> None:
        wanted = self._kinds.chosen
        shown = [line for line in self._lines if EVERY in wanted or str(line.kind) in wanted]
        self._cards.show_cards([self._card(line) for line in shown])

    def _card(self, line: Whom) -> Card:
        start = Button(_("Start a card"), partial(self.card_wanted.emit, line))
        who = data_text(line.who)
        start.setAccessibleName(_("Start a card: {who}").format(who=who))
        card = Card(spacing=6)
        card.add(row(chip(kind_of_promoter(PromoterKind(line.kind))), QWidget()))
        card.add(label(who, "strong"))
        card.add(label(_("Where: {place}.").format(place=data_text(line.where)), "soft"))
        card.add(label(_("Offer first: {offer}.").format(offer=data_text(line.offer))))
        card.body.addStretch(1)
        card.add(in_a_row(start))
        return card
