"""The real servers themselves: each starts, answers, and is on this computer only."""

from __future__ import annotations

import httpx
import pytest

from tests.integration.secret_service import SecretService
from tests.integration.servers import Bluesky, Mastodon

pytestmark = [pytest.mark.integration, pytest.mark.network]

KEEP_A_SECRET = """
import keyring
keyring.set_password("shop", "rosa", "s3cret")
print(keyring.get_password("shop", "rosa"))
"""


def sign_in(server: Bluesky, password: str) -> httpx.Response:
    asked = {"identifier": server.accounts[0].handle, "password": password}
    url = f"{server.url}/xrpc/com.atproto.server.createSession"
    return httpx.post(url, json=asked, trust_env=False)


def test_the_bluesky_server_lets_its_accounts_in_by_app_password(bluesky_pds: Bluesky) -> None:
    first, second = bluesky_pds.accounts
    assert (first.handle, second.handle) == ("alice.test", "bob.test")
    assert sign_in(bluesky_pds, first.app_password).json()["did"] == first.did
    assert sign_in(bluesky_pds, "wrong").status_code == 401


def test_the_whole_bluesky_network_also_counts(bluesky_network: Bluesky) -> None:
    url = f"{bluesky_network.appview}/xrpc/app.bsky.feed.getAuthorFeed"
    known, nobody = bluesky_network.accounts[0].did, "nobody.test"
    answer = httpx.get(url, params={"actor": known}, trust_env=False)
    assert answer.status_code == 200, answer.text
    # other tests may have posted by now, each of them as this account
    assert {one["post"]["author"]["did"] for one in answer.json()["feed"]} <= {known}
    assert httpx.get(url, params={"actor": nobody}, trust_env=False).status_code == 400


def test_the_server_that_answers_as_mastodon_knows_its_accounts(mastodon_mock: Mastodon) -> None:
    for account in mastodon_mock.accounts:
        headers = {"Authorization": f"Bearer {account.secret}"}
        url = f"{mastodon_mock.url}/api/v1/accounts/verify_credentials"
        answer = httpx.get(url, headers=headers, trust_env=False)
        assert answer.json()["username"] == account.name


def test_snac_answers_and_has_a_password_for_each_account(snac: Mastodon) -> None:
    answer = httpx.get(f"{snac.url}/api/v1/instance", trust_env=False)
    assert answer.json()["version"].endswith("snac/2.75)") or "snac" in answer.text
    assert all(len(account.password) > 5 for account in snac.accounts)


@pytest.mark.parametrize(
    ("mode", "error"),
    [
        ("unlocked", ""),
        ("locked", "KeyringLocked"),
        ("empty", "InitError"),
        ("none", "NoKeyringError"),
        ("no bus", "NoKeyringError"),
    ],
)
def test_the_password_store_is_as_asked(
    secret_service: SecretService, mode: str, error: str
) -> None:
    done = secret_service.run(mode, KEEP_A_SECRET)
    assert done.stdout.strip() == ("" if error else "s3cret"), done.stderr
    assert error in done.stderr
