"""What helps with writing, joined with the page: endings, earlier texts, spelling, own ideas."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from socialcoach.ui.context import AppContext
from socialcoach.ui.planning.desk import Desk
from socialcoach.ui.planning.endings_at_hand import ENDINGS_KEY, EndingsAtHand
from socialcoach.ui.planning.history_at_hand import HistoryAtHand
from socialcoach.ui.planning.open_draft import OpenDraft
from socialcoach.ui.planning.paper_edits import picked_words
from socialcoach.ui.planning.side import Side
from socialcoach.ui.planning.spelling_at_hand import NEXT_WORD_KEY, SpellingAtHand

HELPERS = ("endings", "history", "spelling")
"""What ``show`` knows."""

IDEA_KEY = "Ctrl+I"
"""Lets the owner write an idea down before it is gone."""


class WritingHelp(QObject):
    """Builds the helpers and knows their keys."""

    def __init__(self, context: AppContext, desk: Desk, draft: OpenDraft, side: Side) -> None:
        super().__init__(desk)
        self._desk, self._side = desk, side
        self._endings = EndingsAtHand(context, desk, side)
        self._history = HistoryAtHand(context, desk, draft, side)
        self._spelling = SpellingAtHand(context, desk, side)

    def keys(self) -> dict[str, Callable[[], None]]:
        """Return what each key leads to."""
        return {
            ENDINGS_KEY: self._endings.show_menu,
            NEXT_WORD_KEY: self._spelling.show_next,
            IDEA_KEY: self._write_idea_down,
        }

    def show(self, name: str) -> None:
        """Show a helper's panel: ``endings``, ``history`` or ``spelling``."""
        panels = {
            "endings": self._endings.show_all,
            "history": self._history.show,
            "spelling": self._spelling.show_panel,
        }
        panels[name]()

    def look_again(self) -> None:
        """Look at the words on the paper anew: others lie there now."""
        self._spelling.look_again()

    def _write_idea_down(self) -> None:
        self._side.write_idea_down(picked_words(self._desk.paper))
