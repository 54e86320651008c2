"""Posting by itself in words: how an account stands, what went wrong, what came in."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from socialcoach.core.planning.account import Account
from socialcoach.core.planning.account_state import AccountState, Standing
from socialcoach.services.words.errors import sentences
from socialcoach.services.words.publishing import (
    brought_in_words,
    clock_words,
    kept_words,
    standing_words,
    wait_words,
    why,
)

NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)
BERLIN = ZoneInfo("Europe/Berlin")
ACCOUNT = Account("a", "bluesky", "bsky.social", "rosa.test", "Rosa", NOW, NOW)


@pytest.mark.parametrize(
    ("standing", "ago", "words"),
    [
        (Standing.WORKS, timedelta(minutes=5), "Works. Checked 5 minutes ago."),
        (Standing.UNCHECKED, timedelta(days=9), "Not checked since 13 November."),
        (Standing.SIGN_IN_AGAIN, timedelta(days=1), "It last worked yesterday."),
    ],
)
def test_how_an_account_stands(standing: Standing, ago: timedelta, words: str):
    state = AccountState(replace(ACCOUNT, checked_at=NOW - ago), standing)
    assert standing_words(state, NOW, BERLIN).endswith(words)


@pytest.mark.parametrize("standing", list(Standing))
def test_an_account_never_checked_is_not_called_healthy(standing: Standing):
    if standing is Standing.WORKS:
        return
    words = standing_words(AccountState(replace(ACCOUNT, checked_at=None), standing), NOW, BERLIN)
    assert words in ("Not checked yet.", "Does not work now.")


@pytest.mark.parametrize("code", sorted(sentences()))
def test_every_problem_kept_with_an_account_can_be_said_again(code: str):
    said = why(code, {}, ACCOUNT)
    assert "{" not in said
    assert said.endswith((".", "?"))


def test_why_a_password_is_not_kept_for_good():
    assert kept_words("") == ""
    assert kept_words("secrets.none").startswith("This computer has no password store")
    assert "only until you close SocialCoach" in kept_words("secrets.locked")


@pytest.mark.parametrize(
    ("minutes", "words"),
    [(0, ""), (4, ""), (-4, ""), (5, "5 minutes fast"), (-90, "90 minutes slow")],
)
def test_a_wrong_clock_is_said_only_when_it_matters(minutes: int, words: str):
    assert words in clock_words(minutes)
    assert bool(words) is bool(clock_words(minutes))


def test_a_pause_is_told_in_the_business_own_time():
    until = NOW + timedelta(minutes=20)
    assert wait_words(until, NOW, BERLIN) == "Please try again after 10:20 Berlin time."


def test_a_pause_until_tomorrow_says_so():
    said = wait_words(NOW + timedelta(hours=20), NOW, BERLIN)
    assert said == "Please try again after Monday, 23 November, 06:00 Berlin time."


def test_what_came_in():
    assert "nothing to bring in" in brought_in_words(0, has_new_replies=False)
    assert brought_in_words(2, has_new_replies=False) == (
        "Fresh figures for 2 posts. No new replies."
    )
