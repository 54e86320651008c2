"""How an account stands is never said better than it is known."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from socialcoach.core.planning.account import Account
from socialcoach.core.planning.account_state import FOR_THIS_RUN, Standing, state_of, wait_until

NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)
ACCOUNT = Account("a", "bluesky", "bsky.social", "rosa.test", "Rosa", NOW, NOW)


@pytest.mark.parametrize(
    ("problem", "remembered", "standing"),
    [
        ("", False, Standing.WORKS),
        ("", True, Standing.WORKS),
        (FOR_THIS_RUN, True, Standing.WORKS),
        (FOR_THIS_RUN, False, Standing.SIGN_IN_AGAIN),
        ("account.sign_in", True, Standing.SIGN_IN_AGAIN),
        ("account.closed", False, Standing.CHECK_AGAIN),
        ("network.unreached", False, Standing.CHECK_AGAIN),
        ("some.code.of.tomorrow", False, Standing.CHECK_AGAIN),
    ],
)
def test_how_an_account_stands(problem: str, remembered: bool, standing: Standing):
    state = state_of(replace(ACCOUNT, problem=problem), NOW, remembered=remembered)
    assert state.standing is standing


@pytest.mark.parametrize("problem", ["", FOR_THIS_RUN])
def test_only_a_fresh_check_makes_it_work(problem: str):
    for checked in (None, NOW - timedelta(days=7, seconds=1)):
        account = replace(ACCOUNT, problem=problem, checked_at=checked)
        assert state_of(account, NOW, remembered=True).standing is Standing.UNCHECKED


def test_a_pause_is_kept_as_a_moment():
    assert wait_until(ACCOUNT) is None
    asked = replace(ACCOUNT, limits={"wait_until": int(NOW.timestamp())})
    assert wait_until(asked) == NOW
