"""Secrets: in the system's store or for this run only, and every way a store can fail is said."""

from __future__ import annotations

import threading

import keyring
import keyring.errors as errors
import pytest
from keyring.backend import KeyringBackend
from keyring.backends.fail import Keyring as NoStore

from socialcoach.core.errors import UserError
from socialcoach.services.secrets import SERVICE, Secrets
from tests.memory_keyring import MemoryKeyring


@pytest.fixture
def store() -> MemoryKeyring:
    """A store that works."""
    made = MemoryKeyring()
    keyring.set_keyring(made)
    return made


@pytest.fixture
def secrets() -> Secrets:
    """What the app asks; it waits one second at most."""
    return Secrets(patience_s=1)


class Failing(MemoryKeyring):
    """A store that raises whatever it is asked."""

    def __init__(self, error: Exception) -> None:
        super().__init__()
        self.error = error

    def get_password(self, service: str, username: str) -> str | None:
        raise self.error

    def set_password(self, service: str, username: str, password: str) -> None:
        raise self.error

    def delete_password(self, service: str, username: str) -> None:
        raise self.error


def test_a_secret_is_kept_found_and_forgotten(secrets: Secrets, store: MemoryKeyring):
    assert secrets.keep("a", "s3cret") == ""
    assert store.secrets == {(SERVICE, "a"): "s3cret"}
    assert secrets.find("a") == "s3cret"
    assert not secrets.is_for_this_run("a")
    secrets.forget("a")
    assert secrets.find("a") is None


def test_forgetting_what_is_not_there_is_fine(secrets: Secrets, store: MemoryKeyring):
    secrets.forget("never kept")


TROUBLES = [
    (errors.KeyringLocked("locked"), "secrets.locked"),
    (errors.InitError("no collection"), "secrets.not_set_up"),
    (errors.NoKeyringError("none"), "secrets.none"),
    (errors.PasswordSetError("denied"), "secrets.refused"),
    (errors.KeyringError("odd"), "secrets.refused"),
    (OSError("bus gone"), "secrets.refused"),
]


@pytest.mark.parametrize(("error", "code"), TROUBLES)
def test_what_the_store_does_not_take_is_remembered_for_this_run(
    secrets: Secrets, error: Exception, code: str
):
    keyring.set_keyring(Failing(error))
    assert secrets.keep("a", "s3cret") == code
    assert secrets.is_for_this_run("a")
    assert secrets.find("a") == "s3cret"
    assert Secrets(patience_s=1).is_for_this_run("a") is False


@pytest.mark.parametrize(("error", "code"), TROUBLES)
def test_a_store_that_cannot_be_read_is_said(secrets: Secrets, error: Exception, code: str):
    keyring.set_keyring(Failing(error))
    with pytest.raises(UserError) as caught:
        secrets.find("a")
    assert caught.value.code == code


def test_a_secret_never_shows_in_an_error(secrets: Secrets):
    keyring.set_keyring(Failing(errors.KeyringError("could not keep s3cret")))
    with pytest.raises(UserError) as caught:
        secrets.find("a")
    assert caught.value.__cause__ is None
    assert caught.value.__suppress_context__
    assert "s3cret" not in repr(caught.value)


def test_a_store_that_keeps_what_it_should_forget_is_said(
    secrets: Secrets, monkeypatch: pytest.MonkeyPatch, store: MemoryKeyring
):
    secrets.keep("a", "s3cret")

    def refuse(_service: str, _name: str) -> None:
        raise errors.PasswordDeleteError("denied")

    monkeypatch.setattr(store, "delete_password", refuse)
    with pytest.raises(UserError) as caught:
        secrets.forget("a")
    assert caught.value.code == "secrets.not_forgotten"


def test_a_computer_without_a_store_has_nothing_to_forget(secrets: Secrets):
    keyring.set_keyring(NoStore())
    assert secrets.keep("a", "s3cret") == "secrets.none"
    secrets.forget("a")
    assert not secrets.is_for_this_run("a")


def test_a_store_that_waits_for_its_owner_does_not_hold_the_app():
    go_on = threading.Event()

    class Asking(MemoryKeyring):
        def get_password(self, service: str, username: str) -> str | None:
            go_on.wait(20)
            return "s3cret"

    keyring.set_keyring(Asking())
    with pytest.raises(UserError) as caught:
        Secrets(patience_s=0.05).find("a")
    go_on.set()
    assert caught.value.code == "secrets.waiting"


def stranger(module: str, name: str) -> KeyringBackend:
    """A store as another package would bring it."""
    kind = type(name, (MemoryKeyring,), {"__module__": module})
    return kind()


@pytest.mark.parametrize(
    ("module", "name"),
    [
        ("keyrings.alt.file", "PlaintextKeyring"),
        ("keyrings.alt.file", "EncryptedKeyring"),
        ("keyrings.cryptfile.cryptfile", "CryptFileKeyring"),
        ("keyring.backends.null", "Keyring"),
        ("somewhere.else", "PlainTextStore"),
    ],
)
def test_stores_that_keep_no_secret_are_not_used(secrets: Secrets, module: str, name: str):
    store = stranger(module, name)
    keyring.set_keyring(store)
    assert secrets.keep("a", "s3cret") == "secrets.none"
    assert store.secrets == {}


def test_of_several_stores_the_first_good_one_is_used(secrets: Secrets):
    class Chain(MemoryKeyring):
        backends = [stranger("keyrings.alt.file", "PlaintextKeyring"), MemoryKeyring()]  # noqa: RUF012

    keyring.set_keyring(Chain())
    assert secrets.keep("a", "s3cret") == ""
    assert Chain.backends[1].secrets == {(SERVICE, "a"): "s3cret"}
