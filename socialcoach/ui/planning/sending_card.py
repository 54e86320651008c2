"""One platform a post can go out on by itself: as whom, the button, and what to do next."""

from __future__ import annotations

from collections.abc import Callable
from gettext import gettext as _

from PySide6.QtCore import Signal

from socialcoach.core.errors import UserError
from socialcoach.core.planning.account_state import AccountState, Standing
from socialcoach.core.planning.outgoing import CHOOSES_READERS
from socialcoach.core.planning.post import Post
from socialcoach.core.planning.publication import Publication, PublicationStatus
from socialcoach.services.words import publishing as words
from socialcoach.services.words.errors import explain
from socialcoach.services.words.handing_over import open_button
from socialcoach.ui.context import AppContext
from socialcoach.ui.planning.sending_choices import SendingChoices
from socialcoach.ui.planning.sending_run import Key, SendingRun
from socialcoach.ui.widgets.boxes import Card, column
from socialcoach.ui.widgets.buttons import Button
from socialcoach.ui.widgets.flow import FlowLayout
from socialcoach.ui.widgets.labels import label, set_property


class SendingCard(Card):
    """Shows where the post stands on the account's platform; ``entry`` is None for nowhere yet.

    ``next_step`` is the button that takes the post further, None while it is on its way.

    Signals: ``post_wanted`` and ``copy_wanted`` with the platform, ``left`` when a failed attempt
    was forgotten.
    """

    post_wanted = Signal(str)
    copy_wanted = Signal(str)
    left = Signal()

    def __init__(
        self,
        context: AppContext,
        run: SendingRun,
        post: Post,
        state: AccountState,
        entry: Publication | None,
    ) -> None:
        super().__init__()
        self._context = context
        self._run = run
        self._post, self._state, self._entry = post, state, entry
        self._platform = context.services.platforms[state.account.platform]
        self._key: Key = (post.id, self._platform.key)
        self.next_step: Button | None = None
        self._words = label("", "soft")
        self._buttons = FlowLayout()
        as_whom = _("As @{handle}").format(handle=state.account.handle)
        self.add(label(self._platform.name, "strong"), label(as_whom, "small"), self._words)
        self._chosen = column()
        self.add(self._chosen, self._buttons)
        self._show()

    def _show(self) -> None:
        busy = self._run.busy_with(self._key)
        if busy is not None:
            self._words.setText(busy.words)
            if busy.watch is not None:
                self._offer(_("Stop"), lambda: self._run.stop(self._key))
        elif self._is(PublicationStatus.SENDING):
            self._show_unsure()
        elif self._state.standing is Standing.SIGN_IN_AGAIN:
            self._warn(words.why(self._state.code, {}, self._state.account))
            self._offer(_("Sign in again"), self._sign_in, leads=True)
            self._offer_copy()
        elif self._is(PublicationStatus.FAILED):
            self._show_failed()
        else:
            self._show_ready()

    def _is(self, status: PublicationStatus) -> bool:
        return self._entry is not None and self._entry.status is status

    def _show_ready(self) -> None:
        said = self._run.said_of(self._key)
        if said:
            self._warn(said)
        else:
            self._words.setText(_("It goes out when you press the button, not before."))
        self._offer_choices()
        self._offer(_("Post now"), self._post_now, leads=True)
        self._offer_copy()

    def _show_failed(self) -> None:
        problem = self._entry.problem if self._entry is not None else ""
        said = self._run.said_of(self._key)
        self._warn(said or words.why(problem, {}, self._state.account))
        self._offer_choices()
        self._offer(_("Try again"), self._post_now, leads=True)
        self._offer(_("Leave it"), self._leave, role="link")
        self._offer_copy()

    def _show_unsure(self) -> None:
        """Offer to look and nothing else: a copy posted by hand might be the second one."""
        said = self._run.said_of(self._key)
        unsure = _("We are not sure whether this went out. Looking sends nothing.")
        self._warn(said or unsure)
        self._offer(_("Look"), self._look, leads=True)

    def _warn(self, said: str) -> None:
        self._words.setText(said)
        set_property(self._words, "role", "")
        set_property(self, "role", "note")

    def _offer(
        self, text: str, action: Callable[[], object], role: str = "", *, leads: bool = False
    ) -> None:
        button = Button(text, action, role=role)
        if leads:
            self.next_step = button
        named = _("{button}, {platform}").format(button=text, platform=self._platform.name)
        button.setAccessibleName(named)
        self._buttons.addWidget(button)

    def _offer_choices(self) -> None:
        if self._platform.key in CHOOSES_READERS:
            form = SendingChoices(self._context.theme, self._run.choices_of(self._key))
            form.chosen.connect(lambda choices: self._run.choose(self._key, choices))
            self._chosen.addWidget(form)

    def _offer_copy(self) -> None:
        wordless = self._context.services.handing_over.is_wordless(self._post, self._platform.key)
        copy = Button(
            open_button(self._platform.name, wordless=wordless),
            lambda: self.copy_wanted.emit(self._platform.key),
            theme=self._context.theme,
            icon=self._platform.icon,
        )
        self._buttons.addWidget(copy)

    def _post_now(self) -> None:
        self.post_wanted.emit(self._platform.key)

    def _look(self) -> None:
        if self._entry is not None:
            self._run.look(self._entry, self._state.account)

    def _sign_in(self) -> None:
        self._context.hub.go_to("settings", ("account", self._platform.key))

    def _leave(self) -> None:
        """Forget the attempt that failed."""
        self._run.forget(self._key)
        try:
            if self._entry is not None:
                self._context.services.publishing.sending.give_up(self._entry.id)
        except UserError as error:
            self._context.hub.notice(explain(error))
        self.left.emit()
