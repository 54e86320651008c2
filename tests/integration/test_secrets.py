"""Secrets beside a real store for passwords, in every state an owner's computer may be in."""

from __future__ import annotations

import pytest

from tests.integration.secret_service import Mode, SecretService

pytestmark = [pytest.mark.integration, pytest.mark.network]

KEEP_AND_FIND = """
from socialcoach.core.errors import UserError
from socialcoach.services.secrets import Secrets

first = Secrets(patience_s=20)
print("kept:", first.keep("bluesky:did:plc:rosa", "s3cret") or "for good")
print("found:", first.find("bluesky:did:plc:rosa"))
try:
    print("next run:", Secrets(patience_s=20).find("bluesky:did:plc:rosa"))
except UserError as error:
    print("next run:", error.code)
try:
    first.forget("bluesky:did:plc:rosa")
    print("forgotten:", first.find("bluesky:did:plc:rosa"))
except UserError as error:
    print("forgotten:", error.code)
"""


@pytest.mark.parametrize(
    ("mode", "kept", "next_run"),
    [
        (Mode.UNLOCKED, "for good", "s3cret"),
        (Mode.LOCKED, "secrets.locked", "secrets.locked"),
        (Mode.EMPTY, "secrets.not_set_up", "secrets.not_set_up"),
        (Mode.NONE, "secrets.none", "secrets.none"),
        (Mode.NO_BUS, "secrets.none", "secrets.none"),
    ],
)
def test_a_secret_is_kept_where_it_can_be_and_else_for_this_run(
    secret_service: SecretService, mode: Mode, kept: str, next_run: str
) -> None:
    done = secret_service.run(mode, KEEP_AND_FIND)
    assert done.returncode == 0, done.stderr
    said = dict(line.split(": ", 1) for line in done.stdout.splitlines() if ": " in line)
    assert (said["kept"], said["found"], said["next run"]) == (kept, "s3cret", next_run)
    assert "s3cret" not in done.stderr
