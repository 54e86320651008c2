"""The steps of planning that can be taken back, the last one first."""

from __future__ import annotations

from collections.abc import Callable
from gettext import gettext as _

from socialcoach.core.errors import UserError
from socialcoach.services.planning.plan_step import Step
from socialcoach.services.words.errors import explain
from socialcoach.ui.context import AppContext

REMEMBERED = 50


class UndoLine:
    """Takes steps, says what they did with a way back, and takes them back."""

    def __init__(self, context: AppContext) -> None:
        self._context = context
        self._steps: list[Step] = []

    def take(self, step: Callable[[], Step], said: Callable[[Step], str]) -> Step | None:
        """Take a step and say so; None when it could not be taken, and why is said instead."""
        try:
            taken = step()
        except UserError as error:
            self._context.hub.notice(explain(error))
            return None
        self._steps = [*self._steps, taken][-REMEMBERED:]
        self._context.hub.tell(taken.changes)
        self._context.hub.notice(said(taken), _("Undo"), lambda: self.undo(taken))
        return taken

    def undo_last(self) -> None:
        """Take back the last step that still stands."""
        if self._steps:
            self.undo(self._steps[-1])

    def undo(self, step: Step) -> None:
        """Take a step back; once only."""
        if step not in self._steps:
            return
        try:
            changes = self._context.services.calendar.planning.undo(step)
        except UserError as error:
            self._context.hub.notice(explain(error))
            return
        self._steps.remove(step)
        self._context.hub.tell(changes)
        self._context.hub.notice(_("Taken back."))
