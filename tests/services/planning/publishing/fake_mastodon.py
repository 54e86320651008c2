"""A Mastodon server that lives in this process: remembers posts, and answers odd when told to."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from html import escape
from typing import Any

import httpx

from socialcoach.core.planning.account import Account
from socialcoach.services.planning.publishing.mastodon import MastodonNetwork
from socialcoach.services.planning.publishing.mastodon_sign_in import MastodonSignIn
from socialcoach.services.planning.publishing.web import Web
from tests.conftest import Clock

HOST = "mastodon.example"
SECRET = "rosas-secret"
ROSA = {"id": "7", "username": "rosa", "acct": "rosa", "display_name": "Rosa’s Bakery"}
BEN = {"id": "8", "username": "ben", "acct": "ben@far.example", "display_name": ""}
LIMITS = {
    "statuses": {"max_characters": 500, "characters_reserved_per_url": 23},
    "media_attachments": {"image_size_limit": 16_777_216},
}
Answer = httpx.Response | Exception
Odd = Callable[[httpx.Request], Answer]


class FakeMastodon:
    """Answers as Mastodon does; ``odd`` holds, by method and path, answers given once instead.

    ``clock`` is the server's own; ``tells_time`` and ``sends_text`` are habits that servers differ
    in. ``asked`` are all requests in their order.
    """

    def __init__(self, clock: Clock) -> None:
        self.clock = clock
        self.statuses: list[dict[str, Any]] = []
        self.replies: list[dict[str, Any]] = []
        self.notices: list[dict[str, Any]] = []
        self.asked: list[httpx.Request] = []
        self.odd: dict[tuple[str, str], list[Answer | Odd]] = {}
        self.tells_time = True
        self.hides_posts_for_followers = False
        self.pauses: list[float] = []

    def network(self, clock: Clock) -> MastodonNetwork:
        """Return the network under test, which reaches nothing but this."""
        return MastodonNetwork(self.web(), clock, self.pauses.append)

    def sign_in(self, clock: Clock) -> MastodonSignIn:
        """Return the sign-in under test, which reaches nothing but this."""
        return MastodonSignIn(self.web(), clock)

    def web(self) -> Web:
        """Return what asks this server instead of the network."""
        return Web(httpx.MockTransport(self.answer))

    def once(self, method: str, path: str, *answers: Answer | Odd) -> None:
        """Give these answers to the next requests of this kind."""
        self.odd.setdefault((method, path), []).extend(answers)

    def paths(self) -> list[str]:
        """Return what was asked, as `GET /api/…`."""
        return [f"{request.method} {request.url.path}" for request in self.asked]

    def add(self, text: str, *, html: str = "", minutes_ago: float = 0, **more: Any) -> None:
        """Put a post of Rosa's there."""
        number = 100 + len(self.statuses)
        made = self.clock.now() - timedelta(minutes=minutes_ago)
        self.statuses.append(
            {
                "id": str(number),
                "url": f"https://{HOST}/@rosa/{number}",
                "account": ROSA,
                "content": html or "<p>" + escape(text).replace("\n", "<br>") + "</p>",
                "created_at": made.isoformat().replace("+00:00", "Z"),
                "favourites_count": 2,
                "reblogs_count": 1,
                "replies_count": len(self.replies),
                "source": text,
                **more,
            }
        )

    def answer(self, request: httpx.Request) -> httpx.Response:
        """Answer one request, or fail as told."""
        self.asked.append(request)
        waiting = self.odd.get((request.method, request.url.path))
        if waiting:
            answer = waiting.pop(0)
            found = answer(request) if callable(answer) else answer
            if isinstance(found, Exception):
                raise found
            return found
        response = self._usual(request)
        if self.tells_time:
            response.headers["Date"] = format_datetime(self.clock.now().astimezone(UTC), True)
        return response

    def _usual(self, request: httpx.Request) -> httpx.Response:
        path = request.url.path
        if path == "/api/v2/instance":
            return reply({"domain": HOST, "configuration": LIMITS})
        if path == "/api/v1/apps":
            return reply({"client_id": "known-as", "client_secret": "known-by"})
        if path == "/.well-known/oauth-authorization-server":
            return reply({"code_challenge_methods_supported": ["S256"]})
        if path == "/oauth/token":
            return reply({"access_token": SECRET, "token_type": "Bearer"})
        if request.headers.get("Authorization") != f"Bearer {SECRET}":
            return reply({"error": "The access token is invalid"}, 401)
        return self._signed_in(request, path)

    def _signed_in(self, request: httpx.Request, path: str) -> httpx.Response:
        if path == "/api/v1/accounts/verify_credentials":
            return reply(ROSA)
        if path == "/api/v2/media":
            return reply({"id": "media-1", "url": f"https://{HOST}/media-1.png"})
        if path == "/api/v1/statuses":
            return self._publish(json.loads(request.content))
        if path == "/api/v1/notifications":
            before = request.url.params.get("max_id")
            older = [one for one in self.notices if not before or int(one["id"]) < int(before)]
            return httpx.Response(200, json=older[: int(request.url.params["limit"])])
        if path in ("/api/v1/accounts/7/statuses", "/api/v1/timelines/home"):
            return self._list(request, home="home" in path)
        return self._one(path.removeprefix("/api/v1/statuses/"))

    def _publish(self, fields: dict[str, Any]) -> httpx.Response:
        self.add(fields["status"], visibility=fields["visibility"])
        return reply(self.statuses[-1])

    def _list(self, request: httpx.Request, *, home: bool) -> httpx.Response:
        newest_first = self.statuses[::-1]
        if self.hides_posts_for_followers and not home:
            newest_first = [s for s in newest_first if s.get("visibility") != "private"]
        before = request.url.params.get("max_id")
        if before:
            newest_first = [s for s in newest_first if int(s["id"]) < int(before)]
        page = newest_first[: int(request.url.params["limit"])]
        return httpx.Response(200, json=page)

    def _one(self, rest: str) -> httpx.Response:
        post_id, _, part = rest.partition("/")
        found = next((s for s in self.statuses if s["id"] == post_id), None)
        if found is None:
            return reply({"error": "Record not found"}, 404)
        if part == "source":
            return reply({"id": post_id, "text": found["source"]})
        return reply({"ancestors": [], "descendants": self.replies} if part else found)


def reply(body: object, status: int = 200, **headers: str) -> httpx.Response:
    """Return an answer in JSON."""
    return httpx.Response(status, json=body, headers=headers)


def page(status: int = 200, **headers: str) -> httpx.Response:
    """Return a page that no program can read."""
    return httpx.Response(status, html="<html><h1>Oops</h1></html>", headers=headers)


def a_reply(number: int, words: str, who: dict[str, Any], **more: Any) -> dict[str, Any]:
    """Return what somebody wrote under a post."""
    return {
        "id": str(number),
        "url": f"https://far.example/{number}",
        "account": who,
        "content": f"<p>{escape(words)}</p>",
        "created_at": "2026-11-22T08:30:00.000Z",
        **more,
    }


def rosas_account(clock: Clock) -> Account:
    """Return Rosa's account as the app keeps it."""
    now = datetime(2026, 11, 22, 8, tzinfo=UTC)
    handle = f"rosa@{HOST}"
    limits = {"max_characters": 500, "characters_reserved_per_url": 23}
    return Account(
        f"mastodon:{HOST}/7", "mastodon", HOST, handle, "Rosa", now, clock.now(), "", limits
    )
