"""Asking a server over the web: patient, within bounds, and clear about what surely happened.

``httpx`` is imported where it is first needed: nobody who posts nothing pays for it.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from time import monotonic
from typing import TYPE_CHECKING, Any

from socialcoach.services.planning.publishing.network import AnswerLost, NothingSent

if TYPE_CHECKING:
    import ssl

    import httpx

MOST_ANSWER_BYTES = 4_000_000
"""No answer we ask for is anywhere near this long."""

CONNECT_S, ANSWER_S = 10.0, 30.0
"""How long to wait for a connection and for the next piece of an answer, in seconds."""

WHOLE_ANSWER_S = 120.0
"""How long a whole answer may take, however busily it trickles in, in seconds."""

LONGEST_PAUSE = timedelta(days=1)
SHORTEST_PAUSE = timedelta(seconds=30)


Query = Mapping[str, str | int | list[str]]


@dataclass(frozen=True)
class Request:
    """One question to a server. ``publishes``: a broken answer may mean that the post is out."""

    method: str
    address: str
    query: Query = field(default_factory=dict)
    headers: Mapping[str, str] = field(default_factory=dict)
    body: Mapping[str, Any] | bytes | None = None
    publishes: bool = False


@dataclass(frozen=True)
class Answer:
    """What came back: the status, the headers in lower case, and the JSON, {} where there is none.

    ``is_object`` tells whether the body really was a JSON object; ``items`` is what was in it when
    it was a JSON list, None when it was none.
    """

    status: int
    headers: Mapping[str, str]
    body: Mapping[str, Any]
    is_object: bool
    items: Sequence[Any] | None = None

    @property
    def is_fine(self) -> bool:
        """Tell whether the server did what was asked and said so in a way we understand."""
        return 200 <= self.status < 300 and self.is_object

    def text(self, name: str) -> str:
        """Return a field of the body when it is text, else nothing."""
        value = self.body.get(name)
        return value if isinstance(value, str) else ""


class Web:
    """Sends requests, each over a connection of its own, and never follows a redirect.

    ``answer_s`` is how long to wait for the next piece of an answer, in seconds; ``transport`` is
    for tests: it answers in place of the network.
    """

    def __init__(
        self, transport: httpx.BaseTransport | None = None, answer_s: float = ANSWER_S
    ) -> None:
        self._transport = transport
        self._answer_s = answer_s
        self._trusted: ssl.SSLContext | None = None

    def ask(self, request: Request) -> Answer:
        """Return the answer, whatever its status.

        Raises ``NothingSent("network.unreached")`` when the server never got the question,
        ``AnswerLost("sending.unsure")`` when a request that publishes broke off after that, and
        ``NothingSent("network.broke_off")`` when any other did.
        """
        import httpx

        server = httpx.URL(request.address).netloc.decode("ascii")
        try:
            return self._asked(request)
        except (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout) as error:
            raise NothingSent("network.unreached", server=server) from error
        except (httpx.HTTPError, _TooLong) as error:
            if request.publishes:
                raise AnswerLost("sending.unsure", server=server) from error
            raise NothingSent("network.broke_off", server=server) from error

    def _asked(self, request: Request) -> Answer:
        import httpx

        timeout = httpx.Timeout(self._answer_s, connect=CONNECT_S)
        with (
            httpx.Client(
                transport=self._transport, timeout=timeout, verify=self._whom_to_trust()
            ) as client,
            client.stream(
                request.method,
                request.address,
                params=dict(request.query),
                headers={"User-Agent": "SocialCoach", "Connection": "close", **request.headers},
                **_body(request.body),
            ) as response,
        ):
            return _answer(response)

    def _whom_to_trust(self) -> ssl.SSLContext:
        """Return the certificates to believe; reading them takes longer than most answers."""
        import httpx

        if self._trusted is None:
            self._trusted = httpx.create_ssl_context()
        return self._trusted


class _TooLong(Exception):
    """An answer went on and on."""


def pause_until(answer: Answer, now: datetime) -> datetime:
    """Return until when a server wants to be left alone, in UTC, by its headers.

    Read are ``Retry-After`` (seconds or a date) and ``RateLimit-Reset`` (seconds since 1970 at
    Bluesky); within half a minute and a day, so that a wrong figure does not lock anybody out.
    """
    wanted = _retry_after(answer.headers.get("retry-after", ""), now)
    if wanted is None:
        wanted = _reset(answer.headers.get("ratelimit-reset", ""), now)
    usual = now + timedelta(minutes=5)
    return min(max(wanted or usual, now + SHORTEST_PAUSE), now + LONGEST_PAUSE)


def clock_off_by(answer: Answer, now: datetime) -> timedelta:
    """Return how far this computer's clock is ahead of the server's; zero when it does not say."""
    with suppress(ValueError, TypeError):
        theirs = parsedate_to_datetime(answer.headers.get("date", ""))
        return now - theirs.replace(tzinfo=theirs.tzinfo or UTC)
    return timedelta(0)


def _body(body: Mapping[str, Any] | bytes | None) -> dict[str, Any]:
    if body is None:
        return {}
    return {"content": body} if isinstance(body, bytes) else {"json": dict(body)}


def _answer(response: httpx.Response) -> Answer:
    raw, begun = bytearray(), monotonic()
    for piece in response.iter_bytes():
        raw += piece
        if len(raw) > MOST_ANSWER_BYTES or monotonic() - begun > WHOLE_ANSWER_S:
            raise _TooLong
    headers = {name.casefold(): value for name, value in response.headers.items()}
    body: object = None
    with suppress(ValueError, RecursionError):
        body = json.loads(raw)
    if isinstance(body, dict):
        return Answer(response.status_code, headers, body, is_object=True)
    items = body if isinstance(body, list) else None
    return Answer(response.status_code, headers, {}, is_object=False, items=items)


def _retry_after(words: str, now: datetime) -> datetime | None:
    if words.isascii() and words.isdigit():
        return now + timedelta(seconds=min(int(words), int(LONGEST_PAUSE.total_seconds())))
    with suppress(ValueError, TypeError):
        moment = parsedate_to_datetime(words)
        return moment.replace(tzinfo=moment.tzinfo or UTC)
    return None


def _reset(words: str, now: datetime) -> datetime | None:
    if not (words.isascii() and words.isdigit()):
        return None
    figure = int(words)
    if figure <= LONGEST_PAUSE.total_seconds():  # seconds from now, as the draft standard has it
        return now + timedelta(seconds=figure)
    with suppress(ValueError, OverflowError, OSError):
        return datetime.fromtimestamp(figure, UTC)
    return None
