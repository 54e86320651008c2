"""What all steps of the wizard have in common."""

from __future__ import annotations

from gettext import gettext as _
from typing import ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QWidget

from socialcoach.core.strategy.business import Comfort
from socialcoach.core.strategy.strategy import Strategy
from socialcoach.ui.context import AppContext
from socialcoach.ui.widgets.boxes import column
from socialcoach.ui.widgets.labels import label


class WizardStep(QWidget):
    """One step: a question or a few that belong together.

    Subclasses set ``step_id``, fill ``self.body`` in ``__init__``, show a strategy in ``load`` and
    give the owner's answers back in ``answers``. They emit ``changed`` at every answer, so that
    the wizard keeps it, and ``done(page_id, what)`` when the owner wants to leave for a page,
    and ``reveal(widget)`` to bring a part into view.
    """

    changed = Signal()
    done = Signal(str, object)
    reveal = Signal(object)

    step_id: ClassVar[str]

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self.context = context
        self._hints: list[QLabel] = []
        self.body = column(spacing=16)
        self.setLayout(self.body)

    @staticmethod
    def title() -> str:
        """Return the question this step asks."""
        return ""

    @staticmethod
    def time_needed() -> str:
        """Return how long it takes, in words."""
        return _("about a minute")

    def next_words(self) -> str:
        """Return what stands on the main button."""
        return _("Next")

    def why(self) -> str:
        """Return why we ask; empty hides the question."""
        return ""

    def load(self, strategy: Strategy) -> None:
        """Show what is known already."""

    def answers(self, strategy: Strategy) -> Strategy:
        """Return the strategy with this step's answers in it."""
        return strategy

    def accept(self) -> None:
        """Take what is shown as the owner's answer; called by the main button."""

    def problem(self) -> str:
        """Return what the next step still needs, as a kind sentence, or an empty text."""
        return ""

    def first_field(self) -> QWidget | None:
        """Return where the keyboard should be when the step opens."""
        return None

    def hint(self, text: str) -> QLabel:
        """Return a small explaining label that owners who are at ease do not need to see."""
        made = label(text, "small")
        self._hints.append(made)
        return made

    def suit(self, comfort: Comfort) -> None:
        """Explain as much as this owner wants."""
        for made in self._hints:
            made.setVisible(comfort is not Comfort.AT_EASE)
