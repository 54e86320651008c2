"""Secrets in a real store for passwords: open, closed, never set up, and not there at all.

Each program runs as the app would on such a computer. What it says is the code of what the owner is
told; a secret that the store does not take is remembered until the program ends, and only there.
"""

from __future__ import annotations

import pytest

from tests.integration.secret_service import SecretService

pytestmark = pytest.mark.integration

BEGIN = """
from socialcoach.core.errors import UserError
from socialcoach.services.secrets import Secrets

secrets = Secrets(patience_s=20)

def said(ask):
    try:
        return ask()
    except UserError as error:
        return error.code
"""
KEEP = """
print("keep", said(lambda: secrets.keep("mastodon:a/1", "s3cret")))
print("find", said(lambda: secrets.find("mastodon:a/1")))
print("for this run", secrets.is_for_this_run("mastodon:a/1"))
"""
AGAIN = """
after = Secrets(patience_s=20)
print("found later", said(lambda: after.find("mastodon:a/1")))
print("forget", said(lambda: after.forget("mastodon:a/1")))
print("found then", said(lambda: after.find("mastodon:a/1")))
"""
LIST_ALL = """
import secretstorage
bus = secretstorage.dbus_init()
print([item.get_label() for item in secretstorage.get_default_collection(bus).get_all_items()])
"""
EVERY_FILE = """
from pathlib import Path
files = [path for path in Path.home().rglob("*") if path.is_file()]
print("in files", [path for path in files if b"s3cret" in path.read_bytes()])
"""


def told(service: SecretService, mode: str, *parts: str) -> list[str]:
    done = service.run(mode, "".join((BEGIN, *parts)))
    assert done.returncode == 0, done.stderr
    assert "s3cret" not in done.stderr
    return done.stdout.splitlines()


def test_an_open_store_keeps_a_secret_and_lets_it_go(secret_service: SecretService) -> None:
    assert told(secret_service, "unlocked", KEEP, AGAIN) == [
        "keep ",
        "find s3cret",
        "for this run False",
        "found later s3cret",
        "forget None",
        "found then None",
    ]


def test_an_open_store_keeps_it_where_only_it_can_read(secret_service: SecretService) -> None:
    lines = told(secret_service, "unlocked", KEEP, EVERY_FILE)
    assert lines[-1] == "in files []"


@pytest.mark.parametrize(
    ("mode", "code"),
    [
        ("locked", "secrets.locked"),
        ("empty", "secrets.not_set_up"),
        ("none", "secrets.none"),
        ("no bus", "secrets.none"),
    ],
)
def test_where_the_store_does_not_take_it_the_secret_is_kept_for_this_run_only(
    secret_service: SecretService, mode: str, code: str
) -> None:
    lines = told(secret_service, mode, KEEP, EVERY_FILE)
    assert lines == [f"keep {code}", "find s3cret", "for this run True", "in files []"]


@pytest.mark.parametrize(
    ("mode", "code"),
    [("locked", "secrets.locked"), ("none", "secrets.none"), ("no bus", "secrets.none")],
)
def test_the_next_run_says_why_a_secret_is_not_to_be_had(
    secret_service: SecretService, mode: str, code: str
) -> None:
    lines = told(secret_service, mode, AGAIN)
    assert lines[0] == f"found later {code}"
    forgotten = "None" if code == "secrets.none" else code
    assert lines[1] == f"forget {forgotten}"


def test_a_server_s_long_secret_survives(secret_service: SecretService) -> None:
    long = 'print(secrets.keep("a", "x" * 5000) == "" and secrets.find("a") == "x" * 5000)'
    assert told(secret_service, "unlocked", long) == ["True"]


def test_the_entry_has_the_name_of_the_app(secret_service: SecretService) -> None:
    lines = told(secret_service, "unlocked", KEEP, LIST_ALL)
    assert "SocialCoach" in lines[-1]
