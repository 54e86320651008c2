"""Looking for a post whose answer was lost, among the latest posts of its own account.

The key sent along keeps Mastodon from doubling a post for one hour only, and other servers know
nothing of it (snac2 2.75, tried 2026-11-22); so the posts themselves are read. snac2 leaves posts
for followers out of an account's list, but not out of its timeline, so both are read.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from socialcoach.core.planning.mastodon_text import plain_text, same_text
from socialcoach.services.planning.publishing.mastodon_calls import Server
from socialcoach.services.planning.publishing.mastodon_reading import (
    author,
    moment,
    objects,
    own_id,
    word,
)
from socialcoach.services.planning.publishing.network import NothingSent
from socialcoach.services.planning.publishing.web import Answer, clock_off_by

PAGE = 40
MOST_PAGES = 10

LEEWAY = timedelta(seconds=30)
"""A server that tells its time may still round it, and an answer takes a while."""

WIDE_LEEWAY = timedelta(hours=15)
"""For a server that does not tell its time: ours may be wrong by a time zone, but the same words
posted every morning are another post each time."""

TIMELINE = "/api/v1/timelines/home"
NOT_OFFERED = (404, 405, 410, 501)

MOST_SOURCES = 5
"""Of so many posts the words as typed are asked for, when none looks the same."""


@dataclass(frozen=True)
class Wanted:
    """What is looked for: the account's id over there, the text, and when the attempt began.

    ``known`` are the ids of other posts: two photos without words look alike, and so do the same
    words said twice.
    """

    account_id: str
    text: str
    since: datetime
    known: Collection[str] = ()


def look(server: Server, wanted: Wanted) -> Mapping[str, Any] | None:
    """Return the post, None when it is surely not there."""
    own = list(_since(server, f"/api/v1/accounts/{wanted.account_id}/statuses", wanted))
    found = _first(server, own, wanted.text)
    if found is not None:
        return found
    seen = {word(status, "id") for status in own}
    timeline = _since(server, TIMELINE, wanted)
    return _first(server, [s for s in timeline if word(s, "id") not in seen], wanted.text)


def _since(server: Server, path: str, wanted: Wanted) -> Iterator[Mapping[str, Any]]:
    """Yield the account's own posts since the attempt, the newest first."""
    query: dict[str, str | int | list[str]] = {"limit": PAGE, "exclude_reblogs": "true"}
    for _ in range(MOST_PAGES):
        answer = server.get(path, query)
        if path == TIMELINE and answer.status in NOT_OFFERED:
            return
        if answer.status != 200 or answer.items is None:
            raise server.trouble(answer)
        begin = _begin(answer, wanted.since, server.clock.now())
        page = list(objects(answer.items))
        new = [status for status in page if (moment(status) or begin) >= begin]
        yield from (status for status in new if _may_be(status, wanted))
        oldest = word(page[-1], "id") if page else ""
        if len(new) < len(page) or not oldest or query.get("max_id") == oldest:
            return
        query["max_id"] = oldest
    raise NothingSent("mastodon.too_many_posts", server=server.host)


def _may_be(status: Mapping[str, Any], wanted: Wanted) -> bool:
    is_own = own_id(author(status)) == wanted.account_id and not status.get("reblog")
    return is_own and word(status, "id") not in wanted.known


def _begin(answer: Answer, since: datetime, now: datetime) -> datetime:
    """Return when the attempt began by the server's clock, a little earlier rather than later."""
    tells_time = "date" in answer.headers
    if not tells_time or since > now:  # our own clock has been put back since
        return min(since, now) - WIDE_LEEWAY
    return since - clock_off_by(answer, now) - LEEWAY


def _first(
    server: Server, statuses: list[Mapping[str, Any]], text: str
) -> Mapping[str, Any] | None:
    """Return the newest post with this text: nearest to the attempt where clocks are not sure."""
    for status in statuses:
        if _is_same(status, text):
            return status
    as_typed = [status for status in statuses if not isinstance(status.get("text"), str)]
    for status in as_typed[:MOST_SOURCES]:
        source = server.get(f"/api/v1/statuses/{word(status, 'id')}/source")
        if source.is_fine and same_text(text, source.text("text")) and text.strip():
            return status
    return None


def _is_same(status: Mapping[str, Any], text: str) -> bool:
    """Compare with the words as typed where the server sends them, else with what is shown."""
    typed = status.get("text")
    shown = typed if isinstance(typed, str) else plain_text(word(status, "content"))
    if not text.strip():
        return not shown.strip() and bool(status.get("media_attachments"))
    return same_text(text, shown)
