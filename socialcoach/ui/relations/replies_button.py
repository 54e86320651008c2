"""Looking for replies on the connected networks: when the owner asks, at no other time."""

from __future__ import annotations

from gettext import gettext as _

from shiboken6 import isValid

from socialcoach.core.changes import Changes
from socialcoach.services.planning.publishing.bringing_in import BroughtIn
from socialcoach.services.words import publishing as publishing_words
from socialcoach.services.words.conversations import replies_sentence
from socialcoach.ui.context import AppContext
from socialcoach.ui.outcomes import say_failed
from socialcoach.ui.widgets.buttons import Button


class RepliesButton(Button):
    """Hidden while no account is connected."""

    def __init__(self, context: AppContext) -> None:
        super().__init__(
            _("See who wrote"), self._look, theme=context.theme, icon="ph.arrows-clockwise"
        )
        self._context = context
        self._platforms: tuple[str, ...] = ()
        self.setToolTip(_("Asks the networks you have connected. Nothing is looked up by itself."))

    @property
    def is_of_use(self) -> bool:
        """Tell whether there is an account to ask."""
        return bool(self._platforms)

    def look_again(self) -> None:
        """Read anew which accounts are connected; asks no network."""
        states = self._context.services.publishing.accounts.states()
        self._platforms = tuple(dict.fromkeys(one.account.platform for one in states))

    def _look(self) -> None:
        platforms, services = self._platforms, self._context.services
        self.setEnabled(False)

        def work() -> list[BroughtIn]:
            with services.in_worker() as own:
                return [own.publishing.bringing_in.run(one) for one in platforms]

        self._context.tasks.run(work, self._on_found, self._on_failed)

    def _on_found(self, found: list[BroughtIn]) -> None:
        if isValid(self):
            self.setEnabled(True)
        troubles = [
            publishing_words.why(one.code, one.facts or {}, one.account)
            for one in found
            if one.code
        ]
        is_new = any(one.has_new_replies for one in found)
        said = replies_sentence(is_new=is_new) if is_new or not troubles else ""
        self._context.hub.notice(" ".join(filter(None, (said, *troubles))))
        changes = Changes.ACCOUNTS
        for one in found:
            changes |= one.changes
        self._context.hub.tell(changes)

    def _on_failed(self, error: Exception) -> None:
        if isValid(self):
            self.setEnabled(True)
        self._context.hub.tell(Changes.ACCOUNTS)
        say_failed(self._context, error)
