"""The message on the desk: opening, answering, putting aside, and every way back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from gettext import gettext as _

from PySide6.QtCore import QObject, Signal

from socialcoach.core.changes import Changes
from socialcoach.core.errors import UserError
from socialcoach.core.relations.message import Care, Message, Permission
from socialcoach.core.relations.person import Person
from socialcoach.services.words.conversations import platform_name
from socialcoach.services.words.errors import explain
from socialcoach.services.words.replies import copied_sentence, only_copied_sentence
from socialcoach.ui.context import AppContext
from socialcoach.ui.planning.autosave import Autosave
from socialcoach.ui.relations.message_panel import MessagePanel


class OpenMessage(QObject):
    """Knows which message is open and keeps what is typed. ``message`` is None for none.

    Emits ``gone_on`` after the message left its shelf, and ``changed`` after any other write.
    ``page`` need not be told of its own changes.
    """

    gone_on = Signal()
    changed = Signal()

    def __init__(self, context: AppContext, panel: MessagePanel, page: QObject) -> None:
        super().__init__(page)
        self._context = context
        self._talk = context.services.relations.conversations
        self._people = context.services.relations.people
        self._panel, self._page = panel, page
        self._autosave = Autosave(self, self._save)
        self._trouble = ""
        self.message: Message | None = None
        self.person: Person | None = None
        self._connect()

    @property
    def is_unsaved(self) -> bool:
        """Tell whether words could not be kept so far."""
        return self._autosave.is_dirty

    def open(self, message_id: int) -> bool:
        """Show a message, unless words that are not kept yet lie there; return whether it shows."""
        if self.message is not None and self.message.id == message_id:
            return True
        self.keep_now()
        if self.is_unsaved:
            return False
        try:
            self.message = self._talk.message(message_id)
            self.person = self._people.of_message(message_id)
        except UserError as error:
            self.message = None
            self._context.hub.notice(explain(error))
            return False
        self._show()
        return True

    def look_again(self) -> None:
        """Read the open message anew, as after a change elsewhere."""
        if self.message is None or self.is_unsaved:
            return
        try:
            self.message = self._talk.message(self.message.id)
            self.person = self._people.of_message(self.message.id)
        except UserError:
            self.message = None
            return
        self._show()

    def close(self) -> None:
        """Leave the message."""
        self.keep_now()
        if not self.is_unsaved:
            self.message = None

    def keep_now(self) -> None:
        """Keep at once what is not kept yet."""
        self._autosave.now()

    # what the owner does

    def copy_and_open(self) -> None:
        """Put the answer on the clipboard and open the place where it belongs."""
        if self.message is None or not self.message.is_waiting:
            return
        self.keep_now()
        try:
            self._copy_and_open(self.message)
        except UserError as error:
            self._context.hub.notice(explain(error))

    def answered(self) -> None:
        """Note that they have their answer, and go on."""
        text = self._panel.reply_text
        self._move_on(_("Answered."), lambda one: self._talk.answered(one.id, text))

    def done(self) -> None:
        """Note that nothing more is to be done, and go on."""
        self._move_on(_("Done."), lambda one: self._talk.done(one.id))

    def reopen(self) -> None:
        """Put the message back among those who wait."""
        self._move_on(_("Back to waiting."), lambda one: self._talk.reopen(one.id))

    def rest(self) -> None:
        """Put a heated message aside for a moment."""
        words = _("It rests for 20 minutes. Your answer will be calmer for it.")
        self._move_on(words, lambda one: self._talk.rest(one.id))

    def remove(self) -> None:
        """Take the message away; the notice holds the way back."""
        message = self.message
        if message is None:
            return
        self.keep_now()
        message = self._talk.message(message.id)
        self._tell(self._talk.remove(message.id))
        self.message = None
        self._offer_undo(_("Message taken away."), lambda: self._talk.bring_back(message))
        self.gone_on.emit()

    def follow_up(self, day: date | None) -> None:
        """Set the day to come back to it."""
        self._change(lambda one: self._talk.follow_up(one.id, day))

    def judge_care(self, care: Care) -> None:
        """Take the owner's word on whether this one needs care."""
        self._change(lambda one: self._talk.judge_care(one.id, care))

    def correct(self, mood: str, needs: str) -> None:
        """Keep how they sound and what they need."""
        if self.message is not None and (mood, needs.strip()) != (
            self.message.mood,
            self.message.needs,
        ):
            self._change(lambda one: self._talk.correct(one.id, mood, needs))

    def ask_permission(self) -> None:
        """Put the question into the reply box and remember that it was asked."""
        if self.message is None or self.person is None:
            return
        question = self._context.services.relations.praise.question(self.person.name)
        self._panel.insert_reply(question)
        self._change(lambda one: self._talk.permission(one.id, Permission.ASKED))

    def permission(self, allowed: bool) -> None:
        """Note what they said."""
        said = Permission.GIVEN if allowed else Permission.REFUSED
        self._change(lambda one: self._talk.permission(one.id, said))

    def spotlight(self) -> None:
        """Begin a post with their words and open it in Write."""
        if self.message is None or self.person is None:
            return
        praise = self._context.services.relations.praise
        post = praise.start_spotlight(self.message, self.person.name)
        self._context.hub.tell(Changes.DRAFTS | Changes.PEOPLE)
        self._context.hub.go_to("write", post.id)

    # keeping

    def _connect(self) -> None:
        panel = self._panel
        panel.typed.connect(self._touch)
        panel.copy_wanted.connect(self.copy_and_open)
        panel.answered.connect(self.answered)
        panel.done.connect(self.done)
        panel.reopened.connect(self.reopen)
        panel.follow_up.connect(self.follow_up)
        panel.rest_wanted.connect(self.rest)
        panel.care_judged.connect(self.judge_care)
        panel.corrected.connect(self.correct)
        panel.remove_wanted.connect(self.remove)
        panel.ask_wanted.connect(self.ask_permission)
        panel.permission_told.connect(self.permission)
        panel.spotlight_wanted.connect(self.spotlight)

    def _touch(self) -> None:
        self._panel.say_saved(_("Saving…"))
        self._autosave.touch()

    def _save(self) -> bool:
        """Keep the answer and the notes; return False, and say so, when that did not work."""
        if self.message is None or self.person is None:
            return True
        try:
            changes = self._keep_words(self.message, self.person)
        except UserError as error:
            self._panel.say_saved(_("Not saved yet"))
            if error.code != self._trouble:
                self._trouble = error.code
                self._context.hub.notice(explain(error))
            return False
        self._trouble = ""
        self._panel.say_saved(_("Saved"))
        self._tell(changes)
        return True

    def _keep_words(self, message: Message, person: Person) -> Changes:
        changes = self._people.keep_notes(person.id, self._panel.notes)
        if message.is_waiting:
            changes |= self._talk.keep_reply(message.id, self._panel.reply_text)
        return changes

    def _change(self, write: Callable[[Message], Changes]) -> None:
        if self.message is None:
            return
        self.keep_now()
        self._tell(write(self.message))
        self.look_again()
        self.changed.emit()

    def _move_on(self, words: str, write: Callable[[Message], Changes]) -> None:
        if self.message is None:
            return
        self.keep_now()
        before = self._talk.message(self.message.id)
        self._tell(write(before))
        self._offer_undo(words, lambda: self._talk.put_back(before))
        self.gone_on.emit()

    def _offer_undo(self, words: str, undo: Callable[[], Changes]) -> None:
        self._context.hub.notice(words, _("Undo"), lambda: self._context.hub.tell(undo()))

    def _copy_and_open(self, message: Message) -> None:
        text = self._panel.reply_text.strip()
        if not text:
            raise UserError("message.no_reply")
        services = self._context.services
        self._context.desktop.copy_text(text)
        address = services.relations.answers.address(message)
        name = platform_name(message.platform, services.platforms)
        if not address:
            self._context.hub.notice(only_copied_sentence())
        elif not self._context.desktop.open_address(address):
            raise UserError("message.browser", platform=name)
        else:
            self._context.hub.notice(copied_sentence(name))

    def _show(self) -> None:
        if self.message is not None and self.person is not None:
            self._panel.show_message(self.message, self.person)

    def _tell(self, changes: Changes) -> None:
        self._context.hub.tell(changes, self._page)
