"""Posting on Bluesky and reading back what came of it, over its open interface.

A post is written with a key chosen before the first try (``putRecord``), so that a second try
cannot double the first (tried 2026-11-22). What the server refuses and what it lets pass was tried
on Bluesky's own server software.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from socialcoach.core.planning.account import Account
from socialcoach.core.planning.account_state import CLOCK_OFF_MINUTES
from socialcoach.core.planning.facets import facets, find_marks, mentioned
from socialcoach.core.planning.outgoing import (
    FoundReply,
    FoundResponse,
    OutgoingPicture,
    OutgoingPost,
    Sent,
)
from socialcoach.core.planning.record_keys import is_record_key, record_key
from socialcoach.services.clock import Clock
from socialcoach.services.planning.publishing.bluesky_reading import (
    WRITTEN,
    goes_further_back,
    post_link,
    replies,
    responses,
    split_address,
    written_to,
)
from socialcoach.services.planning.publishing.bluesky_session import (
    BlueskySessions,
    Session,
    answer_trouble,
)
from socialcoach.services.planning.publishing.network import (
    AnswerLost,
    Health,
    NetworkTrouble,
    NothingSent,
)
from socialcoach.services.planning.publishing.web import Answer, Query, Request, Web

POSTS = "app.bsky.feed.post"
VIEWS = "https://public.api.bsky.app"
"""Where anybody may read public posts with their counts."""

POSTS_A_QUESTION = 25
"""The most posts ``getPosts`` tells of at once (docs.bsky.app, checked 2026-11-22)."""

NOTICES_A_PAGE, MOST_PAGES = 100, 5
"""So many of the latest who wrote are looked at, at the most."""

THREAD_DEPTH = 10
_BROKEN_HANDLE = "handle.invalid"


class Bluesky:
    """The network Bluesky; keeps no state between calls. ``views`` is for tests."""

    platform = "bluesky"

    def __init__(
        self, sessions: BlueskySessions, web: Web, clock: Clock, *, views: str = VIEWS
    ) -> None:
        self._sessions = sessions
        self._web = web
        self._clock = clock
        self._views = views

    def connect(self, handle: str, password: str, server: str = "") -> tuple[Account, str]:
        """Sign in for the first time; return the account and the secret to keep for it.

        Raises ``UserError`` for what was typed wrong, ``NetworkTrouble`` for what the network says.
        """
        account, secret = self._sessions.connect(handle, password, server)
        found = self.check(account, secret)
        return replace(account, handle=found.handle, name=found.name), secret

    def new_attempt_key(self, begun: datetime, number: int = 0) -> str:
        """Return the key the post will have over there."""
        return record_key(begun, number)

    def check(self, account: Account, secret: str) -> Health:
        """Sign in, and read the name people see."""
        session = self._sessions.open(account, secret)
        off = session.clock_off_minutes
        handle = account.handle if session.handle == _BROKEN_HANDLE else session.handle
        limits = {CLOCK_OFF_MINUTES: off} if off else {}
        return Health(handle, self._shown_name(session) or handle, limits)

    def send(self, account: Account, secret: str, post: OutgoingPost, attempt_key: str) -> Sent:
        """Publish a post under its key, unless it is there already."""
        if not is_record_key(attempt_key):
            raise NothingSent("network.odd", server=account.server)
        session = self._sessions.open(account, secret)
        there = self._there(session, account, attempt_key)
        if there is not None:
            return there
        now = self._clock.now()
        record = self._record(session, account, post, now)
        answer = self._web.ask(
            Request(
                "POST",
                f"{session.base}/xrpc/com.atproto.repo.putRecord",
                headers=session.headers,
                body={
                    "repo": session.did,
                    "collection": POSTS,
                    "rkey": attempt_key,
                    "record": record,
                },
                publishes=True,
            )
        )
        self._refuse_unless_published(answer, session, account, attempt_key)
        return self._sent(session, attempt_key, now)

    def find(
        self,
        account: Account,
        secret: str,
        post: OutgoingPost,
        attempt_key: str,
        since: datetime,
        known: Collection[str] = (),
    ) -> Sent | None:
        """Look whether the post with this key is there."""
        session = self._sessions.open(account, secret)
        return self._there(session, account, attempt_key)

    def responses(
        self, account: Account, secret: str, remote_ids: Sequence[str]
    ) -> list[FoundResponse]:
        """Return likes, reposts and replies of the owner's posts; deleted ones are left out."""
        session = self._sessions.open(account, secret)
        found = [
            one
            for some in _in_groups(remote_ids)
            for one in responses(self._view(session, account, "getPosts", {"uris": some}))
        ]
        return [self._with_replies(session, account, one) for one in found]

    def written_to(self, account: Account, secret: str, since: datetime) -> list[FoundReply]:
        """Return mentions, answers and quotes since then; nothing where a server tells of none."""
        session = self._sessions.open(account, secret)
        address = f"{session.base}/xrpc/app.bsky.notification.listNotifications"
        query: dict[str, str | int | list[str]] = {"limit": NOTICES_A_PAGE, "reasons": [*WRITTEN]}
        found: list[FoundReply] = []
        for _ in range(MOST_PAGES):
            answer = self._web.ask(Request("GET", address, query, session.headers))
            if answer.status in (404, 501):
                break
            if not answer.is_fine:
                raise answer_trouble(answer, account.server, self._clock)
            found += written_to(answer.body, session.did, since)
            query["cursor"] = answer.text("cursor")
            if not query["cursor"] or not goes_further_back(answer.body, since):
                break
        return found

    def _shown_name(self, session: Session) -> str:
        """Return the name on the profile; nothing where there is none or it cannot be read."""
        try:
            answer = self._get_record(session, "app.bsky.actor.profile", "self")
        except NetworkTrouble:
            return ""
        value = answer.body.get("value")
        name = value.get("displayName") if isinstance(value, dict) else ""
        return name.strip() if isinstance(name, str) else ""

    def _get_record(self, session: Session, collection: str, key: str) -> Answer:
        query = {"repo": session.did, "collection": collection, "rkey": key}
        address = f"{session.base}/xrpc/com.atproto.repo.getRecord"
        return self._web.ask(Request("GET", address, query))

    def _there(self, session: Session, account: Account, key: str) -> Sent | None:
        """Return the post with this key, None when the server says there is none."""
        answer = self._get_record(session, POSTS, key)
        if answer.is_fine and split_address(answer.text("uri")) == (session.did, key):
            return self._sent(session, key, _created(answer) or self._clock.now())
        if answer.status == 400 and _says_not_found(answer):
            return None
        raise answer_trouble(answer, account.server, self._clock)

    def _sent(self, session: Session, key: str, at: datetime) -> Sent:
        address = f"at://{session.did}/{POSTS}/{key}"
        return Sent(address, post_link(session.did, key), at, session.clock_off_minutes)

    def _record(
        self, session: Session, account: Account, post: OutgoingPost, now: datetime
    ) -> dict[str, Any]:
        marks = find_marks(post.text)
        dids = {handle: self._did_of(session, account, handle) for handle in mentioned(marks)}
        record: dict[str, Any] = {
            "$type": POSTS,
            "text": post.text,
            "createdAt": f"{now.astimezone(UTC):%Y-%m-%dT%H:%M:%S.%f}"[:-3] + "Z",
            "facets": facets(marks, dids),
        }
        if post.language:
            record["langs"] = [post.language]
        images = [self._image(session, account, picture) for picture in post.pictures]
        if images:
            record["embed"] = {"$type": "app.bsky.embed.images", "images": images}
        return record

    def _did_of(self, session: Session, account: Account, handle: str) -> str:
        """Return the lasting identity behind a handle, nothing when nobody has it."""
        address = f"{session.base}/xrpc/com.atproto.identity.resolveHandle"
        answer = self._web.ask(Request("GET", address, {"handle": handle}))
        if not answer.is_fine and answer.status not in (400, 404):
            raise answer_trouble(answer, account.server, self._clock)
        return answer.text("did")

    def _image(
        self, session: Session, account: Account, picture: OutgoingPicture
    ) -> dict[str, Any]:
        try:
            raw = picture.file.read_bytes()
        except OSError as error:
            raise NothingSent("sending.picture_gone", file=picture.file.name) from error
        answer = self._web.ask(
            Request(
                "POST",
                f"{session.base}/xrpc/com.atproto.repo.uploadBlob",
                headers={**session.headers, "Content-Type": picture.mime},
                body=raw,
            )
        )
        blob = answer.body.get("blob")
        if answer.status == 413:
            raise NothingSent("sending.picture_too_large", platform="Bluesky")
        if not answer.is_fine or not isinstance(blob, dict):
            raise answer_trouble(answer, account.server, self._clock)
        ratio = {"width": max(picture.width, 1), "height": max(picture.height, 1)}
        return {"alt": picture.alt, "image": blob, "aspectRatio": ratio}

    def _refuse_unless_published(
        self, answer: Answer, session: Session, account: Account, key: str
    ) -> None:
        """Pass over an answer that says the post is out; raise what any other one means."""
        if answer.is_fine and split_address(answer.text("uri")) == (session.did, key):
            return
        if answer.status < 300 or answer.status >= 500:
            raise AnswerLost("sending.unsure", server=account.server)
        if answer.status in (401, 429) or answer.text("error") == "ExpiredToken":
            raise answer_trouble(answer, account.server, self._clock)
        raise NothingSent("sending.refused", server=account.server)

    def _with_replies(
        self, session: Session, account: Account, found: FoundResponse
    ) -> FoundResponse:
        if not found.reply_count:
            return found
        query: Query = {"uri": found.remote_id, "depth": THREAD_DEPTH}
        thread = self._view(session, account, "getPostThread", query)
        return replace(found, replies=replies(thread, found.remote_id, session.did))

    def _view(
        self,
        session: Session,
        account: Account,
        question: str,
        query: Query,
    ) -> Mapping[str, Any]:
        """Ask through the account's own server, else where anybody may read."""
        path = f"/xrpc/app.bsky.feed.{question}"
        answer = self._web.ask(Request("GET", session.base + path, query, session.headers))
        if not answer.is_fine and answer.status in (400, 404, 501):
            answer = self._web.ask(Request("GET", self._views + path, query))
        if question == "getPostThread" and answer.status == 400:
            return {}  # the post was deleted since it was counted
        if not answer.is_fine:
            raise answer_trouble(answer, account.server, self._clock)
        return answer.body


def _in_groups(remote_ids: Sequence[str]) -> Iterator[list[str]]:
    for start in range(0, len(remote_ids), POSTS_A_QUESTION):
        yield list(remote_ids[start : start + POSTS_A_QUESTION])


def _says_not_found(answer: Answer) -> bool:
    not_there = "could not locate record" in answer.text("message").casefold()
    return answer.text("error") == "RecordNotFound" or not_there


def _created(answer: Answer) -> datetime | None:
    """Return when a post says it was written, in UTC."""
    value = answer.body.get("value")
    said = value.get("createdAt") if isinstance(value, dict) else None
    try:
        moment = datetime.fromisoformat(said) if isinstance(said, str) else None
    except ValueError:
        return None
    return moment.astimezone(UTC) if moment is not None and moment.tzinfo else None
