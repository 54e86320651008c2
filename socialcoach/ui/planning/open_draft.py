"""The draft on the desk: opening, keeping, judging it, and throwing it away with a way back."""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from gettext import gettext as _
from typing import Protocol

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from socialcoach.core.changes import Changes
from socialcoach.core.errors import UserError
from socialcoach.core.planning.post import Post, PostStatus, Verdict
from socialcoach.core.planning.version import MAIN
from socialcoach.core.progress.writing_time import WritingTime, shared_out
from socialcoach.core.strategy.strategy import Strategy
from socialcoach.core.text import clean
from socialcoach.services.meter.reader import context_of
from socialcoach.services.words.errors import explain
from socialcoach.ui.context import AppContext
from socialcoach.ui.meter.live_reading import LiveReading
from socialcoach.ui.planning.autosave import Autosave
from socialcoach.ui.planning.desk import Desk


class AlsoKept(Protocol):
    """Something else that is typed about the draft and kept with it."""

    @property
    def is_unsaved(self) -> bool:
        """Tell whether something could not be kept yet."""

    def keep_now(self) -> None:
        """Keep at once what is not kept yet."""


class OpenDraft(QObject):
    """Knows which draft is open and keeps it. ``post`` is None when the desk is empty.

    Emits ``opened`` after another draft (or none) is on the desk, ``judged`` after the owner said
    whether it sells or where it goes, and ``kept`` after each write.
    ``page`` is the page all this happens on: it need not be told of its own changes.
    """

    opened = Signal()
    judged = Signal()
    kept = Signal()

    def __init__(self, context: AppContext, desk: Desk, page: QObject) -> None:
        super().__init__(page)
        self._context = context
        self._drafting = context.services.drafting
        self._desk = desk
        self._page = page
        self._live: LiveReading | None = None
        self._autosave = Autosave(self, self._save)
        self._trouble = ""
        self._written = WritingTime()
        self._held = 0
        self._also: AlsoKept | None = None
        self.post: Post | None = None
        self.strategy = Strategy()
        desk.typed.connect(self.touch)
        desk.notes_typed.connect(self.touch)
        desk.platforms_picked.connect(self._keep_platforms)

    def join(self, live: LiveReading) -> None:
        """Keep what ``live`` reads beside the text."""
        self._live = live

    def keep_with(self, also: AlsoKept) -> None:
        """Never leave the draft without ``also``."""
        self._also = also

    @property
    def is_unsaved(self) -> bool:
        """Tell whether words on the paper could not be kept yet."""
        return self._autosave.is_dirty or (self._also is not None and self._also.is_unsaved)

    def open(self, post_id: int) -> None:
        """Put a draft on the desk, unless words that are not kept yet lie there."""
        if self.post is not None and self.post.id == post_id:
            return
        self.leave()
        if self.is_unsaved:
            words = _("The words on the paper are not saved yet, so they stay there.")
            self._context.hub.notice(words)
            self.kept.emit()
            return
        try:
            self.post = self._drafting.draft(post_id)
        except UserError as error:
            self._context.hub.notice(explain(error))
            return
        self._context.services.settings.remember(open_draft=post_id)
        self._desk.say_saved(_("Saved"))
        versions = self._context.services.writing.versions.of_post(self.post)
        self._desk.show_draft(self.post, self.strategy.platform_keys, versions)
        self.opened.emit()

    def open_latest(self, drafts: list[Post]) -> None:
        """Open the draft the owner was at, else the one changed last, else none."""
        known = {draft.id for draft in drafts}
        remembered = self._context.services.settings.load().open_draft
        if remembered in known:
            self.open(remembered)
        elif drafts:
            self.open(drafts[0].id)
        else:
            self.post = None
            self.opened.emit()

    def start(self, text: str = "", idea: str = "") -> None:
        """Begin a draft, on an empty sheet or from a start."""
        draft = self._drafting.new(text, platforms=self.strategy.platform_keys, idea=idea)
        self._context.hub.tell(Changes.DRAFTS, self._page)
        self.open(draft.id)
        self._desk.paper.setFocus()

    def touch(self) -> None:
        """Note that something was typed; it is kept within half a second."""
        self._desk.say_saved(_("Saving…"))
        self._written = self._written.after_key(self._context.services.clock.now())
        self._autosave.touch()

    def keep_now(self) -> None:
        """Keep at once what is not kept yet."""
        self._autosave.now()
        if self._also is not None:
            self._also.keep_now()

    def look_again(self) -> None:
        """Take up what became of the post elsewhere, such as having gone out."""
        if self.post is not None:
            with suppress(UserError):
                self.post = self._drafting.draft(self.post.id)
            self._desk.lock(is_out=self.post.status is PostStatus.OUT)

    def leave(self) -> None:
        """Keep the draft, or drop it when nothing was ever written."""
        self.keep_now()
        if self.post is None or self.is_unsaved:
            return
        self._note_minutes(self.post)
        is_held = self._held == self.post.id
        changes = Changes.NOTHING if is_held else self._drafting.forget_if_empty(self.post.id)
        if changes:
            self.post = None
        self._context.hub.tell(changes, self._page)

    def hold(self, post_id: int) -> None:
        """Do not drop this draft as empty: something is on its way to it; 0 for none."""
        self._held = post_id

    def _note_minutes(self, post: Post) -> None:
        """Note the minutes spent writing under the platforms the post is for."""
        services = self._context.services
        minutes, self._written = self._written.whole_minutes()
        changes, today = Changes.NOTHING, services.planner.today()
        for platform, share in shared_out(minutes, post.platforms).items():
            changes |= services.effort.note_minutes(today, platform, share, "writing")
        self._context.hub.tell(changes, self._page)

    def judge(self, verdict: Verdict | None) -> None:
        """Keep the owner's own word on whether it sells."""
        if self.post is not None:
            self._autosave.now()
            self._changed(self._drafting.keep_verdict(self.post.id, verdict))
            self.judged.emit()
            self._context.tasks.run(self._teach, lambda _done: self._after_teaching())

    def _teach(self) -> None:
        """Let the meter learn from the owner's word; runs in a worker."""
        with self._context.services.in_worker() as own:
            own.corrections.teach(own.reader, context_of(self.strategy))

    def _after_teaching(self) -> None:
        if isValid(self):
            self.judged.emit()

    def throw_away(self, post_id: int) -> None:
        """Throw a draft away; the notice holds the way back."""
        self._autosave.now()
        changes = self._drafting.throw_away(post_id)
        if self.post is not None and self.post.id == post_id:
            self.post = None
        self._context.hub.tell(changes)
        undo = partial(self._bring_back, post_id)
        self._context.hub.notice(_("Draft thrown away."), _("Undo"), undo)

    def throw_away_open(self) -> None:
        """Throw away the draft on the desk."""
        if self.post is not None:
            self.throw_away(self.post.id)

    def _bring_back(self, post_id: int) -> None:
        self._context.hub.tell(self._drafting.bring_back(post_id))
        self.open(post_id)

    def _keep_platforms(self, keys: tuple[str, ...]) -> None:
        if self.post is not None:
            self._changed(self._drafting.keep_platforms(self.post.id, keys))
            self.judged.emit()

    def _save(self) -> bool:
        """Keep text and note; return False, and say so, when that did not work."""
        if self.post is None:
            return True
        try:
            changes = self._keep_words(self.post)
        except UserError as error:
            self._say_not_saved(error)
            return False
        self._trouble = ""
        self._desk.say_saved(_("Saved"))
        self._changed(changes)
        return True

    def _keep_words(self, post: Post) -> Changes:
        text, notes = clean(self._desk.paper.text()), clean(self._desk.notes)
        reading = self._live.reading if self._live else None
        writing = self._context.services.writing
        writing.history.before_keeping(post.id, self._desk.in_sight, text)
        if self._desk.in_sight == MAIN:
            changes = self._drafting.keep_text(post.id, text, reading)
        else:
            changes = writing.versions.keep(post.id, self._desk.in_sight, text, reading)
        return changes | self._drafting.keep_notes(post.id, notes)

    def _say_not_saved(self, error: UserError) -> None:
        """Say why, once; the words stay on the paper and saving is tried again and again."""
        self._desk.say_saved(_("Not saved yet"))
        if error.code != self._trouble:
            self._trouble = error.code
            self._context.hub.notice(explain(error))

    def _changed(self, changes: Changes) -> None:
        if self.post is not None:
            self.post = self._drafting.draft(self.post.id)
        self.kept.emit()
        self._context.hub.tell(changes, self._page)
