"""Connected accounts: which there are, whether they still work, and the way out again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from socialcoach.core.changes import Changes
from socialcoach.core.errors import UserError
from socialcoach.core.planning.account import Account
from socialcoach.core.planning.account_state import (
    FOR_THIS_RUN,
    WAIT_UNTIL,
    AccountState,
    of_platform,
    state_of,
)
from socialcoach.services.clock import Clock
from socialcoach.services.planning.publishing.network import (
    Health,
    Network,
    NetworkTrouble,
    SignInAgain,
    TryLater,
)
from socialcoach.services.secrets import Secrets
from socialcoach.storage.planning.accounts import Accounts


@dataclass(frozen=True)
class Connected:
    """An account that was just connected; ``code`` says why its secret is kept for this run only.

    An empty ``code`` means that the system's store has it.
    """

    account: Account
    code: str = ""


@dataclass(frozen=True)
class Checked:
    """What a check found. ``code`` and ``facts`` say what is wrong, empty when it works.

    ``was_called`` is the handle it had before, empty when that has not changed.
    """

    account: Account
    code: str = ""
    facts: Mapping[str, object] | None = None
    was_called: str = ""


class AccountKeeper:
    """Keeps accounts, one for each platform, and their secrets in the system's store.

    ``connect``, ``secret_of``, ``check`` and ``disconnect`` may wait for the network or for the
    owner: call them in a worker.
    """

    def __init__(
        self, accounts: Accounts, secrets: Secrets, networks: Mapping[str, Network], clock: Clock
    ) -> None:
        self._accounts = accounts
        self._secrets = secrets
        self._networks = networks
        self._clock = clock

    def states(self) -> list[AccountState]:
        """Return all accounts and how they stand; asks nobody."""
        return [self._state(account) for account in self._accounts.all()]

    def state_on(self, platform: str) -> AccountState | None:
        """Return the account of a platform and how it stands, None when there is none."""
        account = of_platform(self._accounts.all(), platform)
        return self._state(account) if account is not None else None

    def of(self, platform: str) -> Account:
        """Return the account of a platform; raise ``UserError("sending.no_account")`` for none."""
        account = of_platform(self._accounts.all(), platform)
        if account is None:
            raise UserError("sending.no_account")
        return account

    def connect(self, account: Account, secret: str) -> Connected:
        """Keep an account that has just signed in, and its secret.

        Raises ``UserError("account.another")`` when a different account of that platform is
        connected: nobody changes accounts by accident.
        """
        known = of_platform(self._accounts.all(), account.platform)
        if known is not None and known.id != account.id:
            raise UserError("account.another", handle=known.handle, other=account.handle)
        code = self._secrets.keep(account.id, secret)
        kept = replace(
            account,
            connected_at=known.connected_at if known is not None else account.connected_at,
            checked_at=self._clock.now(),
            problem=FOR_THIS_RUN if code else "",
        )
        self._accounts.save(kept)
        return Connected(kept, code)

    def secret_of(self, account: Account) -> str:
        """Return the secret of an account.

        Raises ``SignInAgain`` when there is none, ``UserError`` when the store does not open.
        """
        secret = self._secrets.find(account.id)
        if secret is None:
            trouble = SignInAgain("account.sign_in", server=account.server)
            self.note_trouble(account, trouble)
            raise trouble
        return secret

    def check(self, account_id: str) -> Checked:
        """Ask the server whether an account still works, and keep the answer."""
        account = self._known(account_id)
        try:
            found = self._networks[account.platform].check(account, self.secret_of(account))
        except NetworkTrouble as trouble:
            noted = self.note_trouble(account, trouble)
            return Checked(noted, trouble.code, trouble.facts)
        return self._fine(account, found)

    def note_trouble(self, account: Account, trouble: NetworkTrouble) -> Account:
        """Keep what is wrong with an account; a server that asks for a pause is none of that."""
        if isinstance(trouble, TryLater):
            until = int(trouble.not_before.timestamp())
            noted = replace(account, limits={**account.limits, WAIT_UNTIL: until})
        else:
            noted = replace(account, problem=trouble.code)
        self._accounts.save(noted)
        return noted

    def note_fine(self, account: Account) -> Account:
        """Keep that an account has just been seen to work."""
        limits = {name: limit for name, limit in account.limits.items() if name != WAIT_UNTIL}
        for_this_run = self._secrets.is_for_this_run(account.id)
        noted = replace(
            account,
            checked_at=self._clock.now(),
            problem=FOR_THIS_RUN if for_this_run else "",
            limits=limits,
        )
        self._accounts.save(noted)
        return noted

    def disconnect(self, account_id: str) -> Changes:
        """Forget an account and its secret; what went out stays in the history.

        Raises ``UserError`` with a code of ``secrets.`` when the secret is still in the store; the
        account stays, so that the owner can try again.
        """
        account = self._known(account_id)
        self._secrets.forget(account.id)
        self._accounts.remove(account.id)
        return Changes.ACCOUNTS

    def _fine(self, account: Account, found: Health) -> Checked:
        renamed = account.handle if found.handle != account.handle else ""
        fresh = replace(account, handle=found.handle, name=found.name, limits=dict(found.limits))
        return Checked(self.note_fine(fresh), was_called=renamed)

    def _known(self, account_id: str) -> Account:
        account = self._accounts.get(account_id)
        if account is None:
            raise UserError("account.gone")
        return account

    def _state(self, account: Account) -> AccountState:
        remembered = self._secrets.is_for_this_run(account.id)
        return state_of(account, self._clock.now(), remembered=remembered)
