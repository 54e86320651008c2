"""Joins the pictures of the open draft with the page: adding, describing, ordering, taking out."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from gettext import gettext as _

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from socialcoach.core.changes import Changes
from socialcoach.core.errors import UserError
from socialcoach.core.planning.picture import Fit, Picture
from socialcoach.core.planning.post import PostStatus
from socialcoach.core.text import clean
from socialcoach.services.words.errors import explain
from socialcoach.services.words.pictures import refused_sentence
from socialcoach.ui.context import AppContext
from socialcoach.ui.planning.autosave import Autosave
from socialcoach.ui.planning.desk import Desk
from socialcoach.ui.planning.open_draft import OpenDraft
from socialcoach.ui.planning.picture_adding import GivenPicture, PictureAdding
from socialcoach.ui.planning.picture_giving import PictureDialog, PictureDrops


class PicturesAtHand(QObject):
    """Knows the pictures of the open draft. Emits ``changed`` when they, or words on them, did."""

    changed = Signal()

    def __init__(self, context: AppContext, desk: Desk, draft: OpenDraft, page: QWidget) -> None:
        super().__init__(page)
        self._context = context
        self._service = context.services.writing.pictures
        self._desk = desk
        self._draft = draft
        self._page = page
        self._current = 0
        self._trouble = ""
        self._autosave = Autosave(self, self._keep_words)
        self._adding = PictureAdding(context, self)
        self.pictures: tuple[Picture, ...] = ()
        draft.keep_with(self)
        self._connect()

    @property
    def is_unsaved(self) -> bool:
        """Tell whether a description could not be kept yet."""
        return self._autosave.is_dirty

    def show_draft(self) -> None:
        """Show the pictures of the draft that is open now."""
        self._autosave.now()
        self._current = 0
        self._show_again()

    def look_again(self) -> None:
        """Take up what became of the pictures elsewhere."""
        if not self.is_unsaved:
            self._show_again()

    def keep_now(self) -> None:
        """Keep at once what was typed about a picture."""
        self._autosave.now()

    def give(self, given: list[GivenPicture]) -> None:
        """Put pictures to the open draft; a new one is begun when none is open."""
        if self._draft.post is None:
            self._draft.start()
        post = self._draft.post
        if post is None or not given:
            return
        if post.status is PostStatus.OUT:
            self._context.hub.notice(_("This post is out, so its pictures stay as they are."))
            return
        self._draft.hold(post.id)
        self._adding.add(post.id, given)

    def fit(self, picture_id: int, platform: str, fit: Fit) -> None:
        """Do something about a picture's shape on one platform, unless the post is out."""
        post = self._draft.post
        if post is None or post.status is PostStatus.OUT:
            self._show_again()
            return
        self._autosave.now()
        self._write(lambda: self._service.fit(picture_id, platform, fit))

    def _connect(self) -> None:
        strip = self._desk.strip
        strip.add_wanted.connect(self._ask)
        strip.stop_wanted.connect(self._adding.stop)
        strip.picked.connect(self._on_picked)
        strip.moved.connect(self._on_moved)
        strip.remove_wanted.connect(self._remove)
        strip.described.connect(self._autosave.touch)
        self._desk.paper.pictures_given.connect(self.give)
        PictureDrops(self._page).given.connect(self.give)
        self._adding.progressed.connect(strip.show_progress)
        self._adding.added.connect(self._on_added)
        self._adding.ended.connect(self._on_ended)

    def _ask(self) -> None:
        dialog = PictureDialog(self._page)
        dialog.given.connect(self.give)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _on_added(self, post_id: int) -> None:
        self._context.hub.tell(Changes.DRAFTS, self._page)
        if self._draft.post is not None and self._draft.post.id == post_id:
            self._autosave.now()
            self._current = self._service.of_post(post_id)[-1].id
            self._show_again()

    def _on_ended(self, errors: list[UserError]) -> None:
        self._draft.hold(0)
        self._desk.strip.show_rest(self.pictures)
        if errors:
            self._context.hub.notice(refused_sentence(errors))

    def _on_picked(self, picture_id: int) -> None:
        self._autosave.now()
        if not self.is_unsaved:
            self._current = picture_id
        self._show_again()

    def _on_moved(self, ids: list[int]) -> None:
        post = self._draft.post
        if post is not None and post.status is not PostStatus.OUT:
            self._write(lambda: self._service.order(post.id, ids))

    def _remove(self, picture_id: int) -> None:
        """Take a picture out; the notice holds the way back."""
        post = self._draft.post
        if post is None or post.status is PostStatus.OUT:
            return
        self._autosave.now()
        if self._write(lambda: self._service.remove(picture_id)):
            undo = partial(self._bring_back, picture_id)
            self._context.hub.notice(_("Picture taken out."), _("Undo"), undo)

    def _bring_back(self, picture_id: int) -> None:
        self._current = picture_id
        self._write(lambda: self._service.bring_back(picture_id))

    def _write(self, step: Callable[[], Changes]) -> bool:
        """Change something, show it and tell the other pages; say why when it does not work."""
        try:
            changes = step()
        except UserError as error:
            self._context.hub.notice(explain(error))
            return False
        self._context.hub.tell(changes, self._page)
        self._show_again()
        return True

    def _keep_words(self) -> bool:
        """Keep the description; return False, and say so once, when that did not work."""
        if not self._current:
            return True
        try:
            changes = self._service.describe(self._current, clean(self._desk.strip.words))
        except UserError as error:
            if error.code != self._trouble:
                self._trouble = error.code
                self._context.hub.notice(explain(error))
            return False
        self._trouble = ""
        self._context.hub.tell(changes, self._page)
        if isValid(self._desk):
            self._show_again()
        return True

    def _show_again(self) -> None:
        post = self._draft.post
        self.pictures = self._service.of_post(post.id) if post is not None else ()
        if self._current not in {picture.id for picture in self.pictures}:
            self._current = 0
        self._desk.show_pictures(self.pictures, self._current)
        self.changed.emit()
