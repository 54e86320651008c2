"""One network in the list of accounts: which account, how it stands, and what can be done."""

from __future__ import annotations

from collections.abc import Callable
from gettext import gettext as _

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from socialcoach.core.planning.account_state import AccountState, Standing
from socialcoach.core.planning.platform_facts import PlatformFacts
from socialcoach.services.words import publishing as words
from socialcoach.ui.context import AppContext
from socialcoach.ui.widgets.boxes import clear, column, row
from socialcoach.ui.widgets.buttons import Button
from socialcoach.ui.widgets.flow import FlowLayout
from socialcoach.ui.widgets.icon_label import IconLabel
from socialcoach.ui.widgets.labels import label


class AccountRow(QWidget):
    """``state`` is None while no account is connected. Signals say what the owner pressed."""

    sign_in_wanted = Signal()
    check_wanted = Signal()
    bring_in_wanted = Signal()
    disconnect_wanted = Signal()
    kept = Signal()

    def __init__(
        self, context: AppContext, facts: PlatformFacts, state: AccountState | None
    ) -> None:
        super().__init__()
        self._context = context
        self._facts = facts
        self._state = state
        self._words = column(spacing=4)
        self._buttons = FlowLayout()
        stack = column(spacing=8)
        stack.addLayout(self._words)
        stack.addLayout(self._buttons)
        self.setLayout(stack)
        if state is None:
            self._show_unconnected()
        else:
            self._show_account(state)

    def say_busy(self, said: str) -> None:
        """Say what is going on, until the list is drawn anew."""
        for place in range(self._buttons.count()):
            item = self._buttons.itemAt(place)
            button = item.widget() if item is not None else None
            if button is not None:
                button.setEnabled(False)
        self._words.addWidget(label(said, "soft"))

    def _show_unconnected(self) -> None:
        self._words.addWidget(label(self._facts.name, "strong"))
        self._words.addWidget(label(self._facts.what, "small"))
        self._offer(_("Connect"), self.sign_in_wanted.emit)

    def _show_account(self, state: AccountState) -> None:
        account = state.account
        who = _("{platform}: @{handle}").format(platform=self._facts.name, handle=account.handle)
        self._words.addWidget(label(who, "strong"))
        zone, now = self._context.services.planner.zone(), self._context.services.clock.now()
        standing = words.standing_words(state, now, zone)
        works = state.standing is Standing.WORKS
        icon, colour = ("ph.check-circle", "giving") if works else ("ph.warning-circle", "leaning")
        sign = IconLabel(self._context.theme, icon, 18, colour)
        stands = row(sign, label(standing))
        stands.setStretch(1, 1)
        self._words.addLayout(stands)
        for remark in self._remarks(state):
            self._words.addWidget(label(remark, "soft"))
        if works:
            self._offer(_("Bring in likes and replies"), self.bring_in_wanted.emit)
            self._offer(_("Check again"), self.check_wanted.emit, role="link")
        else:
            self._offer_mending(state.standing)
        self._offer(_("Disconnect"), self._ask, role="link")

    def _remarks(self, state: AccountState) -> list[str]:
        wrong = words.why(state.code, {}, state.account) if state.code else ""
        memory = words.for_this_run_words() if state.for_this_run else ""
        return [line for line in (wrong, memory, words.account_clock_words(state.account)) if line]

    def _offer_mending(self, standing: Standing) -> None:
        again = standing is Standing.SIGN_IN_AGAIN
        signal = self.sign_in_wanted if again else self.check_wanted
        self._offer(words.button_words(standing), signal.emit)

    def _offer(self, text: str, action: Callable[[], object], role: str = "") -> None:
        button = Button(text, action, role=role)
        named = _("{button}, {platform}").format(button=text, platform=self._facts.name)
        button.setAccessibleName(named)
        self._buttons.addWidget(button)

    def _ask(self) -> None:
        """Ask once before the password is taken away."""
        clear(self._buttons)
        question = _("Disconnect it? Its password leaves this computer. Your posts stay.")
        self._words.addWidget(label(question, "strong"))
        self._offer(_("Keep it"), self.kept.emit)
        self._offer(_("Yes, disconnect"), self.disconnect_wanted.emit, role="link")
        first = self._buttons.itemAt(0)
        button = first.widget() if first is not None else None
        if button is not None:
            button.show()
            button.setFocus()
