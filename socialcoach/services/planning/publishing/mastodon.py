"""Posting on Mastodon and reading back what came of it, on any server that speaks as it does.

Methods and fields: docs.joinmastodon.org; habits of servers: Mastodon 4 and snac2 2.75 (checked
2026-11-22). A post always goes out at once: snac2 would publish a planned one straight away.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from hashlib import sha256
from typing import Any

from socialcoach.core.planning.account import Account
from socialcoach.core.planning.account_state import CLOCK_OFF_MINUTES
from socialcoach.core.planning.mastodon_limits import (
    MAX_CHARACTERS,
    USUAL_CHARACTERS,
    limits_in,
    too_long_by,
)
from socialcoach.core.planning.outgoing import FoundReply, FoundResponse, OutgoingPost, Sent
from socialcoach.services.clock import Clock
from socialcoach.services.planning.publishing import mastodon_reading as reading
from socialcoach.services.planning.publishing.mastodon_calls import Server, reason
from socialcoach.services.planning.publishing.mastodon_looking import NOT_OFFERED, Wanted, look
from socialcoach.services.planning.publishing.mastodon_pictures import upload
from socialcoach.services.planning.publishing.network import (
    AnswerLost,
    Health,
    NothingSent,
    SignInAgain,
)
from socialcoach.services.planning.publishing.web import Answer, Web, clock_off_by

STATUSES = "/api/v1/statuses"

NOTICES_A_PAGE, MOST_PAGES = 40, 10
"""So many of the latest who wrote are looked at, at the most; a page holds 40 by default."""


def account_id(host: str, remote_id: str) -> str:
    """Return the id of an account: its server and its id there, which no rename touches."""
    return f"mastodon:{host}/{remote_id}"


def remote_id(account: Account) -> str:
    """Return the server's own id of an account."""
    return account.id.rpartition("/")[2]


class MastodonNetwork:
    """The network Mastodon; keeps no state between calls. ``pause`` waits a number of seconds."""

    platform = "mastodon"

    def __init__(
        self, web: Web, clock: Clock, pause: Callable[[float], None] | None = None
    ) -> None:
        self._web = web
        self._clock = clock
        self._pause = pause or _pause

    def new_attempt_key(self, begun: datetime, number: int = 0) -> str:
        """Return a key by which a server knows a second try of the same post."""
        seed = f"{begun.isoformat()} {number}"
        return f"{begun:%Y%m%d}-{sha256(seed.encode()).hexdigest()[:32]}"

    def check(self, account: Account, secret: str) -> Health:
        """Ask who we are there, and what the server takes."""
        server = self._server(account, secret)
        answer = self._who_am_i(server, account)
        about = about_server(server)
        limits = limits_in(about)
        off = self._clock_off(answer)
        if off:
            limits[CLOCK_OFF_MINUTES] = off
        handle = reading.handle(answer.body, domain_in(about, account.server))
        return Health(handle, reading.shown_name(answer.body), limits)

    def send(self, account: Account, secret: str, post: OutgoingPost, attempt_key: str) -> Sent:
        """Publish a post, its pictures first."""
        server = self._server(account, secret)
        _refuse_too_long(post, account)
        if not attempt_key:
            raise NothingSent("network.odd", server=account.server)
        self._who_am_i(server, account)
        limits = dict(account.limits)
        media = [upload(server, picture, limits, self._pause) for picture in post.pictures]
        answer = server.publish(STATUSES, _fields(post, media), attempt_key)
        if answer.is_fine:
            found = reading.sent(answer.body, self._clock.now(), self._clock_off(answer))
            if found is not None:
                return found
        raise _why_not_published(server, answer)

    def find(
        self,
        account: Account,
        secret: str,
        post: OutgoingPost,
        attempt_key: str,
        since: datetime,
        known: Collection[str] = (),
    ) -> Sent | None:
        """Look for the post among the latest of its account."""
        server = self._server(account, secret)
        self._who_am_i(server, account)
        status = look(server, Wanted(remote_id(account), post.text, since, known))
        return reading.sent(status, self._clock.now()) if status is not None else None

    def responses(
        self, account: Account, secret: str, remote_ids: Sequence[str]
    ) -> list[FoundResponse]:
        """Return favourites, boosts and replies of the owner's posts; deleted ones are left out."""
        server = self._server(account, secret)
        self._who_am_i(server, account)
        found = (self._response(server, account, one) for one in remote_ids)
        return [response for response in found if response is not None]

    def written_to(self, account: Account, secret: str, since: datetime) -> list[FoundReply]:
        """Return mentions, answers and private words since then.

        Nothing where a server tells of none, or the owner signed in before this was asked for.
        """
        server, found = self._server(account, secret), list[FoundReply]()
        self._who_am_i(server, account)
        query: dict[str, str | int | list[str]] = {"limit": NOTICES_A_PAGE, "types[]": ["mention"]}
        for _ in range(MOST_PAGES):
            answer = server.get("/api/v1/notifications", query)
            if answer.status in (*NOT_OFFERED, 403):
                break
            if answer.status != 200 or answer.items is None:
                raise server.trouble(answer)
            page = list(reading.objects(answer.items))
            domain = account.handle.rpartition("@")[2]
            found += reading.written_to(page, remote_id(account), domain, since)
            oldest = reading.moment(page[-1]) if page else None
            if oldest is None or oldest < since:
                break
            query["max_id"] = reading.word(page[-1], "id")
        return found

    def _server(self, account: Account, secret: str) -> Server:
        return Server(self._web, self._clock, account.server, secret)

    def _who_am_i(self, server: Server, account: Account) -> Answer:
        """Make sure that the secret still opens this account and no other."""
        answer = verify(server)
        if reading.own_id(answer.body) != remote_id(account):
            raise SignInAgain("account.other", server=account.server, handle=account.handle)
        return answer

    def _response(self, server: Server, account: Account, post_id: str) -> FoundResponse | None:
        if not is_post_id(post_id):
            return None
        answer = server.get(f"{STATUSES}/{post_id}")
        if answer.status in (404, 410):
            return None
        if not answer.is_fine or reading.word(answer.body, "id") != post_id:
            raise server.trouble(answer)
        found = reading.response(answer.body)
        if not found.reply_count:
            return found
        thread = server.get(f"{STATUSES}/{post_id}/context")
        if thread.status in (404, 410):
            return found
        if not thread.is_fine:
            raise server.trouble(thread)
        own = remote_id(account)
        replies = reading.replies(thread.body, post_id, own, account.handle.rpartition("@")[2])
        return replace(found, replies=replies)

    def _clock_off(self, answer: Answer) -> int:
        """Return how far this computer's clock is ahead, in minutes."""
        return round(clock_off_by(answer, self._clock.now()).total_seconds() / 60)


def verify(server: Server) -> Answer:
    """Return the account a secret opens; raise ``SignInAgain`` when it opens none any more."""
    answer = server.get("/api/v1/accounts/verify_credentials")
    if answer.status == 422:  # how snac2 says that it does not know the secret
        raise SignInAgain("account.sign_in", server=server.host)
    if not answer.is_fine or not reading.own_id(answer.body):
        raise server.trouble(answer)
    return answer


def about_server(server: Server) -> Mapping[str, Any]:
    """Return what a server says of itself; older ones say it at an older address."""
    for path in ("/api/v2/instance", "/api/v1/instance"):
        answer = server.get(path)
        if answer.is_fine:
            return answer.body
        if answer.status not in (400, 404, 405, 410, 501):
            break
    raise server.trouble(answer)


def domain_in(about: Mapping[str, Any], host: str) -> str:
    """Return the name that stands in handles: a server may live under another name than it has."""
    named = (reading.word(about, "domain") or reading.word(about, "uri")).casefold()
    is_name = named and named.isascii() and not set(named) & set("/@ \\?#")
    return named if is_name else host


def is_post_id(text: str) -> bool:
    """Tell whether this can be a server's id of a post, and nothing else in an address."""
    return text.isascii() and text.replace("-", "").replace("_", "").isalnum()


def _fields(post: OutgoingPost, media: list[str]) -> dict[str, Any]:
    fields: dict[str, Any] = {"status": post.text, "visibility": post.visibility.value}
    if media:
        fields["media_ids"] = media
    if post.warning.strip():
        fields["spoiler_text"] = post.warning
        fields["sensitive"] = True
    if post.language:
        fields["language"] = post.language.partition("-")[0]
    return fields


def _refuse_too_long(post: OutgoingPost, account: Account) -> None:
    over = too_long_by(post.text, post.warning, account.limits)
    if over:
        most = account.limits.get(MAX_CHARACTERS, USUAL_CHARACTERS)
        raise NothingSent("sending.too_long", over=over, platform="Mastodon", most=most)


def _why_not_published(server: Server, answer: Answer) -> NothingSent | AnswerLost:
    """Tell a refusal, after which nothing is out, from an answer that leaves it open."""
    if answer.status < 300 or answer.status in (408, 409) or answer.status >= 500:
        return AnswerLost("sending.unsure", server=server.host)
    if answer.status in (401, 429) or (answer.status == 403 and answer.is_object):
        return server.trouble(answer)
    if answer.status == 422 and not answer.is_object:
        return SignInAgain("account.sign_in", server=server.host)
    if reason(answer):
        return NothingSent("mastodon.refused", server=server.host, reason=reason(answer))
    return NothingSent("sending.refused", server=server.host)


def _pause(seconds: float) -> None:
    threading.Event().wait(seconds)
