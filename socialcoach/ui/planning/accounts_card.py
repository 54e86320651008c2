"""Settings: the accounts SocialCoach may post through, how each stands, and how to mend it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from gettext import gettext as _
from typing import TypeVar

from socialcoach.core.changes import Changes
from socialcoach.core.planning.account import Account
from socialcoach.core.planning.account_state import AccountState
from socialcoach.services.bundle import Services
from socialcoach.services.planning.publishing.accounts import Checked, Connected
from socialcoach.services.planning.publishing.bringing_in import BroughtIn
from socialcoach.services.words import publishing as words
from socialcoach.ui.context import AppContext
from socialcoach.ui.outcomes import say_failed
from socialcoach.ui.planning.accounts_bluesky import BlueskyForm
from socialcoach.ui.planning.accounts_browser import BrowserForm
from socialcoach.ui.planning.accounts_form import SignInForm
from socialcoach.ui.planning.accounts_row import AccountRow
from socialcoach.ui.progress.panel_place import PanelPlace
from socialcoach.ui.widgets.boxes import Card, clear, column
from socialcoach.ui.widgets.labels import label

Result = TypeVar("Result")


class AccountsCard(Card):
    """Lists the networks SocialCoach can post on by itself. ``refresh`` asks nobody."""

    def __init__(self, context: AppContext) -> None:
        super().__init__(spacing=12)
        self._context = context
        self._services = context.services
        self._rows = column(spacing=16)
        self._place = PanelPlace()
        self._form: SignInForm | None = None
        how = _(
            "You can post from here on these networks. Nothing goes out before you press a button."
        )
        self.add(label(_("Accounts"), "heading"), label(how, "soft"), self._rows, self._place)

    def refresh(self) -> None:
        """Show all networks with what is known of their accounts."""
        clear(self._rows)
        known = self._services.publishing.accounts.states()
        states = {state.account.platform: state for state in known}
        for key, facts in self._services.platforms.items():
            if facts.direct:
                self._rows.addWidget(self._row(key, states.get(key)))

    def sign_in(self, platform: str) -> None:
        """Open the form for a network, filled in where its account is known."""
        state = self._services.publishing.accounts.state_on(platform)
        account = state.account if state is not None else None
        facts = self._services.platforms[platform]
        self._leave_form()
        form = self._form_for(platform, account)
        form.connected.connect(partial(self._on_connected, platform))
        self._form = form
        heading = _("Sign in to {platform} again") if account else _("Connect {platform}")
        self._place.open(heading.format(platform=facts.name), form)

    def _form_for(self, platform: str, account: Account | None) -> SignInForm:
        sign_in = self._services.publishing.sign_ins.get(platform)
        if sign_in is not None:
            return BrowserForm(self._context, sign_in, account)
        return BlueskyForm(self._context, account)

    def _row(self, platform: str, state: AccountState | None) -> AccountRow:
        made = AccountRow(self._context, self._services.platforms[platform], state)
        made.sign_in_wanted.connect(partial(self.sign_in, platform))
        made.kept.connect(self.refresh)
        if state is not None:
            account_id = state.account.id
            made.check_wanted.connect(partial(self._check, made, account_id))
            made.disconnect_wanted.connect(partial(self._disconnect, made, account_id))
            made.bring_in_wanted.connect(partial(self._bring_in, made, platform))
        return made

    def _leave_form(self) -> None:
        if isinstance(self._form, BrowserForm):
            self._form.leave()
        self._form = None

    def _on_connected(self, platform: str, connected: Connected) -> None:
        self._leave_form()
        self._place.close_panel()
        name = self._services.platforms[platform].name
        done = _("Connected: @{handle} on {platform}.").format(
            handle=connected.account.handle, platform=name
        )
        kept = words.kept_words(connected.code)
        self._context.hub.notice(" ".join(filter(None, (done, kept))))

    def _check(self, row: AccountRow, account_id: str) -> None:
        row.say_busy(_("Checking…"))
        self._run(lambda own: own.publishing.accounts.check(account_id), self._on_checked)

    def _on_checked(self, checked: Checked) -> None:
        before, now = checked.was_called, checked.account.handle
        if before:
            self._context.hub.notice(words.renamed_words(before, now))
        self._context.hub.tell(Changes.ACCOUNTS)

    def _disconnect(self, row: AccountRow, account_id: str) -> None:
        row.say_busy(_("Disconnecting…"))
        tell = self._context.hub.tell
        self._run(lambda own: own.publishing.accounts.disconnect(account_id), tell)

    def _bring_in(self, row: AccountRow, platform: str) -> None:
        row.say_busy(_("Bringing in what came back…"))
        self._run(lambda own: own.publishing.bringing_in.run(platform), self._on_brought_in)

    def _on_brought_in(self, came: BroughtIn) -> None:
        said = words.brought_in_words(came.posts, has_new_replies=came.has_new_replies)
        if came.code:
            said = words.why(came.code, came.facts or {}, came.account)
        self._context.hub.notice(said)
        self._context.hub.tell(came.changes | Changes.ACCOUNTS)

    def _run(self, work: Callable[[Services], Result], then: Callable[[Result], object]) -> None:
        def in_worker() -> Result:
            with self._services.in_worker() as own:
                return work(own)

        self._context.tasks.run(in_worker, then, self._on_error)

    def _on_error(self, error: Exception) -> None:
        self._context.hub.tell(Changes.ACCOUNTS)
        say_failed(self._context, error)
