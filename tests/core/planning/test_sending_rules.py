"""What may go out: the text, the pictures, the account, and the moment."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from socialcoach.core.errors import UserError
from socialcoach.core.planning.account import Account
from socialcoach.core.planning.outgoing import OutgoingPicture, OutgoingPost
from socialcoach.core.planning.publication import Publication, PublicationStatus
from socialcoach.core.planning.sending import (
    current,
    refuse_other_account,
    refuse_unless_free,
    refuse_what_cannot_go,
    refuse_while_waiting,
)
from tests.worlds import bundled

NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)
ACCOUNT = Account("bluesky:a", "bluesky", "bsky.social", "rosa.test", "Rosa", NOW, NOW)
ENTRY = Publication(1, 1, "bluesky", PublicationStatus.PLANNED, NOW, "Bread")
PICTURE = OutgoingPicture(Path("a.jpg"), "image/jpeg", "", 10, 10)


def refusal(
    post: OutgoingPost, platform: str = "bluesky", sizes: tuple[int, ...] = (), **limits: int
) -> str:
    """Return why a post cannot go, empty when it can."""
    try:
        refuse_what_cannot_go(post, sizes, bundled().platforms[platform], limits)
    except UserError as error:
        return error.code
    return ""


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "handover.empty"),
        (" \n", "handover.empty"),
        ("x" * 300, ""),
        ("x" * 301, "sending.too_long"),
        ("👨‍👩‍👧‍👦" * 120, ""),
        ("👨‍👩‍👧‍👦" * 121, "sending.too_many_bytes"),
        ("a\x00b", "sending.text"),
    ],
)
def test_texts(text: str, code: str):
    assert refusal(OutgoingPost(text)) == code


@pytest.mark.parametrize(
    ("sizes", "code"),
    [
        ((1, 1, 1, 1), ""),
        ((1, 1, 1, 1, 1), "sending.too_many_pictures"),
        ((1_000_000,), ""),
        ((1_000_001,), "sending.picture_too_large"),
        ((1, 0), "sending.picture_empty"),
    ],
)
def test_pictures(sizes: tuple[int, ...], code: str):
    post = OutgoingPost("Bread", (PICTURE,) * len(sizes))
    assert refusal(post, sizes=sizes) == code


def test_a_picture_alone_is_enough():
    assert refusal(OutgoingPost("", (PICTURE,)), sizes=(5,)) == ""


@pytest.mark.parametrize(
    ("length", "warning", "limits", "code"),
    [
        (500, "", {}, ""),
        (501, "", {}, "sending.too_long"),
        (501, "", {"max_characters": 1000}, ""),
        (998, "Food", {"max_characters": 1000}, "sending.too_long"),
        (996, "Food", {"max_characters": 1000}, ""),
        (497, "Food", {}, "sending.too_long"),
    ],
)
def test_the_accounts_own_server_has_the_last_word_and_a_warning_counts(
    length: int, warning: str, limits: dict[str, int], code: str
):
    assert refusal(OutgoingPost("x" * length, warning=warning), "mastodon", **limits) == code


def test_the_latest_entry_stands_for_the_platform():
    later = replace(ENTRY, id=2)
    assert current([ENTRY, later, replace(ENTRY, platform="x")], "bluesky") == later
    assert current([], "bluesky") is None


@pytest.mark.parametrize("status", list(PublicationStatus))
def test_only_what_is_surely_not_out_is_free(status: PublicationStatus):
    refuse_unless_free(None)
    entry = replace(ENTRY, status=status)
    if status in (PublicationStatus.PLANNED, PublicationStatus.FAILED):
        refuse_unless_free(entry)
    else:
        with pytest.raises(UserError):
            refuse_unless_free(entry)


def test_what_was_begun_through_another_account_is_refused():
    refuse_other_account(None, ACCOUNT)
    refuse_other_account(ENTRY, ACCOUNT)
    refuse_other_account(replace(ENTRY, account_id="bluesky:a"), ACCOUNT)
    with pytest.raises(UserError):
        refuse_other_account(replace(ENTRY, account_id="bluesky:b"), ACCOUNT)


def test_a_pause_holds_until_its_end():
    waiting = replace(ACCOUNT, limits={"wait_until": int(NOW.timestamp())})
    refuse_while_waiting(ACCOUNT, NOW)
    refuse_while_waiting(waiting, NOW)
    with pytest.raises(UserError):
        refuse_while_waiting(waiting, NOW - timedelta(seconds=1))
