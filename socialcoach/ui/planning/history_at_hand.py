"""Joins a draft's earlier texts with the paper: showing them and bringing one back."""

from __future__ import annotations

from functools import partial
from gettext import gettext as _

from PySide6.QtCore import QObject

from socialcoach.core.planning.history import Snapshot
from socialcoach.services.words.moments import ago
from socialcoach.ui.context import AppContext
from socialcoach.ui.planning.desk import Desk
from socialcoach.ui.planning.history_panel import HistoryPanel
from socialcoach.ui.planning.open_draft import OpenDraft
from socialcoach.ui.planning.paper_edits import replace_all
from socialcoach.ui.planning.side import Side


class HistoryAtHand(QObject):
    """Shows the earlier texts of what lies on the paper, and brings one back."""

    def __init__(self, context: AppContext, desk: Desk, draft: OpenDraft, side: Side) -> None:
        super().__init__(desk)
        self._context = context
        self._desk = desk
        self._draft = draft
        self._side = side
        services = context.services
        self._history = services.writing.history
        self._panel = HistoryPanel(
            context.theme,
            lambda moment: ago(moment, services.clock.now(), services.planner.zone()),
        )
        side.add_panel(self._panel)
        desk.tools.history_wanted.connect(self.show)
        draft.kept.connect(self._on_kept)
        self._panel.wanted.connect(self.bring_back)

    def show(self) -> None:
        """Show the earlier texts beside the paper."""
        self._draft.keep_now()
        self._fill()
        self._side.show_panel(self._panel)

    def bring_back(self, snapshot: Snapshot) -> None:
        """Put an earlier text on the paper; what lies there is kept first."""
        post, paper = self._draft.post, self._desk.paper
        if post is None or paper.isReadOnly():
            return
        before = paper.text()
        self._history.keep(post.id, self._desk.in_sight, before)
        replace_all(paper, snapshot.text)
        self._draft.keep_now()
        words = _("Brought back. The words before are among the earlier texts.")
        undo = partial(self._undo, post.id, self._desk.in_sight, before)
        self._context.hub.notice(words, _("Undo"), undo)

    def _undo(self, post_id: int, platform: str, before: str) -> None:
        post = self._draft.post
        if post is not None and (post.id, self._desk.in_sight) == (post_id, platform):
            replace_all(self._desk.paper, before)
            self._draft.keep_now()

    def _on_kept(self) -> None:
        if self._panel.isVisible():
            self._fill()

    def _fill(self) -> None:
        post, paper = self._draft.post, self._desk.paper
        found = self._history.of(post.id, self._desk.in_sight) if post else []
        self._panel.show_history(found, paper.text(), can_change=not paper.isReadOnly())
