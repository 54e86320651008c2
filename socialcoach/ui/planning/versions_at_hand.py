"""Turning from the main text to a platform's words and back, with nothing typed left behind."""

from __future__ import annotations

from functools import partial
from gettext import gettext as _

from PySide6.QtCore import QObject, Signal

from socialcoach.core.planning.version import MAIN
from socialcoach.services.words.versions import follows_again
from socialcoach.ui.context import AppContext
from socialcoach.ui.planning.desk import Desk
from socialcoach.ui.planning.open_draft import OpenDraft


class VersionsAtHand(QObject):
    """Puts the wanted version of the open draft on the paper. Emits ``shown`` afterwards."""

    shown = Signal()

    def __init__(self, context: AppContext, desk: Desk, draft: OpenDraft) -> None:
        super().__init__(desk)
        self._context = context
        self._versions = context.services.writing.versions
        self._desk = desk
        self._draft = draft
        desk.version_wanted.connect(self.show_version)
        desk.follow_wanted.connect(self._follow)

    def show_version(self, platform: str) -> None:
        """Put a platform's words on the paper, or the main text, once what lies there is kept."""
        self._draft.keep_now()
        if self._draft.is_unsaved:
            words = _("The words on the paper are not saved yet, so they stay there.")
            self._context.hub.notice(words)
            self._desk.keep_tab()
            return
        self._show(platform)

    def _show(self, platform: str) -> None:
        if self._draft.post is not None:
            self._desk.show_version(self._versions.of_post(self._draft.post), platform)
            self.shown.emit()

    def _follow(self) -> None:
        """Let the platform in sight follow the main text again; the notice holds the way back."""
        self._draft.keep_now()
        post, platform = self._draft.post, self._desk.in_sight
        if post is None or platform == MAIN or self._draft.is_unsaved:
            return
        words = self._versions.text_for(post, platform)
        self._context.hub.tell(self._versions.follow(post.id, platform))
        self._show(platform)
        name = self._context.services.platforms[platform].name
        undo = partial(self._bring_back, post.id, platform, words)
        self._context.hub.notice(follows_again(name), _("Undo"), undo)

    def _bring_back(self, post_id: int, platform: str, words: str) -> None:
        self._draft.keep_now()
        self._context.hub.tell(self._versions.keep(post_id, platform, words))
        post = self._draft.post
        if post is not None and post.id == post_id and not self._draft.is_unsaved:
            self._show(platform)
