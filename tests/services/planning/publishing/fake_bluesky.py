"""A Bluesky server in this very process: answers as the real one did when it was asked."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import httpx

from socialcoach.app_publishing import Addresses, build_bluesky
from socialcoach.services.planning.publishing.bluesky import Bluesky
from socialcoach.services.planning.publishing.web import Web
from tests.conftest import Clock

DID = "did:plc:rosa"
HANDLE = "rosa.bsky.social"
PASSWORD = "abcd-efgh-ijkl-mnop"
Fault = Callable[[httpx.Request], httpx.Response]


def said(status: int, error: str = "", **more: object) -> httpx.Response:
    """Return a refusal as Bluesky words it."""
    return httpx.Response(status, json={"error": error, "message": error, **more})


@dataclass
class FakeBluesky:
    """Keeps posts in a dictionary. ``faults`` answer in place of a method, by its last word."""

    did: str = DID
    handle: str = HANDLE
    password: str = PASSWORD
    date: str = ""
    shown_name: str = "Rosa’s Bakery"
    records: dict[str, Any] = field(default_factory=dict)
    blobs: list[tuple[str, bytes]] = field(default_factory=list)
    people: dict[str, str] = field(default_factory=lambda: {"ann.test": "did:plc:ann"})
    posts: list[Any] = field(default_factory=list)
    threads: dict[str, Any] = field(default_factory=dict)
    notices: list[Any] = field(default_factory=list)
    faults: dict[str, Fault] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    session: dict[str, Any] = field(default_factory=dict)

    def network(self, clock: Clock) -> Bluesky:
        """Return the network under test, which talks to this server alone."""
        web = Web(httpx.MockTransport(self.answer))
        return build_bluesky(web, clock, Addresses(loopback=True))

    def answer(self, request: httpx.Request) -> httpx.Response:
        """Answer one request."""
        method = request.url.path.rpartition(".")[2]
        self.asked.append(f"{request.url.host} {method}")
        if method in self.faults:
            return self.faults[method](request)
        answers: dict[str, Fault] = {
            "createSession": self._create_session,
            "getRecord": self._get_record,
            "putRecord": self._put_record,
            "uploadBlob": self._upload,
            "resolveHandle": self._resolve,
            "getPosts": lambda _request: httpx.Response(200, json={"posts": self.posts}),
            "getPostThread": self._thread,
            "listNotifications": self._notices,
        }
        return answers.get(method, lambda _request: said(404, "NotFound"))(request)

    def calls(self, method: str) -> int:
        """Return how often a method was asked for."""
        return sum(one.endswith(f" {method}") for one in self.asked)

    def _create_session(self, request: httpx.Request) -> httpx.Response:
        body = json.loads(request.content)
        known = body["identifier"] in (self.did, self.handle)
        if not known or body["password"] != self.password:
            return said(401, "AuthenticationRequired")
        answer = {"did": self.did, "handle": self.handle, "accessJwt": "key", **self.session}
        return httpx.Response(200, json=answer, headers={"Date": self.date} if self.date else {})

    def _get_record(self, request: httpx.Request) -> httpx.Response:
        query = request.url.params
        if query["collection"] == "app.bsky.actor.profile":
            value = {"displayName": self.shown_name}
            return httpx.Response(200, json={"uri": "at://x", "value": value})
        if query["rkey"] not in self.records:
            return said(400, "RecordNotFound")
        address = f"at://{self.did}/app.bsky.feed.post/{query['rkey']}"
        value = self.records[query["rkey"]]
        return httpx.Response(200, json={"uri": address, "cid": "c", "value": value})

    def _put_record(self, request: httpx.Request) -> httpx.Response:
        body = json.loads(request.content)
        assert request.headers["authorization"] == "Bearer key"
        assert body["repo"] == self.did
        self.records[body["rkey"]] = body["record"]
        address = f"at://{self.did}/{body['collection']}/{body['rkey']}"
        return httpx.Response(200, json={"uri": address, "cid": "c"})

    def _upload(self, request: httpx.Request) -> httpx.Response:
        self.blobs.append((request.headers["content-type"], request.content))
        link = {"$link": f"blob{len(self.blobs)}"}
        return httpx.Response(200, json={"blob": {"$type": "blob", "ref": link}})

    def _resolve(self, request: httpx.Request) -> httpx.Response:
        did = self.people.get(request.url.params["handle"])
        return httpx.Response(200, json={"did": did}) if did else said(400, "InvalidRequest")

    def _notices(self, request: httpx.Request) -> httpx.Response:
        """Answer with a page; the cursor is the place of the next one."""
        assert request.headers["authorization"] == "Bearer key"
        query = request.url.params
        begin, limit = int(query.get("cursor", 0)), int(query["limit"])
        end = begin + limit
        more = {"cursor": str(end)} if end < len(self.notices) else {}
        body = {"notifications": self.notices[begin:end], **more}
        return httpx.Response(200, json=body)

    def _thread(self, request: httpx.Request) -> httpx.Response:
        thread = self.threads.get(request.url.params["uri"])
        return httpx.Response(200, json={"thread": thread}) if thread else said(400, "NotFound")
