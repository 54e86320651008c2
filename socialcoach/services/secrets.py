"""Passwords of accounts: in the system's own store, or for this run only; never in our files."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from typing import TYPE_CHECKING, TypeVar

from socialcoach.core.errors import UserError

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

SERVICE = "SocialCoach"
"""The name under which the system's store lists our entries."""

PATIENCE_S = 60.0
"""How long to wait while the system asks its owner to open the store, in seconds."""

REFUSED_MODULES = ("keyrings.alt", "keyrings.cryptfile", "keyring.backends.null")
"""Stores that write plain text, ask on a terminal nobody sees, or keep nothing at all."""

NONE_MODULE = "keyring.backends.fail"

Answer = TypeVar("Answer")


def password_store() -> str:
    """Return which store this computer offers, as the name of a module.

    ``keyring.backends.fail`` means there is none.
    """
    import keyring

    return type(keyring.get_keyring()).__module__


class Secrets:
    """Keeps one secret per account id. Every call may wait for the owner: call it in a worker.

    One object serves the window and all workers, because it remembers for this run what the
    system's store did not take.
    """

    def __init__(self, patience_s: float = PATIENCE_S) -> None:
        self._patience_s = patience_s
        self._this_run: dict[str, str] = {}

    def keep(self, account_id: str, secret: str) -> str:
        """Keep a secret; return "" or the code of why it is kept for this run only."""
        try:
            self._ask(lambda store: store.set_password(SERVICE, account_id, secret))
        except UserError as error:
            self._this_run[account_id] = secret
            return error.code
        self._this_run.pop(account_id, None)
        return ""

    def find(self, account_id: str) -> str | None:
        """Return the secret, None when there is none.

        Raises ``UserError`` with a code of ``secrets.`` when the store cannot be read.
        """
        if account_id in self._this_run:
            return self._this_run[account_id]
        found: str | None = self._ask(lambda store: store.get_password(SERVICE, account_id))
        return found

    def forget(self, account_id: str) -> None:
        """Take a secret away; it is fine when there is none, or no store.

        Raises ``UserError`` with a code of ``secrets.`` when it may still be in the store.
        """
        self._this_run.pop(account_id, None)
        try:
            self._ask(lambda store: _delete(store, account_id))
        except UserError as error:
            if error.code != "secrets.none":
                raise

    def is_for_this_run(self, account_id: str) -> bool:
        """Tell whether a secret is remembered only until the app is closed; asks no store."""
        return account_id in self._this_run

    def _ask(self, question: Callable[[KeyringBackend], Answer]) -> Answer:
        """Ask the system's store in a thread of its own, for its prompt blocks whoever asks."""
        future: Future[Answer] = Future()

        def work() -> None:
            try:
                future.set_result(question(_usable_store()))
            except Exception as error:  # a stranger's code: whatever it raises, the store failed
                future.set_exception(error)

        threading.Thread(target=work, daemon=True, name="socialcoach-keyring").start()
        try:
            return future.result(self._patience_s)
        except TimeoutError as error:
            raise UserError("secrets.waiting") from error
        except UserError:
            raise
        except Exception as error:
            # "from None": the text of the error could hold what was to be kept.
            raise _explained(error) from None


def _usable_store() -> KeyringBackend:
    """Return the first store that keeps secrets as secrets."""
    import keyring

    for store in _each(keyring.get_keyring()):
        module = type(store).__module__
        plain = "plaintext" in type(store).__name__.casefold()
        if not plain and not module.startswith((*REFUSED_MODULES, NONE_MODULE)):
            return store
    raise UserError("secrets.none")


def _each(store: KeyringBackend) -> Iterator[KeyringBackend]:
    """Yield a store, or the ones in a chain of several."""
    chained = getattr(store, "backends", None)
    yield from chained if isinstance(chained, list) else [store]


def _delete(store: KeyringBackend, account_id: str) -> None:
    """Delete an entry; a store says the same error for a missing one and for one it keeps."""
    import keyring.errors

    try:
        store.delete_password(SERVICE, account_id)
    except keyring.errors.PasswordDeleteError:
        if store.get_password(SERVICE, account_id) is not None:
            raise


def _explained(error: Exception) -> UserError:
    """Return what a store raised as something the owner can act on."""
    from keyring import errors

    known = (
        (errors.KeyringLocked, UserError("secrets.locked")),
        (errors.InitError, UserError("secrets.not_set_up")),
        (errors.NoKeyringError, UserError("secrets.none")),
        (errors.PasswordDeleteError, UserError("secrets.not_forgotten")),
    )
    refused = UserError("secrets.refused")
    return next((said for kind, said in known if isinstance(error, kind)), refused)
