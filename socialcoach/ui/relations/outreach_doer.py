"""Does what the owner wants with promoters, tells the pages, and knows the way back."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from gettext import gettext as _

from PySide6.QtCore import QObject, Signal

from socialcoach.core.changes import Changes
from socialcoach.core.errors import UserError
from socialcoach.services.relations.outreach import Step
from socialcoach.services.words.errors import explain
from socialcoach.ui.context import AppContext

MOST_STEPS = 50
"""Steps kept per card; further back nobody remembers."""


class Doer(QObject):
    """Every change of a promoter goes through ``run``; ``done(promoter_id)`` follows each write.

    ``page`` is the page all this happens on: it need not be told of its own changes.
    """

    done = Signal(int)

    def __init__(self, context: AppContext, page: QObject) -> None:
        super().__init__(page)
        self._context, self._page = context, page
        self._steps: dict[int, list[tuple[str, Step]]] = {}

    def run(self, work: Callable[[], Step], what: str, *, say: bool = True) -> Step | None:
        """Do it; ``what`` says what was done, ``say`` shows that with a way back.

        Changes of the same ``what`` one after the other are one step back. Returns None when it did
        not work, which the owner is told.
        """
        try:
            step = work()
        except UserError as error:
            self._context.hub.notice(explain(error))
            return None
        if step.changes:
            self._remember(what, step)
            self._tell(step.changes, step.promoter_id)
            if say:
                undo = partial(self._undo, step)
                self._context.hub.notice(what, _("Undo"), undo)
        return step

    def last_of(self, promoter_id: int) -> str:
        """Return what was done last with a promoter and can be taken back; empty for nothing."""
        steps = self._steps.get(promoter_id, [])
        return steps[-1][0] if steps else ""

    def undo_last(self, promoter_id: int) -> None:
        """Take back what was done last with a promoter."""
        steps = self._steps.get(promoter_id, [])
        if steps:
            self._undo(steps[-1][1])

    def forget(self, promoter_id: int) -> None:
        """Let go of the way back, as after a word that is final."""
        self._steps.pop(promoter_id, None)

    def tell(self, changes: Changes, promoter_id: int) -> None:
        """Tell the pages of a change that was made elsewhere."""
        self._tell(changes, promoter_id)

    def _remember(self, what: str, step: Step) -> None:
        steps = self._steps.setdefault(step.promoter_id, [])
        if steps and steps[-1][0] == what and step.before is not None:
            return
        steps.append((what, step))
        del steps[:-MOST_STEPS]

    def _undo(self, step: Step) -> None:
        try:
            changes = self._context.services.relations.outreach.undo(step)
        except UserError as error:
            self._context.hub.notice(explain(error))
            return
        steps = self._steps.get(step.promoter_id, [])
        places = [place for place, (_what, one) in enumerate(steps) if one is step]
        del steps[places[0] if places else len(steps) :]
        self._tell(changes, step.promoter_id)

    def _tell(self, changes: Changes, promoter_id: int) -> None:
        self._context.hub.tell(changes, self._page)
        self.done.emit(promoter_id)
