"""The right side of Write: the meter, or one of the panels that take its place for a while."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from gettext import gettext as _

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget

from socialcoach.core.planning.post import Post
from socialcoach.core.strategy.strategy import Strategy
from socialcoach.ui.context import AppContext
from socialcoach.ui.meter.meter_panel import MeterPanel
from socialcoach.ui.planning.hand_over_panel import HandOverPanel
from socialcoach.ui.planning.ideas_panel import IdeasPanel
from socialcoach.ui.planning.side_panel import SidePanel
from socialcoach.ui.planning.starts_panel import Start, StartsPanel
from socialcoach.ui.widgets.boxes import Card, scrolling

METER, HAND_OVER, IDEAS, TURN_AROUND = range(4)


class Side(Card):
    """Emits ``opened`` when a panel takes the meter's place and ``start_wanted(text, idea_id)``.

    ``handing_over(bool)`` tells when the panel to post from comes and goes.
    """

    opened = Signal()
    handing_over = Signal(bool)
    start_wanted = Signal(str, str)

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self._services = context.services
        self._turn = 0
        self._draft = ""
        self._strategy = Strategy()
        self.meter = MeterPanel(context.theme)
        self._hand_over = HandOverPanel(context)
        self._ideas = IdeasPanel(context)
        how = _("Each starts a new draft. This one stays as it is.")
        self._around = StartsPanel(_("Turn it around"), how)
        self._ideas.add_way_back()
        self._stack = QStackedWidget()
        self._panels: dict[SidePanel, int] = {}
        for panel in (self.meter, self._hand_over, self._ideas, self._around):
            self._stack.addWidget(scrolling(panel))
        self.add(self._stack)
        self._connect()

    def add_panel(self, panel: SidePanel) -> None:
        """Take in one more panel, to be shown by ``show_panel``."""
        panel.add_way_back()
        self._panels[panel] = self._stack.addWidget(scrolling(panel))
        panel.closed.connect(self.show_meter)

    def show_panel(self, panel: SidePanel) -> None:
        """Let a panel take the meter's place."""
        self._show(self._panels[panel])

    def show_meter(self) -> None:
        """Show what the meter says."""
        self._stack.setCurrentIndex(METER)

    def keep_words_by(self, keep: Callable[[], bool]) -> None:
        """Say how to keep the last words typed, which is done before a post leaves."""
        self._hand_over.keep_words = keep

    def show_hand_over(self, post: Post) -> None:
        """Walk the owner through posting."""
        self._hand_over.show_post(post)
        self._show(HAND_OVER)

    def show_ideas(self) -> None:
        """Show ideas that were not shown lately."""
        self._ideas.show_picks()
        self._show(IDEAS)

    def write_idea_down(self, words: str) -> None:
        """Let the owner write an idea down, with words that were picked on the paper."""
        self._ideas.show_picks()
        self._show(IDEAS)
        self._ideas.write_down(words)

    def show_turn_around(self, draft: str, strategy: Strategy) -> None:
        """Show giving starts for a draft that sells."""
        self._draft, self._strategy, self._turn = draft, strategy, 0
        self._show_starts()

    def _connect(self) -> None:
        shown = self._stack.currentChanged
        shown.connect(lambda place: self.handing_over.emit(place == HAND_OVER))
        for panel in (self._hand_over, self._ideas, self._around):
            panel.closed.connect(self.show_meter)
        self._ideas.taken.connect(self.start_wanted)
        self._around.more_wanted.connect(partial(self._show_starts, 1))
        self._around.taken.connect(self.start_wanted)

    def _show(self, place: int) -> None:
        self._stack.setCurrentIndex(place)
        self.opened.emit()

    def _show_starts(self, step: int = 0) -> None:
        self._turn += step
        starts = self._services.turning_around.starts(self._draft, self._strategy, self._turn)
        self._around.show_starts(
            [Start(start.title, start.text, start.kind, start.text) for start in starts]
        )
        self._show(TURN_AROUND)
