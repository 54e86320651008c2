"""Joins saved endings with the paper: the menu, the panel, and putting one in."""

from __future__ import annotations

from gettext import gettext as _

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QMenu

from socialcoach.core.planning.ending import Ending, insertion
from socialcoach.services.words.writing import already_there
from socialcoach.ui.context import AppContext
from socialcoach.ui.planning.desk import Desk
from socialcoach.ui.planning.endings_menu import EndingActions, endings_menu
from socialcoach.ui.planning.endings_panel import EndingsPanel
from socialcoach.ui.planning.paper_edits import cursor_place, insert, picked_words
from socialcoach.ui.planning.side import Side

ENDINGS_KEY = "Ctrl+E"
"""Opens the menu of endings where the cursor is."""


class EndingsAtHand(QObject):
    """Opens the menu and the panel, and puts endings into the text."""

    def __init__(self, context: AppContext, desk: Desk, side: Side) -> None:
        super().__init__(desk)
        self._context = context
        self._desk = desk
        self._side = side
        self._menu: QMenu | None = None
        self._panel = EndingsPanel(context)
        side.add_panel(self._panel)
        self._panel.wanted.connect(self.put_in)
        desk.tools.endings_wanted.connect(self._show_below_button)

    def show_menu(self) -> None:
        """Open the menu where the cursor is."""
        paper = self._desk.paper
        self._open_menu(paper.viewport().mapToGlobal(paper.cursorRect().bottomLeft()))

    def put_in(self, ending: Ending, at_end: bool) -> None:
        """Let an ending join the text, unless it stands there already."""
        paper = self._desk.paper
        if paper.isReadOnly():
            self._context.hub.notice(_("This post is out, so its words stay as they are."))
            return
        made = insertion(paper.text(), ending, None if at_end else cursor_place(paper))
        if made is None:
            self._context.hub.notice(already_there(ending))
        else:
            insert(paper, made.at, made.text)
        paper.setFocus()

    def show_all(self) -> None:
        """Show all endings beside the paper."""
        self._panel.show_endings(self._desk.picked, self._desk.in_sight)
        self._side.show_panel(self._panel)

    def _show_below_button(self) -> None:
        button = self._desk.tools.endings
        self._open_menu(button.mapToGlobal(QPoint(0, button.height())))

    def _open_menu(self, where: QPoint) -> None:
        if self._menu is not None:
            self._menu.deleteLater()
        endings = self._context.services.writing.endings.for_platform(self._desk.in_sight)
        actions = EndingActions(self.put_in, self._save_picked, self.show_all)
        has_picked = bool(picked_words(self._desk.paper).strip())
        self._menu = endings_menu(self._desk, endings, actions, has_picked=has_picked)
        self._menu.popup(where)

    def _save_picked(self) -> None:
        words = picked_words(self._desk.paper)
        self.show_all()
        self._panel.write_down(words)
