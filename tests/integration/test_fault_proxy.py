"""The proxy that spoils connections: the server behind it really did what it says, or did not."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import httpx
import pytest

from tests.integration.fault_proxy import (
    DONE_ALL_THE_SAME,
    Fault,
    FaultProxy,
    Seen,
    hard_on,
    seeded_plan,
)

pytestmark = pytest.mark.network


class Till(ThreadingHTTPServer):
    """A server that keeps what was posted to it."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), TillHandler)
        self.posted: list[bytes] = []


class TillHandler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: Till

    def do_POST(self) -> None:
        length = int(self.headers.get("Content-Length", -1))
        body = self.rfile.read(length) if length >= 0 else b""
        if len(body) == length:  # half a request is none
            self.server.posted.append(body)
            self.reply(b'{"kept": true}')

    def do_GET(self) -> None:
        self.reply(str(self.headers["Host"]).encode())

    def reply(self, body: bytes) -> None:
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_words: object) -> None:
        """Say nothing."""


@pytest.fixture
def till() -> Iterator[Till]:
    server = Till()
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


@pytest.fixture
def proxy(till: Till) -> Iterator[FaultProxy]:
    with FaultProxy(f"http://127.0.0.1:{till.server_address[1]}") as proxy:
        yield proxy


def post(proxy: FaultProxy, text: str = "bread") -> httpx.Response:
    return httpx.post(f"{proxy.url}/posts?x=1", content=text, timeout=0.5, trust_env=False)


def test_without_a_fault_everything_passes_as_it_is(proxy: FaultProxy, till: Till) -> None:
    assert post(proxy).json() == {"kept": True}
    assert till.posted == [b"bread"]
    address = f"127.0.0.1:{till.server_address[1]}"
    assert httpx.get(proxy.url, trust_env=False).text == address


@pytest.mark.parametrize("fault", [fault for fault in Fault if fault is not Fault.CUT_REQUEST])
def test_a_fault_spoils_one_request_and_says_truly_what_the_server_did(
    proxy: FaultProxy, till: Till, fault: Fault
) -> None:
    proxy.next(fault, "POST", "/posts")
    with suppress(httpx.TransportError):
        post(proxy)
    assert len(till.posted) == (fault in DONE_ALL_THE_SAME)
    assert proxy.reached("POST", "/posts") == len(till.posted)
    assert proxy.history == [(Seen(0, "POST", "/posts"), fault)]
    assert post(proxy).status_code == 200


@pytest.mark.parametrize(
    ("fault", "error"),
    [
        (Fault.CUT_BEFORE, httpx.ReadError),
        (Fault.CUT_REQUEST, httpx.ReadError),
        (Fault.CUT_AFTER, httpx.ReadError),
        (Fault.CUT_ANSWER, (httpx.ReadError, httpx.RemoteProtocolError)),
        (Fault.SLOW, httpx.ReadTimeout),
    ],
)
def test_a_cut_connection_is_an_error_for_the_app(
    proxy: FaultProxy, fault: Fault, error: type[Exception]
) -> None:
    proxy.next(fault)
    with pytest.raises(error):
        post(proxy)


@pytest.mark.parametrize(
    ("fault", "status"),
    [
        (Fault.TOO_MANY, 429),
        (Fault.BROKEN, 503),
        (Fault.BROKEN_AFTER, 504),
        (Fault.GARBAGE, 200),
        (Fault.GARBAGE_AFTER, 200),
        (Fault.WRONG_PASSWORD, 401),
    ],
)
def test_a_made_up_answer_has_its_status(proxy: FaultProxy, fault: Fault, status: int) -> None:
    proxy.next(fault)
    answer = post(proxy)
    assert answer.status_code == status
    assert answer.headers.get("Retry-After") == ("2" if status == 429 else None)
    assert "kept" not in answer.text


def test_half_a_request_is_not_counted_as_reached(proxy: FaultProxy) -> None:
    proxy.next(Fault.CUT_REQUEST)
    with pytest.raises(httpx.ReadError):
        post(proxy, "bread " * 1000)
    assert proxy.reached() == 0
    assert proxy.asked("POST") == 1


def test_an_ordered_fault_waits_for_the_request_it_is_meant_for(proxy: FaultProxy) -> None:
    proxy.next(Fault.BROKEN, "POST")
    assert httpx.get(proxy.url, trust_env=False).status_code == 200
    assert post(proxy).status_code == 503
    assert post(proxy).status_code == 200


def test_the_server_can_be_gone_for_a_while_and_come_back(proxy: FaultProxy) -> None:
    with proxy.gone(), pytest.raises(httpx.ConnectError):
        post(proxy)
    assert post(proxy).status_code == 200


def test_a_body_in_chunks_passes_whole(proxy: FaultProxy) -> None:
    pieces = iter([b"br", b"ead"])
    proxy.next(Fault.TOO_MANY)
    answer = httpx.post(proxy.url, content=pieces, trust_env=False)
    assert answer.status_code == 429


def test_a_plan_can_be_hard_on_one_kind_of_request() -> None:
    posts = [Seen(number, "POST", "/posts") for number in range(10, 13)]
    others = [Seen(number, "GET", "/") for number in range(10, 40)]
    plans = [hard_on(seed, "POST", "/posts") for seed in range(100)]
    spoiled = sum(plan(seen) is not Fault.NONE for plan in plans for seen in posts)
    assert 200 < spoiled < 280
    assert {plan(seen) for plan in plans for seen in [*others, *posts]} == {Fault.NONE}
    again = [hard_on(7, "POST", "/posts") for _ in range(2)]
    assert [again[0](seen) for seen in posts] == [again[1](seen) for seen in posts]


def test_the_same_seed_spoils_the_same_requests_and_then_stops() -> None:
    seen = [Seen(number, "GET", "/") for number in range(12)]
    plans = [[seeded_plan(seed, calm_after=6)(one) for one in seen] for seed in (1, 1, 2)]
    assert plans[0] == plans[1] != plans[2]
    assert set(plans[0][6:]) == {Fault.NONE}
    assert any(fault is not Fault.NONE for fault in plans[0])
