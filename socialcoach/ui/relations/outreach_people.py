"""People who can recommend you: all of them, one card, whom to look for, and a letter."""

from __future__ import annotations

from functools import partial
from gettext import gettext as _

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from socialcoach.core.relations.outreach_whom import Whom
from socialcoach.core.relations.promoter import Promoter, Stage
from socialcoach.services.words.outreach import stage_name
from socialcoach.ui.context import AppContext
from socialcoach.ui.relations.outreach_card import PromoterCard
from socialcoach.ui.relations.outreach_doer import Doer
from socialcoach.ui.relations.outreach_letter import LetterView
from socialcoach.ui.relations.outreach_new import NewCard
from socialcoach.ui.relations.outreach_overview import OutreachOverview
from socialcoach.ui.relations.outreach_whom_panel import WhomPanel
from socialcoach.ui.widgets.boxes import column


class PeopleView(QWidget):
    """One thing at a time; the way back is always at the top left.

    Emits ``moved_on`` when another of its parts shows.
    """

    moved_on = Signal()

    def __init__(self, context: AppContext, page: QWidget) -> None:
        super().__init__()
        self._context = context
        self._outreach = context.services.relations.outreach
        self._doer = Doer(context, page)
        self._new = NewCard(context)
        self._overview = OutreachOverview(context, page)
        self._card = PromoterCard(context, self._doer)
        self._whom = WhomPanel(context)
        self._letter = LetterView(context, self._doer)
        self._stack = QStackedWidget()
        for part in (self._overview, self._card, self._whom, self._letter):
            self._stack.addWidget(part)
        stack = column(self._new, self._stack, spacing=12)
        stack.setStretch(1, 1)
        self.setLayout(stack)
        self._connect()

    @property
    def is_at_home(self) -> bool:
        """Tell whether all promoters show, and not one thing of one of them."""
        return self._stack.currentWidget() is self._overview

    def refresh(self) -> None:
        """Show anew what may have changed."""
        self._overview.refresh()
        shown = self._stack.currentWidget()
        if shown is self._card:
            self._card.refresh()
        elif shown is self._whom:
            self._whom.refresh()

    def leave(self) -> None:
        """Keep what is not kept yet."""
        self._card.leave()
        self._letter.leave()

    def has_unsaved(self) -> bool:
        """Tell whether something could not be kept."""
        return self._card.has_unsaved or self._letter.has_unsaved

    def show_all(self) -> None:
        """Show the board or the list."""
        self.leave()
        last = self._card.promoter
        self._stack.setCurrentWidget(self._overview)
        self._overview.refresh(last.id if last is not None else 0)

    def show_card(self, promoter_id: int) -> None:
        """Show one promoter."""
        self.leave()
        self._new.hide()
        if self._card.open(promoter_id):
            self._stack.setCurrentWidget(self._card)

    def show_whom(self) -> None:
        """Show whom to look for."""
        self.leave()
        self._whom.refresh()
        self._stack.setCurrentWidget(self._whom)
        self._whom.focus_first()

    def show_letter(self, promoter_id: int) -> None:
        """Show the letter being written to a promoter."""
        self.leave()
        if self._card.promoter is None or self._card.promoter.id != promoter_id:
            self._card.open(promoter_id)
        if self._letter.open(promoter_id):
            self._stack.setCurrentWidget(self._letter)

    def start_card(self, line: Whom | None = None) -> None:
        """Ask for the name of a new card."""
        self._new.start(line)

    def _connect(self) -> None:
        self._overview.opened.connect(self.show_card)
        self._overview.whom_wanted.connect(self.show_whom)
        self._overview.move_wanted.connect(self._move)
        self._overview.delete_wanted.connect(self._delete)
        self._card.closed.connect(self.show_all)
        self._card.letter_wanted.connect(self.show_letter)
        self._whom.closed.connect(self.show_all)
        self._whom.card_wanted.connect(self.start_card)
        self._letter.closed.connect(self.show_card)
        self._letter.sent.connect(self.show_card)
        self._new.made.connect(self._make)
        self._new.open_wanted.connect(self.show_card)
        self._doer.done.connect(self._on_done)
        self._stack.currentChanged.connect(lambda _place: self.moved_on.emit())

    def _make(self, promoter: Promoter) -> None:
        words = _("Made a card for {name}.").format(name=promoter.name)
        step = self._doer.run(partial(self._outreach.new, promoter), words)
        if step is not None:
            self.show_card(step.promoter_id)

    def _move(self, promoter_id: int, stage: Stage) -> None:
        words = _("Moved to “{stage}”.").format(stage=stage_name(stage))
        self._doer.run(partial(self._outreach.move, promoter_id, stage), words)

    def _delete(self, promoter_id: int) -> None:
        self._doer.run(partial(self._outreach.delete, promoter_id), _("Deleted the card."))

    def _on_done(self, promoter_id: int) -> None:
        if self._stack.currentWidget() is self._overview:
            self._overview.refresh(promoter_id)
        else:
            self._card.refresh()
