"""Likes and replies come in when the owner asks, into the figures and the inbox."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from socialcoach.core.changes import Changes
from socialcoach.core.errors import UserError
from socialcoach.core.planning.outgoing import FoundReply, FoundResponse
from socialcoach.core.progress.numbers import Numbers
from socialcoach.services.planning.publishing.network import SignInAgain
from socialcoach.storage.progress.numbers import NumberStore
from tests.conftest import Clock
from tests.services.planning.publishing.conftest import Desk

AT = datetime(2026, 11, 22, 10, tzinfo=UTC)
REPLY = FoundReply("bluesky", "r1", "at://key1", "Ann", "ann.test", "Lovely", AT, "https://x.org")


def test_figures_and_replies_come_in(connected: Desk):
    post = connected.post()
    connected.publishing.sending.post_now(post.id, "bluesky")
    entry = connected.entry(post)
    store = NumberStore(connected.database)
    store.put(entry.id, Numbers(views=90, likes=1), AT)
    connected.network.came = [
        FoundResponse("at://key1", 4, 2, 1, (REPLY,)),
        FoundResponse("at://somebody-elses", 900, 9, 9),
    ]
    came = connected.publishing.bringing_in.run("bluesky")
    assert (came.posts, came.has_new_replies, came.code) == (1, True, "")
    assert Changes.NUMBERS | Changes.PEOPLE in came.changes
    assert store.get(entry.id) == Numbers(views=90, likes=4, comments=1, shares=2)
    assert connected.replies == [REPLY]


def test_nothing_is_asked_when_nothing_went_out(connected: Desk):
    connected.network.came = SignInAgain("account.sign_in", server="bsky.social")
    assert connected.publishing.bringing_in.run("bluesky").asked == 0


def test_somebody_who_wrote_by_themselves_comes_in_though_nothing_went_out(connected: Desk):
    connected.network.wrote = [REPLY]
    came = connected.publishing.bringing_in.run("bluesky")
    assert (came.asked, came.has_new_replies) == (0, True)
    assert connected.replies == [REPLY]


def test_who_wrote_long_before_the_account_was_connected_has_had_their_answer(connected: Desk):
    day = timedelta(days=1)
    connected.network.wrote = [
        replace(REPLY, remote_id="recent", wrote_at=AT - 6 * day),
        replace(REPLY, remote_id="old", wrote_at=AT - 8 * day),
    ]
    connected.publishing.bringing_in.run("bluesky")
    assert [one.remote_id for one in connected.replies] == ["recent"]


def test_old_posts_are_left_in_peace(connected: Desk, clock: Clock):
    connected.publishing.sending.post_now(connected.post().id, "bluesky")
    clock.advance(days=91)
    assert connected.publishing.bringing_in.run("bluesky").asked == 0


def test_trouble_is_told_and_shows_at_the_account(connected: Desk):
    connected.publishing.sending.post_now(connected.post().id, "bluesky")
    connected.network.came = SignInAgain("account.sign_in", server="bsky.social")
    came = connected.publishing.bringing_in.run("bluesky")
    assert (came.code, came.changes) == ("account.sign_in", Changes.ACCOUNTS)
    assert connected.publishing.accounts.states()[0].code == "account.sign_in"


def test_without_an_account_there_is_nobody_to_ask(desk: Desk):
    with pytest.raises(UserError):
        desk.publishing.bringing_in.run("bluesky")


def test_an_account_that_answered_is_known_to_work(connected: Desk, clock: Clock):
    connected.publishing.sending.post_now(connected.post().id, "bluesky")
    clock.advance(days=30)
    connected.publishing.bringing_in.run("bluesky")
    assert connected.publishing.accounts.states()[0].account.checked_at == clock.now()
    assert clock.now() - AT > timedelta(days=29)
