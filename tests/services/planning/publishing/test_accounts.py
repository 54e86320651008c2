"""Connected accounts: their secrets stay out of our files, and a dead one never looks healthy."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import keyring
import pytest
from keyring.backends.fail import Keyring as NoStore

from socialcoach.core.changes import Changes
from socialcoach.core.errors import UserError
from socialcoach.core.planning.account import Account
from socialcoach.core.planning.account_state import Standing
from socialcoach.services.planning.publishing.network import (
    Health,
    NetworkTrouble,
    NothingSent,
    SignInAgain,
)
from socialcoach.services.secrets import Secrets
from socialcoach.ui.crash import describe
from tests.conftest import Clock
from tests.services.planning.publishing.conftest import Desk

SECRET = "abcd-efgh-ijkl-mnop"
DEAD = SignInAgain("account.sign_in", server="bsky.social")


def test_a_connected_account_works_and_its_secret_is_in_the_store(connected: Desk, rosa: Account):
    (state,) = connected.publishing.accounts.states()
    assert (state.account, state.standing) == (rosa, Standing.WORKS)
    assert keyring.get_password("SocialCoach", rosa.id) == SECRET


@pytest.mark.parametrize("with_store", [True, False])
def test_no_secret_is_in_any_of_our_files(desk: Desk, rosa: Account, with_store: bool):
    if not with_store:
        keyring.set_keyring(NoStore())
    desk.publishing.accounts.connect(rosa, SECRET)
    desk.publishing.sending.post_now(desk.post().id, "bluesky")
    desk.services.keeping.copy_now()
    files = [file for file in desk.services.paths.folder.rglob("*") if file.is_file()]
    assert len(files) > 2
    assert not [file for file in files if SECRET.encode() in file.read_bytes()]


def test_without_a_store_it_works_until_the_app_is_closed(desk: Desk, rosa: Account):
    keyring.set_keyring(NoStore())
    accounts = desk.publishing.accounts
    assert accounts.connect(rosa, SECRET).code == "secrets.none"
    (state,) = accounts.states()
    assert (state.standing, state.for_this_run) == (Standing.WORKS, True)
    assert desk.publishing.sending.post_now(desk.post().id, "bluesky").ending == "out"
    assert accounts.states()[0].for_this_run
    next_run = replace(desk, machinery=replace(desk.machinery, secrets=Secrets()))
    (state,) = next_run.again(desk.database).accounts.states()
    assert (state.standing, state.code) == (Standing.SIGN_IN_AGAIN, "secrets.for_this_run")


def test_an_account_nobody_looked_at_for_a_week_is_not_called_healthy(
    connected: Desk, clock: Clock
):
    clock.advance(days=8)
    (state,) = connected.publishing.accounts.states()
    assert state.standing is Standing.UNCHECKED


@pytest.mark.parametrize(
    ("trouble", "standing"),
    [
        (DEAD, Standing.SIGN_IN_AGAIN),
        (NothingSent("network.unreached", server="bsky.social"), Standing.CHECK_AGAIN),
    ],
)
def test_a_check_that_fails_shows(
    connected: Desk, rosa: Account, trouble: NetworkTrouble, standing: Standing
):
    connected.network.health = trouble
    checked = connected.publishing.accounts.check(rosa.id)
    assert checked.code == trouble.code
    (state,) = connected.publishing.accounts.states()
    assert (state.standing, state.code) == (standing, trouble.code)


def test_a_check_that_works_mends_it(connected: Desk, rosa: Account, clock: Clock):
    connected.network.health = DEAD
    connected.publishing.accounts.check(rosa.id)
    clock.advance(days=30)
    connected.network.health = Health(rosa.handle, "Rosa", {"max_characters": 500})
    assert connected.publishing.accounts.check(rosa.id).code == ""
    (state,) = connected.publishing.accounts.states()
    assert (state.standing, state.account.checked_at) == (Standing.WORKS, clock.now())
    assert state.account.limits == {"max_characters": 500}


def test_a_new_handle_is_told(connected: Desk, rosa: Account):
    connected.network.health = Health("rosas-bakery.example", "Rosa", {})
    checked = connected.publishing.accounts.check(rosa.id)
    assert (checked.was_called, checked.account.handle) == (rosa.handle, "rosas-bakery.example")


def test_another_account_does_not_slip_into_its_place(connected: Desk, rosa: Account):
    with pytest.raises(UserError) as caught:
        connected.publishing.accounts.connect(replace(rosa, id="bluesky:did:plc:eve"), "x")
    assert caught.value.code == "account.another"
    assert keyring.get_password("SocialCoach", "bluesky:did:plc:eve") is None


def test_signing_in_again_mends_it_and_keeps_the_day_it_was_connected(
    connected: Desk, rosa: Account, clock: Clock
):
    connected.network.health = DEAD
    connected.publishing.accounts.check(rosa.id)
    clock.advance(days=3)
    connected.publishing.accounts.connect(replace(rosa, connected_at=clock.now()), "new")
    (state,) = connected.publishing.accounts.states()
    assert state.standing is Standing.WORKS
    assert state.account.connected_at == clock.now() - timedelta(days=3)
    assert keyring.get_password("SocialCoach", rosa.id) == "new"


def test_disconnecting_takes_the_secret_away(connected: Desk, rosa: Account):
    assert connected.publishing.accounts.disconnect(rosa.id) is Changes.ACCOUNTS
    assert connected.publishing.accounts.states() == []
    assert keyring.get_password("SocialCoach", rosa.id) is None


def test_an_account_stays_while_its_secret_cannot_be_taken_away(
    connected: Desk, rosa: Account, monkeypatch: pytest.MonkeyPatch
):
    def refuse(_account_id: str) -> None:
        raise UserError("secrets.locked")

    monkeypatch.setattr(connected.machinery.secrets, "forget", refuse)
    with pytest.raises(UserError):
        connected.publishing.accounts.disconnect(rosa.id)
    assert connected.publishing.accounts.states()


def test_an_account_that_is_gone_cannot_be_checked(desk: Desk):
    with pytest.raises(UserError) as caught:
        desk.publishing.accounts.check("bluesky:did:plc:nobody")
    assert caught.value.code == "account.gone"


def test_no_secret_is_in_a_crash_note(connected: Desk):
    def crash() -> None:
        secret = SECRET
        raise RuntimeError(f"broke while using {secret}")

    connected.network.before = crash
    with pytest.raises(RuntimeError) as caught:
        connected.publishing.sending.post_now(connected.post().id, "bluesky")
    assert SECRET not in describe(caught.value)
