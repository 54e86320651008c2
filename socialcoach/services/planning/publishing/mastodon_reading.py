"""Reading what a Mastodon server says of accounts and posts. Odd entries are passed over.

Field names: docs.joinmastodon.org, entities Account and Status (checked 2026-11-22).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urlsplit

from socialcoach.core.planning.mastodon_text import plain_text
from socialcoach.core.planning.outgoing import FoundReply, FoundResponse, Sent

MOST_REPLIES = 200
"""Replies read under one post; more is a crowd, and nobody answers them one by one."""

LONGEST_REPLY = 3_000
LONGEST_NAME = 200


def own_id(account: Mapping[str, Any]) -> str:
    """Return the server's own id of an account, empty when the answer is none."""
    return word(account, "id")


def word(entry: Mapping[str, Any], name: str) -> str:
    """Return a field that is a text, or a number that some servers send for one; else nothing."""
    value = entry.get(name)
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    return value if isinstance(value, str) else ""


def shown_name(account: Mapping[str, Any]) -> str:
    """Return the name people see, or the short one where there is none."""
    return (word(account, "display_name").strip() or word(account, "username"))[:LONGEST_NAME]


def handle(account: Mapping[str, Any], domain: str) -> str:
    """Return a name with the server it is on: ``rosa@mastodon.social``."""
    name = word(account, "acct") or word(account, "username")
    return (name if "@" in name else f"{name}@{domain}")[:LONGEST_NAME]


def moment(entry: Mapping[str, Any]) -> datetime | None:
    """Return when something was written, in UTC; None when that cannot be read."""
    try:
        found = datetime.fromisoformat(word(entry, "created_at"))
    except ValueError:
        return None
    return found.astimezone(UTC) if found.tzinfo else found.replace(tzinfo=UTC)


def link(status: Mapping[str, Any]) -> str:
    """Return the page of a post; empty for anything that is not a web address."""
    for name in ("url", "uri"):
        address = word(status, name)
        if is_web_address(address):
            return address
    return ""


def is_web_address(address: str) -> bool:
    """Tell whether an address is one a browser may open."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return parts.scheme in ("https", "http") and bool(parts.hostname) and len(address) <= 2_000


def sent(status: Mapping[str, Any], now: datetime, clock_off_minutes: int = 0) -> Sent | None:
    """Return a post that is out, None when the answer is no post."""
    remote_id = word(status, "id")
    if not remote_id or not isinstance(status.get("account"), dict):
        return None
    return Sent(remote_id, link(status), moment(status) or now, clock_off_minutes)


def response(status: Mapping[str, Any]) -> FoundResponse:
    """Return what a post brought, without the replies themselves."""
    return FoundResponse(
        remote_id=word(status, "id"),
        likes=_count(status.get("favourites_count")),
        reposts=_count(status.get("reblogs_count")) + _count(status.get("quotes_count")),
        reply_count=_count(status.get("replies_count")),
    )


def replies(
    context: Mapping[str, Any], about: str, own: str, domain: str
) -> tuple[FoundReply, ...]:
    """Return what others wrote under a post, from an answer of ``/context``."""
    kept: dict[str, FoundReply] = {}
    for status in objects(context.get("descendants")):
        reply = _reply(status, about, own, domain)
        if reply is not None:
            kept[reply.remote_id] = reply
    return tuple(kept.values())[:MOST_REPLIES]


def written_to(
    notices: Iterable[Mapping[str, Any]], own: str, domain: str, since: datetime
) -> list[FoundReply]:
    """Return what others wrote to an account, from a page of ``/api/v1/notifications``."""
    found: list[FoundReply] = []
    for notice in notices:
        status = notice.get("status")
        if word(notice, "type") == "mention" and isinstance(status, dict):
            reply = _reply(status, word(status, "in_reply_to_id"), own, domain)
            if reply is not None and reply.wrote_at >= since:
                found.append(reply)
    return found


def objects(items: object) -> Iterator[Mapping[str, Any]]:
    """Yield the objects of a list, and nothing of anything else."""
    for item in items if isinstance(items, Sequence) and not isinstance(items, str) else ():
        if isinstance(item, dict):
            yield item


def author(status: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return the account that wrote a post; an empty one when that is missing."""
    account = status.get("account")
    return account if isinstance(account, dict) else {}


def _reply(status: Mapping[str, Any], about: str, own: str, domain: str) -> FoundReply | None:
    account, wrote_at, remote_id = author(status), moment(status), word(status, "id")
    if not remote_id or wrote_at is None or own_id(account) in ("", own):
        return None
    return FoundReply(
        platform="mastodon",
        remote_id=remote_id,
        about_remote_id=about,
        name=shown_name(account),
        handle=handle(account, domain),
        text=plain_text(word(status, "content"))[:LONGEST_REPLY],
        wrote_at=wrote_at,
        link=link(status),
    )


def _count(value: object) -> int:
    is_number = isinstance(value, int) and not isinstance(value, bool)
    return max(0, int(value)) if is_number else 0  # type: ignore[call-overload]
