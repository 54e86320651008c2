"""How an account stands, so that one that no longer works never looks healthy."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum

from socialcoach.core.planning.account import Account

FRESH = timedelta(days=7)
"""After this long without a check nobody knows whether an account still works."""

WAIT_UNTIL = "wait_until"
"""The figure among an account's limits that says until when its server wants to be left alone."""

CLOCK_OFF_MINUTES = "clock_off_minutes"
"""The figure that says how far this computer's clock is ahead of the server's."""

FOR_THIS_RUN = "secrets.for_this_run"
"""The problem code of an account whose secret the computer could not keep."""

NEEDS_SIGN_IN = frozenset({"account.sign_in", "account.two_steps", "account.other", FOR_THIS_RUN})
"""Problems that go away only when the owner signs in again; others may by checking again."""


class Standing(StrEnum):
    """``WORKS`` is said only of what was seen to work lately."""

    WORKS = "works"
    UNCHECKED = "unchecked"
    CHECK_AGAIN = "check_again"
    SIGN_IN_AGAIN = "sign_in_again"


@dataclass(frozen=True)
class AccountState:
    """An account and how it stands; ``code`` says what is wrong, empty for nothing.

    ``for_this_run``: its secret is forgotten when the app is closed.
    """

    account: Account
    standing: Standing
    code: str = ""
    for_this_run: bool = False


def state_of(account: Account, now: datetime, *, remembered: bool) -> AccountState:
    """Judge an account; ``remembered``: its secret is held in memory for this run."""
    if account.problem == FOR_THIS_RUN and remembered:
        return AccountState(account, _age(account, now), for_this_run=True)
    if account.problem in NEEDS_SIGN_IN:
        return AccountState(account, Standing.SIGN_IN_AGAIN, account.problem)
    if account.problem:
        return AccountState(account, Standing.CHECK_AGAIN, account.problem, remembered)
    return AccountState(account, _age(account, now), for_this_run=remembered)


def wait_until(account: Account) -> datetime | None:
    """Return until when the account's server wants to be left alone, in UTC; None for not."""
    seconds = account.limits.get(WAIT_UNTIL, 0)
    return datetime.fromtimestamp(seconds, UTC) if seconds else None


def of_platform(accounts: Iterable[Account], platform: str) -> Account | None:
    """Return the account of a platform; there is one at most."""
    return next((account for account in accounts if account.platform == platform), None)


def _age(account: Account, now: datetime) -> Standing:
    checked = account.checked_at
    is_fresh = checked is not None and now - checked <= FRESH
    return Standing.WORKS if is_fresh else Standing.UNCHECKED
