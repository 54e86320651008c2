"""Stands between SocialCoach and a test server and spoils what passes, in a known way.

    with FaultProxy(server.url) as proxy:
        account = Account(..., server=proxy.host)        # in place of the server's own host
        proxy.next(Fault.CUT_AFTER, "POST", "/api/v1/statuses")   # the next such request, once
        ...
        assert proxy.reached("POST", "/api/v1/statuses") == 1     # what the server really did

Many runs are made with a plan instead: ``FaultProxy(server.url, seeded_plan(seed, calm_after=8))``
spoils about half of the requests, always the same ones for the same seed, and nothing once eight
have come, so that every run ends. ``proxy.history`` tells, in order, which fault met which request.
``with proxy.gone():`` refuses every connection, as a computer does on which no server runs.

Works for any method and any HTTP/1.1 server without encryption, on this computer only. One request
a connection; ``Host`` is rewritten, so that the server believes it is asked directly.
"""

from __future__ import annotations

import random
import select
import socket
import socketserver
import struct
import sys
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from types import TracebackType
from urllib.parse import urlsplit

HERE = "127.0.0.1"
LONGEST = 30.0  # seconds that anything may take
WRONG_PAGE = b"<!doctype html><html><body>Please log in to the hotel's network</body></html>"


class Fault(StrEnum):
    """What happens to one request. In brackets: whether the server does what was asked."""

    NONE = "none"  # (yes)
    CUT_BEFORE = "cut before"  # the request is read, and never handed on (no)
    CUT_REQUEST = "cut request"  # the server gets half of the request (no)
    CUT_AFTER = "cut after"  # the server's answer is lost (yes)
    CUT_ANSWER = "cut answer"  # half of the answer comes back (yes)
    SLOW = "slow"  # the answer does not come while the app waits (yes)
    TOO_MANY = "too many"  # 429 with Retry-After (no)
    BROKEN = "broken"  # 503 from something before the server (no)
    BROKEN_AFTER = "broken after"  # 504: something before the server lost patience (yes)
    GARBAGE = "garbage"  # a page that is not the server's, with status 200 (no)
    GARBAGE_AFTER = "garbage after"  # the same, in place of the server's answer (yes)
    WRONG_PASSWORD = "wrong password"  # 401 (no)


DONE_ALL_THE_SAME = frozenset(
    {
        *(Fault.NONE, Fault.CUT_AFTER, Fault.CUT_ANSWER),
        *(Fault.SLOW, Fault.BROKEN_AFTER, Fault.GARBAGE_AFTER),
    }
)
"""The faults under which the server did what was asked."""


@dataclass(frozen=True)
class Seen:
    """One request as it came: its number from 0, its method, its path without the question."""

    number: int
    method: str
    path: str


Plan = Callable[[Seen], Fault]


def no_faults(_seen: Seen) -> Fault:
    """Let everything pass."""
    return Fault.NONE


def seeded_plan(
    seed: int, faults: Iterable[Fault] = tuple(Fault), calm_after: int = 10, share: float = 0.5
) -> Plan:
    """Return a plan that spoils ``share`` of the first ``calm_after`` requests, then none.

    The choice hangs only on the seed and on the number of the request.
    """
    choices = [fault for fault in faults if fault is not Fault.NONE]
    chance = random.Random(seed)
    drawn = [
        chance.choice(choices) if chance.random() < share else Fault.NONE for _ in range(calm_after)
    ]

    def choose(seen: Seen) -> Fault:
        return drawn[seen.number] if seen.number < calm_after else Fault.NONE

    return choose


def hard_on(seed: int, method: str, path: str) -> Plan:
    """Return a plan that spoils four in five of the first three requests of one kind.

    Of the first six others it spoils a third; then it lets everything pass.
    """
    chosen = seeded_plan(-seed - 1, calm_after=3, share=0.8)
    others = seeded_plan(seed, calm_after=6, share=0.3)
    met: list[Seen] = []

    def choose(seen: Seen) -> Fault:
        if not _is(seen, method, path):
            return others(seen)
        met.append(seen)
        return chosen(Seen(len(met) - 1, seen.method, seen.path))

    return choose


class FaultProxy:
    """Listens on a free port of this computer; ``url`` and ``host`` are its own address."""

    def __init__(self, target: str, plan: Plan = no_faults, retry_after: str = "2") -> None:
        """Stand before ``target``, such as ``http://127.0.0.1:3000``."""
        parts = urlsplit(target)
        self.target = (parts.hostname or HERE, parts.port or 80)
        self.retry_after = retry_after
        self.history: list[tuple[Seen, Fault]] = []
        self.closing = threading.Event()
        self._plan = plan
        self._next: list[tuple[Fault, str, str]] = []
        self._lock = threading.Lock()
        self._server = _Server((HERE, 0), _Handler)
        self.port = int(self._server.server_address[1])
        self.host = f"{HERE}:{self.port}"
        self.url = f"http://{self.host}"

    def __enter__(self) -> FaultProxy:
        """Begin to listen."""
        self._listen()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Stop listening and let go of everybody who waits."""
        self.closing.set()
        self._hang_up()

    @contextmanager
    def gone(self) -> Iterator[None]:
        """Refuse every connection for a while."""
        self._hang_up()
        try:
            yield
        finally:
            self._server = _Server((HERE, self.port), _Handler)
            self._listen()

    def next(self, fault: Fault, method: str = "", path: str = "") -> None:
        """Spoil the next request of this method whose path begins so; several stand in a queue."""
        with self._lock:
            self._next.append((fault, method, path))

    def plan(self, plan: Plan) -> None:
        """Follow another plan from now on, and forget what came before."""
        with self._lock:
            self._plan = plan
            self._next.clear()
            self.history.clear()

    def choose(self, method: str, path: str) -> Fault:
        """Note a request and say what happens to it."""
        with self._lock:
            seen = Seen(len(self.history), method, path)
            fault = self._ordered(seen) or self._plan(seen)
            self.history.append((seen, fault))
            return fault

    def reached(self, method: str = "", path: str = "") -> int:
        """Return how many requests of this kind the server got whole."""
        return sum(
            fault in DONE_ALL_THE_SAME and _is(seen, method, path) for seen, fault in self.history
        )

    def asked(self, method: str = "", path: str = "") -> int:
        """Return how many requests of this kind the app made."""
        return sum(_is(seen, method, path) for seen, _ in self.history)

    def _listen(self) -> None:
        self._server.proxy = self
        options = {"poll_interval": 0.02}
        threading.Thread(target=self._server.serve_forever, kwargs=options, daemon=True).start()

    def _hang_up(self) -> None:
        self._server.shutdown()
        self._server.server_close()

    def _ordered(self, seen: Seen) -> Fault | None:
        for order in self._next:
            if _is(seen, order[1], order[2]):
                self._next.remove(order)
                return order[0]
        return None


def _is(seen: Seen, method: str, path: str) -> bool:
    return method in ("", seen.method) and seen.path.startswith(path)


class _Server(socketserver.ThreadingTCPServer):
    allow_reuse_address = True
    daemon_threads = True
    block_on_close = False
    request_queue_size = 64
    proxy: FaultProxy


class _Handler(socketserver.BaseRequestHandler):
    """One connection: one request and, if the fault lets it, one answer."""

    server: _Server
    request: socket.socket

    def handle(self) -> None:
        self.request.settimeout(LONGEST)
        try:
            request = _read_request(self.request)
            if request:
                self._answer(request)
        except OSError:
            pass  # somebody hung up, which is the business of this proxy

    def _answer(self, request: bytes) -> None:
        method, path = _first_words(request)
        proxy = self.server.proxy
        fault = proxy.choose(method, path)
        made_up = _made_up(fault, proxy.retry_after)
        if fault is Fault.CUT_REQUEST:
            self._ask(request, half=True)
        if fault not in DONE_ALL_THE_SAME and made_up is None:
            self._reset()
            return
        answer = self._ask(request) if fault in DONE_ALL_THE_SAME else b""
        if fault is Fault.CUT_AFTER:
            self._reset()
        elif fault is Fault.CUT_ANSWER:
            self.request.sendall(answer[: max(1, len(answer) // 2)])
            self._reset()
        elif fault is Fault.SLOW:
            self._wait_until_the_app_gives_up()
        else:
            self.request.sendall(answer if made_up is None else made_up)

    def _ask(self, request: bytes, *, half: bool = False) -> bytes:
        """Hand the request on and return the whole answer; of a half request there is none."""
        host, port = self.server.proxy.target
        with socket.create_connection((host, port), LONGEST) as server:
            handed_on = _direct(request, f"{host}:{port}")
            server.sendall(handed_on[: len(handed_on) // 2] if half else handed_on)
            if half:
                return b""
            return b"".join(iter(lambda: server.recv(65_536), b""))

    def _wait_until_the_app_gives_up(self) -> None:
        steps = range(int(LONGEST / 0.05))
        for _ in steps:
            readable, _, _ = select.select([self.request], [], [], 0.05)
            if readable or self.server.proxy.closing.is_set():
                return

    def _reset(self) -> None:
        """Close so that the other side gets an error, not an end."""
        two_numbers = "hh" if sys.platform == "win32" else "ii"
        at_once = struct.pack(two_numbers, 1, 0)
        self.request.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, at_once)
        self.request.close()


def _read_request(source: socket.socket) -> bytes:
    """Read one whole request; empty when the other side hung up."""
    data = b""
    while b"\r\n\r\n" not in data:
        piece = source.recv(65_536)
        if not piece:
            return b""
        data += piece
    head, _, body = data.partition(b"\r\n\r\n")
    length = _body_length(head)
    while len(body) < length or (length < 0 and not body.endswith(b"0\r\n\r\n")):
        piece = source.recv(65_536)
        if not piece:
            return b""
        body += piece
    return head + b"\r\n\r\n" + body


def _body_length(head: bytes) -> int:
    """Return how long the body is, in bytes; -1 for one that comes in chunks."""
    for line in head.split(b"\r\n")[1:]:
        name, _, value = line.partition(b":")
        if name.lower() == b"content-length":
            return int(value)
        if name.lower() == b"transfer-encoding" and b"chunked" in value.lower():
            return -1
    return 0


def _first_words(request: bytes) -> tuple[str, str]:
    method, target = request.split(b" ", 2)[:2]
    return method.decode(), target.decode().partition("?")[0]


def _direct(request: bytes, host: str) -> bytes:
    """Return the request as if the app had asked the server itself, over a fresh connection."""
    head, _, body = request.partition(b"\r\n\r\n")
    lines = head.split(b"\r\n")
    kept = [
        line
        for line in lines[1:]
        if line.partition(b":")[0].lower() not in (b"host", b"connection")
    ]
    added = [b"Host: " + host.encode(), b"Connection: close"]
    return b"\r\n".join([lines[0], *added, *kept]) + b"\r\n\r\n" + body


def _made_up(fault: Fault, retry_after: str) -> bytes | None:
    """Return the answer that no server gave, or None where this fault has none."""
    wait = f"Retry-After: {retry_after}\r\n"
    answers = {
        Fault.TOO_MANY: ("429 Too Many Requests", wait, b'{"error": "Too many requests"}'),
        Fault.BROKEN: ("503 Service Unavailable", "", WRONG_PAGE),
        Fault.BROKEN_AFTER: ("504 Gateway Timeout", "", WRONG_PAGE),
        Fault.GARBAGE: ("200 OK", "Content-Type: text/html\r\n", WRONG_PAGE),
        Fault.GARBAGE_AFTER: ("200 OK", "Content-Type: text/html\r\n", WRONG_PAGE),
        Fault.WRONG_PASSWORD: (
            "401 Unauthorized",
            "Content-Type: application/json\r\n",
            b'{"error": "AuthenticationRequired", "message": "Invalid identifier or password"}',
        ),
    }
    if fault not in answers:
        return None
    status, headers, body = answers[fault]
    head = f"HTTP/1.1 {status}\r\n{headers}Content-Length: {len(body)}\r\nConnection: close\r\n\r\n"
    return head.encode() + body
