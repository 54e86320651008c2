"""What both ways of connecting an account share: one attempt at a time, and how it ended."""

from __future__ import annotations

from collections.abc import Callable
from gettext import gettext as _
from typing import TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget
from shiboken6 import isValid

from socialcoach.core.changes import Changes
from socialcoach.core.errors import UserError
from socialcoach.core.planning.account import Account
from socialcoach.services.planning.publishing.accounts import Connected
from socialcoach.services.planning.publishing.network import NetworkTrouble
from socialcoach.services.words.errors import explain_code
from socialcoach.ui.context import AppContext
from socialcoach.ui.widgets.labels import label

Result = TypeVar("Result")


class SignInForm(QWidget):
    """Runs one step of signing in at a time. Emits ``connected(Connected)`` at the end of the last.

    The form may be closed at any moment; what was begun then ends quietly, and is kept.
    """

    connected = Signal(object)

    def __init__(self, context: AppContext, main: QPushButton) -> None:
        super().__init__()
        self.context = context
        self._main = main
        self._said = label("", "strong")
        self._said.hide()

    @property
    def said(self) -> QWidget:
        """Return where the form says how it goes, to be placed in it."""
        return self._said

    @property
    def is_busy(self) -> bool:
        """Tell whether a step is under way."""
        return not self._main.isEnabled()

    def say(self, words: str) -> None:
        """Say how it goes; nothing takes the words away."""
        self._said.setText(words)
        self._said.setVisible(bool(words))

    def step(self, words: str, work: Callable[[], Result], then: Callable[[Result], None]) -> None:
        """Do ``work`` in the background, saying ``words`` meanwhile."""
        if self.is_busy:
            return
        self._main.setEnabled(False)
        self.say(words)

        def on_done(result: Result) -> None:
            if isValid(self):
                self._main.setEnabled(True)
                self.say("")
                then(result)

        self.context.tasks.run(work, on_done, self._on_error)

    def connect_with(self, sign_in: Callable[[], tuple[Account, str]]) -> None:
        """Do the last step: sign in, and keep the account and its secret."""
        context = self.context

        def work() -> Connected:
            account, secret = sign_in()
            with context.services.in_worker() as own:
                connected = own.publishing.accounts.connect(account, secret)
            context.tasks.report(lambda: context.hub.tell(Changes.ACCOUNTS))
            return connected

        self.step(_("Signing in…"), work, self.connected.emit)

    def _on_error(self, error: Exception) -> None:
        if not isinstance(error, UserError | NetworkTrouble):
            raise error
        if isValid(self):
            self._main.setEnabled(True)
            self.say(explain_code(error.code, error.facts))
