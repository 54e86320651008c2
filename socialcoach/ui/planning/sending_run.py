"""Posts on their way out in the background, however often the cards on screen change meanwhile."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from gettext import gettext as _

from PySide6.QtCore import QObject, Signal

from socialcoach.core.changes import Changes
from socialcoach.core.errors import UserError
from socialcoach.core.planning.account import Account
from socialcoach.core.planning.outgoing import Choices
from socialcoach.core.planning.publication import Publication
from socialcoach.core.planning.sending import Ending, Outcome
from socialcoach.services.bundle import Services
from socialcoach.services.planning.publishing.sending import Stage, Watch
from socialcoach.services.words import publishing as words
from socialcoach.services.words.errors import explain
from socialcoach.ui.context import AppContext

Key = tuple[int, str]
"""The post's id and the platform's key."""


@dataclass(frozen=True)
class Busy:
    """What is going on for one post on one platform; ``watch`` is there while it can be stopped."""

    words: str
    watch: Watch | None = None


class SendingRun(QObject):
    """Sends and looks up. ``moved(post_id)`` tells that something new can be shown."""

    moved = Signal(int)

    def __init__(self, context: AppContext, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._busy: dict[Key, Busy] = {}
        self._said: dict[Key, str] = {}
        self._choices: dict[Key, Choices] = {}

    def busy_with(self, key: Key) -> Busy | None:
        """Return what is going on there, None for nothing."""
        return self._busy.get(key)

    def said_of(self, key: Key) -> str:
        """Return what went wrong there last, in this run; empty for nothing."""
        return self._said.get(key, "")

    def choices_of(self, key: Key) -> Choices:
        """Return what the owner chose for a post there."""
        return self._choices.get(key) or self._context.services.writing.readers.of(*key)

    def choose(self, key: Key, choices: Choices) -> None:
        """Keep what the owner chose; where that does not work, it holds while the app runs."""
        self._choices[key] = choices
        try:
            self._context.services.writing.readers.choose(*key, choices)
        except UserError as error:
            self._tell(key, explain(error))

    def post_now(self, post_id: int, account: Account) -> None:
        """Send a post."""
        key = (post_id, account.platform)
        watch = Watch(lambda stage: self._report(key, stage))

        choices = self.choices_of(key)

        def send(own: Services) -> Outcome:
            return own.publishing.sending.post_now(*key, watch, choices)

        self._run(key, account, send, Busy(_("Asking your computer for the password…"), watch))

    def look(self, entry: Publication, account: Account) -> None:
        """Look whether a post whose answer was lost is out."""
        key = (entry.post_id, entry.platform)
        looking = _("Looking on {platform}…").format(platform=self._name(key))
        self._run(key, account, lambda own: own.publishing.sending.look(entry.id), Busy(looking))

    def stop(self, key: Key) -> None:
        """Stop what has not reached the server yet."""
        busy = self._busy.get(key)
        if busy is not None and busy.watch is not None:
            busy.watch.stop()

    def forget(self, key: Key) -> None:
        """Say no more of what went wrong there."""
        self._said.pop(key, None)

    def _run(
        self, key: Key, account: Account, work: Callable[[Services], Outcome], busy: Busy
    ) -> None:
        if key in self._busy:
            return
        self.forget(key)
        self._busy[key] = busy

        def in_worker() -> Outcome:
            with self._context.services.in_worker() as own:
                return work(own)

        self._context.tasks.run(
            in_worker,
            lambda outcome: self._on_outcome(key, account, outcome),
            lambda error: self._on_error(key, error),
        )
        self.moved.emit(key[0])

    def _report(self, key: Key, stage: Stage) -> None:
        """Called by the worker."""
        if stage is Stage.SENDING:
            self._context.tasks.report(lambda: self._show_sending(key))

    def _show_sending(self, key: Key) -> None:
        if key in self._busy:
            sending = _("Sending to {platform}…").format(platform=self._name(key))
            self._busy[key] = Busy(sending)
            self.moved.emit(key[0])

    def _on_outcome(self, key: Key, account: Account, outcome: Outcome) -> None:
        self._busy.pop(key, None)
        changes = Changes.DRAFTS | Changes.ACCOUNTS
        if outcome.ending is Ending.OUT:
            changes |= Changes.FEED
            link = outcome.publication.permalink
            said = words.out_words(outcome, self._name(key))
            self._context.hub.notice(said, _("See it"), lambda: self._see(link))
        else:
            self._tell(key, self._trouble_words(account, outcome))
        self._context.hub.tell(changes)
        self.moved.emit(key[0])

    def _on_error(self, key: Key, error: Exception) -> None:
        """Say what keeps the post from going out; anything else is a bug and is raised."""
        self._busy.pop(key, None)
        if isinstance(error, UserError):
            self._tell(key, self._refusal_words(error))
        self.moved.emit(key[0])
        if not isinstance(error, UserError):
            raise error

    def _refusal_words(self, error: UserError) -> str:
        until = error.facts.get("until")
        if not isinstance(until, datetime):
            return explain(error)
        return f"{explain(error)} {self._wait_words(until)}"

    def _tell(self, key: Key, said: str) -> None:
        self._said[key] = said
        self._context.hub.notice(said)

    def _trouble_words(self, account: Account, outcome: Outcome) -> str:
        said = words.why(outcome.code, outcome.facts, account)
        if outcome.until is None:
            return said
        return f"{said} {self._wait_words(outcome.until)}"

    def _wait_words(self, until: datetime) -> str:
        services = self._context.services
        return words.wait_words(until, services.clock.now(), services.planner.zone())

    def _see(self, link: str) -> None:
        self._context.desktop.open_address(link)

    def _name(self, key: Key) -> str:
        return self._context.services.platforms[key[1]].name
