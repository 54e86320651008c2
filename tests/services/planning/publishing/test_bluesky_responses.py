"""Reading back from Bluesky: counts, and what others wrote; odd answers do no harm."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from socialcoach.core.planning.account import Account
from socialcoach.core.planning.outgoing import FoundResponse
from socialcoach.services.planning.publishing.bluesky import Bluesky
from socialcoach.services.planning.publishing.bluesky_reading import replies, responses
from socialcoach.services.planning.publishing.network import NothingSent
from tests.services.planning.publishing.fake_bluesky import DID, PASSWORD, FakeBluesky, said

POST = f"at://{DID}/app.bsky.feed.post/one"


def counted(address: str = POST, **counts: int) -> dict[str, Any]:
    """A post with its counts, as the server words it."""
    return {"uri": address, **counts}


def reply(did: str, key: str, text: str = "Lovely") -> dict[str, Any]:
    """A reply, as the server words it."""
    return {
        "uri": f"at://{did}/app.bsky.feed.post/{key}",
        "author": {"handle": "ann.test", "displayName": "Ann"},
        "record": {"text": text, "createdAt": "2026-11-22T10:00:00.000Z"},
    }


def test_counts_and_replies_come_back(bluesky: Bluesky, server: FakeBluesky, rosa: Account):
    server.posts = [counted(likeCount=3, repostCount=1, quoteCount=1, replyCount=2)]
    inner = {"post": reply("did:plc:bob", "k2", "And when?")}
    own = {"post": reply(DID, "k3", "Tomorrow")}
    server.threads[POST] = {
        "post": {},
        "replies": [{"post": reply("did:plc:ann", "k1"), "replies": [inner, own]}],
    }
    (found,) = bluesky.responses(rosa, PASSWORD, [POST])
    assert (found.likes, found.reposts, found.reply_count) == (3, 2, 2)
    assert [(one.text, one.name) for one in found.replies] == [
        ("Lovely", "Ann"),
        ("And when?", "Ann"),
    ]
    assert found.replies[0].wrote_at == datetime(2026, 11, 22, 10, tzinfo=UTC)
    assert found.replies[0].link == "https://bsky.app/profile/did:plc:ann/post/k1"
    assert found.replies[0].about_remote_id == POST


def test_posts_without_replies_cost_no_question_each(
    bluesky: Bluesky, server: FakeBluesky, rosa: Account
):
    server.posts = [counted(likeCount=1)]
    bluesky.responses(rosa, PASSWORD, [f"{POST}{n}" for n in range(30)])
    assert (server.calls("getPosts"), server.calls("getPostThread")) == (2, 0)


def test_a_server_that_counts_nothing_sends_us_to_where_anybody_may_read(
    bluesky: Bluesky, server: FakeBluesky, rosa: Account
):
    def only_in_public(request: httpx.Request) -> httpx.Response:
        if request.url.host != "public.api.bsky.app":
            return said(400, "InvalidRequest")
        assert "authorization" not in request.headers
        return httpx.Response(200, json={"posts": [counted(likeCount=5)]})

    server.faults["getPosts"] = only_in_public
    assert bluesky.responses(rosa, PASSWORD, [POST]) == [FoundResponse(POST, 5, 0, 0)]


def test_a_post_deleted_meanwhile_keeps_its_counts(
    bluesky: Bluesky, server: FakeBluesky, rosa: Account
):
    server.posts = [counted(replyCount=1)]
    assert bluesky.responses(rosa, PASSWORD, [POST])[0].replies == ()


def test_trouble_is_told_and_not_taken_for_no_likes(
    bluesky: Bluesky, server: FakeBluesky, rosa: Account
):
    server.faults["getPosts"] = lambda _request: said(500, "Oops")
    with pytest.raises(NothingSent) as caught:
        bluesky.responses(rosa, PASSWORD, [POST])
    assert caught.value.code == "network.trouble"


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                [
                    "uri",
                    "author",
                    "record",
                    "replies",
                    "post",
                    "createdAt",
                    "likeCount",
                    "posts",
                    "thread",
                ]
            ),
            inner,
            max_size=5,
        )
    ),
    max_leaves=25,
)


@given(st.dictionaries(st.sampled_from(["posts", "thread"]), json_values))
def test_whatever_a_server_says_nothing_breaks(body: dict[str, Any]):
    responses(body)
    replies(body, POST, DID)


def test_a_thread_without_end_is_left_at_some_depth():
    thread: dict[str, Any] = {"post": reply("did:plc:ann", "last"), "replies": []}
    for depth in range(300):
        thread = {"post": reply("did:plc:ann", f"k{depth}"), "replies": [thread]}
    assert 0 < len(replies({"thread": thread}, POST, DID)) < 30
