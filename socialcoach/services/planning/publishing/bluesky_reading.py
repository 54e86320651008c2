"""Reading what Bluesky says of posts: likes, reposts and replies. Odd entries are passed over."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import Any

from socialcoach.core.planning.outgoing import FoundReply, FoundResponse

MOST_REPLIES = 200
"""Replies read under one post; more is a crowd, and nobody answers them one by one."""

WRITTEN = ("mention", "reply", "quote")
"""Why somebody is told of a post: those in which others speak to them (docs.bsky.app)."""

LONGEST_REPLY = 3_000
_DEEPEST = 20


def post_link(did: str, record_key: str) -> str:
    """Return the page of a post; by the lasting identity, so that a new handle breaks nothing."""
    return f"https://bsky.app/profile/{did}/post/{record_key}"


def split_address(address: str) -> tuple[str, str]:
    """Return (DID, key) of ``at://did/app.bsky.feed.post/key``, two empty texts for all else."""
    parts = address.removeprefix("at://").split("/")
    if not address.startswith("at://did:") or len(parts) != 3:
        return "", ""
    return (parts[0], parts[2]) if parts[1] == "app.bsky.feed.post" else ("", "")


def responses(body: Mapping[str, Any]) -> list[FoundResponse]:
    """Return the counts of each post in an answer of ``getPosts``, without the replies."""
    return [
        FoundResponse(
            remote_id=str(post["uri"]),
            likes=_count(post.get("likeCount")),
            reposts=_count(post.get("repostCount")) + _count(post.get("quoteCount")),
            reply_count=_count(post.get("replyCount")),
        )
        for post in _objects(body.get("posts"))
        if isinstance(post.get("uri"), str)
    ]


def replies(body: Mapping[str, Any], about: str, own_did: str) -> tuple[FoundReply, ...]:
    """Return what others wrote under a post, from an answer of ``getPostThread``."""
    thread = body.get("thread")
    found = _replies(thread if isinstance(thread, dict) else {}, 0)
    kept = {reply.remote_id: reply for post in found if (reply := _reply(post, about, own_did))}
    return tuple(kept.values())[:MOST_REPLIES]


def written_to(body: Mapping[str, Any], own_did: str, since: datetime) -> list[FoundReply]:
    """Return what others wrote to an account, from an answer of ``listNotifications``."""
    written = [
        one
        for one in _objects(body.get("notifications"))
        if one.get("reason") in WRITTEN and (_moment(one.get("indexedAt")) or since) >= since
    ]
    found = (_reply(one, _text(one.get("reasonSubject")), own_did) for one in written)
    return [reply for reply in found if reply is not None]


def goes_further_back(body: Mapping[str, Any], since: datetime) -> bool:
    """Tell whether the last notice of a page is younger, so that the next page matters, too."""
    notices = _objects(body.get("notifications"))
    last = _moment(notices[-1].get("indexedAt")) if notices else None
    return last is not None and last >= since


def _replies(thread: Mapping[str, Any], depth: int) -> Iterator[Mapping[str, Any]]:
    """Yield the posts below a post, however the thread branches."""
    if depth > _DEEPEST:
        return
    for node in _objects(thread.get("replies")):
        post = node.get("post")
        if isinstance(post, dict):
            yield post
        yield from _replies(node, depth + 1)


def _reply(post: Mapping[str, Any], about: str, own_did: str) -> FoundReply | None:
    author, record = post.get("author"), post.get("record")
    address = post.get("uri")
    if not (isinstance(author, dict) and isinstance(record, dict) and isinstance(address, str)):
        return None
    did, key = split_address(address)
    wrote_at = _moment(record.get("createdAt")) or _moment(post.get("indexedAt"))
    if not key or did == own_did or wrote_at is None:
        return None
    handle = _text(author.get("handle"))
    return FoundReply(
        platform="bluesky",
        remote_id=address,
        about_remote_id=about,
        name=_text(author.get("displayName")) or handle,
        handle=handle,
        text=_text(record.get("text"))[:LONGEST_REPLY],
        wrote_at=wrote_at,
        link=post_link(did, key),
    )


def _objects(value: object) -> list[dict[str, Any]]:
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []


def _count(value: object) -> int:
    return value if isinstance(value, int) and value > 0 else 0


def _text(value: object) -> str:
    return value.replace("\0", "").strip() if isinstance(value, str) else ""


def _moment(value: object) -> datetime | None:
    """Return a time with its zone, in UTC; None for what is no time."""
    try:
        moment = datetime.fromisoformat(value) if isinstance(value, str) else None
        return moment.astimezone(UTC) if moment is not None and moment.tzinfo else None
    except (ValueError, OverflowError):
        return None
